using Search.Documents;
using Search.Text;

namespace Search.Citations;

/// <summary>A mention of a document in a document, after resolution: linked to one document, or open.</summary>
/// <remarks>All spans are UTF-16 offsets into the decoded source; <c>source[Span] == Text</c>.</remarks>
public sealed record Citation
{
    /// <summary>The citing document.</summary>
    public required DocumentKey Document { get; init; }

    /// <summary>The whole mention, with date, issuer and title where they belong to it.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Type word with number or alias alone.</summary>
    public required TextSpan Core { get; init; }

    /// <summary>The source text of <see cref="Span"/>.</summary>
    public required string Text { get; init; }

    /// <summary>How the mention names its document.</summary>
    public required CitationForm Form { get; init; }

    /// <summary>What the mention itself says of the document it cites.</summary>
    public required CitedDescription Cited { get; init; }

    /// <summary>The one document meant, or null when open.</summary>
    public CitationTarget? Target { get; init; }

    /// <summary>Keys that fit when more than one does; empty when linked or when nothing fits.</summary>
    public IReadOnlyList<DocumentKey> Candidates { get; init; } = [];

    /// <summary>Relation id of the catalogue, citing → cited, such as <c>thuc-hien</c>.</summary>
    public required string Relation { get; init; }

    /// <summary>The words that gave the relation; null for the default relation.</summary>
    public string? Trigger { get; init; }

    /// <summary>The sentence that proves the relation.</summary>
    public TextSpan? Evidence { get; init; }

    /// <summary>Point, clause, article, section cited: <c>khoản 2 Điều 5</c>, as written; null for none.</summary>
    public string? Pinpoint { get; init; }

    /// <summary>Whether the document cites itself.</summary>
    public bool IsSelf { get; init; }

    /// <summary>Whether it is an editor's word and not the document's: it makes no edge, no event and no count.</summary>
    public bool IsNote { get; init; }

    /// <summary>Why the mention was linked or stayed open: one Vietnamese sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>From 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Anchor of the section or passage the mention stands in; null in letterhead or title.</summary>
    public string? Anchor { get; init; }
}
