using Search.Text;

namespace Search.Documents;

/// <summary>A stretch of a document's source with a role of its own.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it lies in the decoded source.</param>
/// <param name="Title">Its heading, for an annex; otherwise null.</param>
public sealed record DocumentPart(DocumentPartKind Kind, TextSpan Span, string? Title = null);
