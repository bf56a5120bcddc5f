using Search.Documents.Catalogues;

namespace Search.Documents.Letterheads;

/// <summary>Who issued a document.</summary>
internal sealed record Issuer
{
    public string? Name { get; init; }

    public string? Level { get; init; }

    public ProvinceEntry? Province { get; init; }

    /// <summary>The issuer's place in a key, for signs that many issuers share; <c>?</c> when unknown.</summary>
    public string? Place { get; init; }

    /// <summary>Sign of the issuing body where no number names it: <c>TU</c>.</summary>
    public string? Sign { get; init; }

    /// <summary>Why, where a part was not read but inferred; by field.</summary>
    public Dictionary<string, Inference> Inferences { get; init; } = new(StringComparer.Ordinal);
}
