namespace Search.Application.Contracts;

/// <summary>Whether a document holds on a day, and why.</summary>
public sealed record ValidityDescription
{
    /// <summary>Its key.</summary>
    public required string Key { get; init; }

    /// <summary>The day asked for.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>One of <c>con-hieu-luc het-hieu-luc-mot-phan bi-thay-the het-hieu-luc ngung-hieu-luc chua-ro</c>.</summary>
    public required string State { get; init; }

    /// <summary>The state in Vietnamese.</summary>
    public required string Label { get; init; }

    /// <summary>Since when; null where no document says.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The documents whose acts make the state.</summary>
    public required IReadOnlyList<ValidityActor> By { get; init; }

    /// <summary>The sentences that show it.</summary>
    public required IReadOnlyList<ValidityProof> Evidence { get; init; }

    /// <summary>All that is known to have happened to it, oldest first, undated last.</summary>
    public required IReadOnlyList<ValidityHappening> Events { get; init; }

    /// <summary>What follows along chains, in Vietnamese: a guideline of a replaced directive is marked, never declared void.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
