using Search.Text;

namespace Search.Store;

/// <summary>One file that holds a document.</summary>
/// <param name="Path">Path of the file.</param>
/// <param name="IsAbstract">Whether this file only tells of the document.</param>
/// <param name="Span">Where the document lies in the file's text.</param>
/// <param name="TextSha256">SHA-256 of the document's text in this file, 64 lower-case hex figures: two sources with
/// the same value hold the same words.</param>
/// <param name="IngestedAt">When the file was ingested.</param>
/// <param name="Differences">What this source says otherwise than the one the document is read from; empty for that one.</param>
public sealed record DocumentSource(
    string Path,
    bool IsAbstract,
    TextSpan Span,
    string TextSha256,
    DateTimeOffset IngestedAt,
    IReadOnlyList<SourceDifference> Differences);
