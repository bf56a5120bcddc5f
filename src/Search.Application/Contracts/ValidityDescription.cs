using System.Text.Json.Serialization;

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

/// <summary>A document that acted on another.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Number">Its number.</param>
/// <param name="Url">Its page.</param>
public sealed record ValidityActor(string Key, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Number, string Url);

/// <summary>A sentence that shows an event.</summary>
/// <param name="Document">Key of the document it stands in.</param>
/// <param name="Start">Offset of its first character in that document's source.</param>
/// <param name="End">Offset past its last character.</param>
/// <param name="Text">The sentence.</param>
public sealed record ValidityProof(string Document, int Start, int End, string Text);

/// <summary>Something that happened to a document.</summary>
/// <param name="Kind">One of <c>ban-hanh dinh-chinh xac-nhan-hieu-luc sua-doi-bo-sung thay-the-mot-phan bai-bo-mot-phan ngung-hieu-luc
/// khoi-phuc thay-the bai-bo het-han</c>.</param>
/// <param name="Date">When; null where the acting document bears no date.</param>
/// <param name="Document">Key of the acting document.</param>
/// <param name="Evidence">The sentence that shows it; null for the issue.</param>
public sealed record ValidityHappening(string Kind, DateOnly? Date, string Document, ValidityProof? Evidence);
