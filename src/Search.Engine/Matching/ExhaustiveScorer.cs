using System.Buffers;

namespace Search.Engine;

/// <summary>Scores every passage of a segment that a disjunction touches; for counting, facets and sorting.</summary>
internal static class ExhaustiveScorer
{
    /// <summary>Adds up scores by passage and sets the bit of each touched passage.</summary>
    public static void Run(Segment segment, int number, List<ScoredList> lists, float[] scores, ulong[] touched)
    {
        foreach (var list in lists)
        {
            var own = list.Lists[number];
            if (own.Length == 0)
            {
                continue;
            }

            if (own.Length > 1)
            {
                var joined = ArrayPool<byte>.Shared.Rent(segment.Docs);
                Array.Clear(joined, 0, segment.Docs);
                SpellingUnion.Fill(segment, own, joined);
                AddUnion(joined.AsSpan(0, segment.Docs), list.Weight, scores, touched);
                ArrayPool<byte>.Shared.Return(joined);
                continue;
            }

            using var postings = segment.Pass(own[0]);
            var docs = postings.Docs;
            var impacts = postings.Impacts;
            for (var i = 0; i < docs.Length; i++)
            {
                Add(docs[i], impacts[i] * list.Weight, scores, touched);
            }
        }
    }

    private static void AddUnion(ReadOnlySpan<byte> impacts, float weight, float[] scores, ulong[] touched)
    {
        for (var doc = 0; doc < impacts.Length; doc++)
        {
            if (impacts[doc] > 0)
            {
                Add(doc, impacts[doc] * weight, scores, touched);
            }
        }
    }

    private static void Add(int doc, float score, float[] scores, ulong[] touched)
    {
        scores[doc] += score;
        touched[doc >> 6] |= 1UL << (doc & 63);
    }
}
