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

            var (docs, impacts) = segment.Postings(own[0]);
            for (var i = 0; i < docs.Length; i++)
            {
                Add(docs[i], impacts[i] * list.Weight, scores, touched);
            }
        }
    }

    /// <summary>Adds up scores by passage where nobody asks which passages were touched.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="number">Its number in the generation.</param>
    /// <param name="lists">The lists.</param>
    /// <param name="scores">A score a passage, in whole ranges.</param>
    public static void Run(Segment segment, int number, List<ScoredList> lists, Span<float> scores)
    {
        foreach (var list in lists)
        {
            var own = list.Lists[number];
            if (own.Length == 0)
            {
                continue;
            }

            if (segment.Rows.Earns(own))
            {
                segment.Rows.Of(own).AddAll(scores, list.Weight);
            }
            else if (own.Length > 1)
            {
                var joined = ArrayPool<byte>.Shared.Rent(segment.Docs);
                Array.Clear(joined, 0, segment.Docs);
                SpellingUnion.Fill(segment, own, joined);
                ImpactSums.Add(joined.AsSpan(0, segment.Docs), list.Weight, scores);
                ArrayPool<byte>.Shared.Return(joined);
            }
            else
            {
                var (docs, impacts) = segment.Postings(own[0]);
                for (var i = 0; i < docs.Length; i++)
                {
                    scores[docs[i]] += impacts[i] * list.Weight;
                }
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
