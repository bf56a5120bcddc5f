namespace Search.Engine;

/// <summary>Walks the postings of one term, skipping ahead by galloping.</summary>
internal sealed class ListCursor(PostingArrays postings)
{
    private int _at = -1;

    /// <summary>The current passage; -1 before the first move.</summary>
    public int Doc { get; private set; } = -1;

    /// <summary>Impact in the current passage.</summary>
    public byte Impact => postings.Impacts[_at];

    /// <summary>Moves to the first passage at or after the target.</summary>
    public int Advance(int target)
    {
        if (Doc >= target)
        {
            return Doc;
        }

        var docs = postings.Docs;
        var low = _at + 1;
        var step = 1;
        while (low + step < docs.Length && docs[low + step] < target)
        {
            low += step;
            step *= 2;
        }

        var found = Array.BinarySearch(docs, low, Math.Min(step + 1, docs.Length - low), target);
        _at = found >= 0 ? found : ~found;
        return Doc = _at < docs.Length ? docs[_at] : Matcher.NoMore;
    }
}
