using Search.Text;

namespace Search.Citations;

/// <summary>
/// One mention of a document in running text, as extraction finds it: what it says, where, and how it names the
/// document. Which document is meant is the resolver's business. The kinds are types: <see cref="FullCitation"/>,
/// <see cref="ShortCitation"/>, <see cref="AliasDefinition"/>, <see cref="BackReference"/>,
/// <see cref="UnnumberedCitation"/>, <see cref="GenericMention"/>.
/// </summary>
public abstract record Mention
{
    /// <summary>The whole mention in the decoded source.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Type word with number or short name alone.</summary>
    public required TextSpan Core { get; init; }

    /// <summary>The source text of <see cref="Span"/>.</summary>
    public required string Text { get; init; }

    /// <summary>What the mention says of the document.</summary>
    public required CitedDescription Cited { get; init; }

    /// <summary>How it names the document.</summary>
    public abstract CitationForm Form { get; }

    /// <summary>Part of the document that is cited, as written; null for none.</summary>
    public string? Pinpoint { get; init; }

    /// <summary>Relation id of the catalogue, as far as the words around tell.</summary>
    public string Relation { get; init; } = "dan-chieu";

    /// <summary>The words that gave the relation; null for the default.</summary>
    public string? Trigger { get; init; }

    /// <summary>The sentence around the mention.</summary>
    public TextSpan? Evidence { get; init; }

    /// <summary>Anchor of the innermost section or passage of the host; null outside of them.</summary>
    public string? Anchor { get; init; }

    /// <summary>Whether it stands in the host's title.</summary>
    public bool IsInTitle { get; init; }

    /// <summary>Whether it stands in brackets or between dashes, so that the sentence is about another document.</summary>
    public bool IsAside { get; init; }

    /// <summary>Whether another document of the sentence replaces, repeals or amends it, so that the text goes on about the other.</summary>
    public bool IsDisplaced { get; init; }

    /// <summary>Place of the sentence it stands in among those of the document, and of its paragraph.</summary>
    internal (int Sentence, int Paragraph) Place { get; init; }

    /// <summary>Whether the number was printed with wrong marks or letters and had to be put right; the link is then less than certain.</summary>
    public bool IsRespelled { get; init; }

    /// <summary>Index, in the list of mentions, of the mention this one stands inside of; null for none.</summary>
    public int? NestedIn { get; init; }
}
