using System.Buffers;

namespace Search.Engine;

/// <summary>
/// The postings of a term for one pass over them: those that are kept, or read into lent memory that goes back at the end of the
/// pass. A frequent word takes megabytes in a large segment, and what is made of it is kept instead.
/// </summary>
internal readonly ref struct PostingPass : IDisposable
{
    private readonly int[] _docs;
    private readonly byte[] _impacts;
    private readonly int _count;
    private readonly bool _isLent;

    /// <param name="kept">Postings that are kept.</param>
    public PostingPass(PostingArrays kept) => (_docs, _impacts, _count) = (kept.Docs, kept.Impacts, kept.Docs.Length);

    /// <param name="segment">The segment to read from.</param>
    /// <param name="term">The term.</param>
    public PostingPass(ISegment segment, TermEntry term)
    {
        (_docs, _impacts) = (ArrayPool<int>.Shared.Rent(term.Count), ArrayPool<byte>.Shared.Rent(term.Count));
        (_count, _isLent) = (term.Count, true);
        segment.Decode(term, _docs.AsSpan(0, _count), _impacts.AsSpan(0, _count));
    }

    /// <summary>Passages, ascending, deleted ones included.</summary>
    public ReadOnlySpan<int> Docs => _docs.AsSpan(0, _count);

    /// <summary>The impact in each, 1 to 255.</summary>
    public ReadOnlySpan<byte> Impacts => _impacts.AsSpan(0, _count);

    /// <summary>Gives lent memory back.</summary>
    public void Dispose()
    {
        if (_isLent)
        {
            ArrayPool<int>.Shared.Return(_docs);
            ArrayPool<byte>.Shared.Return(_impacts);
        }
    }
}
