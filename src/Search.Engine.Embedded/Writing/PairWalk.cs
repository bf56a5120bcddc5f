namespace Search.Engine.Embedded;

/// <summary>Walks one group of compounds with second syllables renumbered for a merge.</summary>
internal sealed class PairWalk
{
    private readonly List<(int Second, PostingRef Postings)> _pairs = [];
    private int _at;

    public PairWalk(int source, PairCursor cursor, int[] termMap)
    {
        Source = source;
        while (cursor.MoveNext())
        {
            var second = termMap[(int)cursor.Second];
            if (second >= 0)
            {
                _pairs.Add((second, cursor.Postings));
            }
        }
    }

    /// <summary>Number of the source segment.</summary>
    public int Source { get; }

    /// <summary>Second syllable in the merged dictionary; <see cref="int.MaxValue"/> past the last.</summary>
    public int Second => _at < _pairs.Count ? _pairs[_at].Second : int.MaxValue;

    /// <summary>Postings of the current compound.</summary>
    public PostingRef Postings => _pairs[_at].Postings;

    public void MoveNext() => _at++;
}
