namespace Search.Application.Contracts;

/// <summary>A file that holds a document.</summary>
/// <param name="Path">Path of the file.</param>
/// <param name="IsAbstract">Whether this file only tells of the document.</param>
/// <param name="Start">Where the document begins in the file's text.</param>
/// <param name="End">Offset past it.</param>
/// <param name="TextSha256">SHA-256 of the document's text in this file.</param>
/// <param name="IngestedAt">When the file was taken in.</param>
/// <param name="Differences">What this file says otherwise than the one the document is read from.</param>
public sealed record SourceLine(
    string Path, bool IsAbstract, int Start, int End, string TextSha256, DateTimeOffset IngestedAt,
    IReadOnlyList<SourceDifferenceLine> Differences);
