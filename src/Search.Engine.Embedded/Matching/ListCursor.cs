namespace Search.Engine.Embedded;

/// <summary>Walks one posting list with block skipping.</summary>
internal sealed class ListCursor(Segment segment, PostingRef list)
{
    private readonly uint[] _docs = new uint[BitPacker.BlockSize];
    private readonly uint[] _impacts = new uint[BitPacker.BlockSize];
    private int _block = -1;
    private int _count;
    private int _at;

    /// <summary>The current passage; -1 before the first move.</summary>
    public int Doc { get; private set; } = -1;

    /// <summary>Impact in the current passage.</summary>
    public byte Impact => list.Bytes == 0 ? list.SingleImpact : (byte)_impacts[_at];

    /// <summary>Moves to the first passage at or after the target.</summary>
    public int Advance(int target)
    {
        if (Doc >= target)
        {
            return Doc;
        }

        if (list.Bytes == 0)
        {
            return Doc = list.Offset >= target && Doc < list.Offset ? (int)list.Offset : Matcher.NoMore;
        }

        var postings = segment.Postings(list);
        if (_block < 0 || _docs[_count - 1] < (uint)target)
        {
            var block = postings.FindBlock(_block < 0 ? 0 : _block + 1, (uint)target);
            if (block >= postings.Blocks)
            {
                return Doc = Matcher.NoMore;
            }

            _count = postings.Decode(block, _docs, _impacts);
            _block = block;
            _at = 0;
        }

        while (_at < _count && _docs[_at] < (uint)target)
        {
            _at++;
        }

        return Doc = _at < _count ? (int)_docs[_at] : Matcher.NoMore;
    }
}
