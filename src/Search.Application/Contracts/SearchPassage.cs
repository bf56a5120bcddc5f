namespace Search.Application.Contracts;

/// <summary>A passage of a document that answers a query.</summary>
/// <param name="Anchor">Its place in the document; the end of a permalink.</param>
/// <param name="Headings">Headings above it, outermost first.</param>
/// <param name="Score">Comparable within one answer only.</param>
/// <param name="Snippet">Why it matches.</param>
/// <param name="Page">Page of the file it begins on, for PDF and Word; null where that is not known.</param>
public sealed record SearchPassage(
    string Anchor, IReadOnlyList<string> Headings, double Score, SearchSnippet Snippet, int? Page = null);
