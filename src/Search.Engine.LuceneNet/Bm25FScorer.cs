using Lucene.Net.Search;

namespace Search.Engine.LuceneNet;

/// <summary>Hands out the documents of a segment whose score is above zero, in order.</summary>
internal sealed class Bm25FScorer(Weight weight, float[] scores) : Scorer(weight)
{
    private int _doc = -1;

    public override int DocID => _doc;

    public override int Freq => 1;

    public override float GetScore() => scores[_doc];

    public override long GetCost() => scores.Length;

    public override int NextDoc() => Advance(_doc + 1);

    public override int Advance(int target)
    {
        if (target >= scores.Length)
        {
            return _doc = NO_MORE_DOCS;
        }

        var offset = scores.AsSpan(target).IndexOfAnyExcept(0f);
        return _doc = offset < 0 ? NO_MORE_DOCS : target + offset;
    }
}
