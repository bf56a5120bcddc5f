using Lucene.Net.Index;

namespace Search.Engine.LuceneNet;

/// <summary>One commit, open.</summary>
internal sealed class LuceneGeneration : SharedFiles, IIndexGeneration
{
    private readonly IReadOnlyList<LuceneSegment> _segments;
    private readonly Action<LuceneSegment> _closed;
    private readonly IDisposable? _hold;

    /// <param name="folder">The folder; null for an index without a commit.</param>
    /// <param name="reader">The commit; null for an index without one.</param>
    /// <param name="commit">The commit's number in its folder; commits that change nothing but the revision share a reader.</param>
    /// <param name="revision">The store's revision.</param>
    /// <param name="segments">The segments, each held once for this generation.</param>
    /// <param name="hold">Keeps the folder; given back with the generation.</param>
    /// <param name="closed">Notified of a segment whose files were closed.</param>
    public LuceneGeneration(
        IndexFolder? folder, DirectoryReader? reader, long commit, long revision, IReadOnlyList<LuceneSegment> segments, IDisposable? hold, Action<LuceneSegment> closed)
    {
        Folder = folder;
        Reader = reader;
        Revision = revision;
        Commit = commit;
        _segments = segments;
        _hold = hold;
        _closed = closed;
        Segments = reader is null ? [] : [.. reader.Leaves.Select((leaf, i) => State((SegmentReader)leaf.AtomicReader, segments[i]))];
    }

    /// <summary>The folder; null for an index without a commit.</summary>
    public IndexFolder? Folder { get; }

    /// <summary>The commit; null for an index without one.</summary>
    public DirectoryReader? Reader { get; }

    /// <summary>The commit's number in its folder.</summary>
    public long Commit { get; }

    // Commits are counted in each folder from 1; the folder's number keeps numbers rising over rebuilds.
    public long Number => ((long)(Folder?.Number ?? 0) << 32) | Commit;

    public long Revision { get; }

    public IReadOnlyList<SegmentState> Segments { get; }

    public void Dispose() => Release();

    protected override void Close()
    {
        foreach (var segment in _segments)
        {
            if (segment.Release())
            {
                _closed(segment);
            }
        }

        Reader?.Dispose();
        _hold?.Dispose();
    }

    private static SegmentState State(SegmentReader reader, LuceneSegment segment)
    {
        if (reader.LiveDocs is not { } live)
        {
            return new SegmentState(segment, null, reader.NumDocs);
        }

        var bits = new ulong[(segment.Docs + 63) / 64];
        for (var doc = 0; doc < segment.Docs; doc++)
        {
            if (live.Get(doc))
            {
                bits[doc >> 6] |= 1UL << (doc & 63);
            }
        }

        return new SegmentState(segment, bits, reader.NumDocs);
    }
}
