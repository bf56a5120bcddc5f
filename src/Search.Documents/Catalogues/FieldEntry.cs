namespace Search.Documents.Catalogues;

/// <summary>What a field of a letterhead is called where a page or the head of a file gives it by name, from
/// <c>letterhead.json</c>. Labels are compared without case, accents, blanks and signs.</summary>
public sealed record FieldEntry
{
    /// <summary><c>number type issuer date signer title</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its names in front matter and lists.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Its names in the record that a page shows above the text; fewer, since a page says other things too.</summary>
    public IReadOnlyList<string> PageLabels { get; init; } = [];

    /// <summary>Names that mean the page as often as the document: they count where nothing else gives the field.</summary>
    public IReadOnlyList<string> WeakLabels { get; init; } = [];
}
