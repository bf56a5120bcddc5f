namespace Search.Application.Contracts;

/// <summary>A document found in a text. Spans are UTF-16 offsets into the decoded source.</summary>
public sealed record ExtractedDocument
{
    /// <summary>Its key.</summary>
    public required string Key { get; init; }

    /// <summary>Its number in canonical form.</summary>
    public string? Number { get; init; }

    /// <summary>Its number as the paper bears it.</summary>
    public string? PrintedNumber { get; init; }

    /// <summary>Id of its type.</summary>
    public string? Type { get; init; }

    /// <summary>Its issuer.</summary>
    public string? Issuer { get; init; }

    /// <summary>Level of its issuer.</summary>
    public string? Level { get; init; }

    /// <summary>Province of its issuer.</summary>
    public string? Province { get; init; }

    /// <summary>Date of issue.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Place of issue.</summary>
    public string? Place { get; init; }

    /// <summary>Its title (trích yếu) as it is printed.</summary>
    public string? Title { get; init; }

    /// <summary>Its title in sentence case, where it is printed in capitals.</summary>
    public string? DisplayTitle { get; init; }

    /// <summary>Who signed it.</summary>
    public string? Signer { get; init; }

    /// <summary>Who receives it (Nơi nhận).</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>Offset of its first character.</summary>
    public required int Start { get; init; }

    /// <summary>Offset past its last character.</summary>
    public required int End { get; init; }

    /// <summary>Key of the document it copies.</summary>
    public string? CopyOf { get; init; }
}
