namespace Search.Engine;

/// <summary>A segment in one generation: its files, and which of its passages are live.</summary>
/// <param name="Segment">The files.</param>
/// <param name="Live">A bit a passage, in whole words of 64; null where none is deleted.</param>
/// <param name="LiveDocs">Live passages.</param>
internal sealed record SegmentState(ISegment Segment, ulong[]? Live, int LiveDocs);
