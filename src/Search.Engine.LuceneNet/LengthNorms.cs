using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace Search.Engine.LuceneNet;

/// <summary>
/// For every passage of a segment the factor its weighted counts are multiplied by. Made once a segment from the exact
/// lengths that <see cref="SyllableCountSimilarity"/> writes, and kept as long as the segment is open: deletes do not
/// change it.
/// </summary>
internal static class LengthNorms
{
    private static readonly ConditionalWeakTable<object, float[]> Known = [];

    /// <summary>The factors, indexed by passage.</summary>
    public static float[] Of(AtomicReader reader) => Known.GetValue(reader.CoreCacheKey, _ => Make(reader));

    private static float[] Make(AtomicReader reader)
    {
        var factors = new float[reader.MaxDoc];
        foreach (var field in IndexFields.TextFields)
        {
            if (reader.GetNormValues(field) is not { } lengths)
            {
                continue;
            }

            var weight = Bm25F.FieldWeight(field);
            for (var doc = 0; doc < factors.Length; doc++)
            {
                factors[doc] += weight * lengths.Get(doc);
            }
        }

        for (var doc = 0; doc < factors.Length; doc++)
        {
            factors[doc] = 1 / Bm25F.LengthNorm(factors[doc]);
        }

        return factors;
    }
}
