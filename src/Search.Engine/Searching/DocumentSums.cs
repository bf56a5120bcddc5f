using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Search.Engine;

/// <summary>
/// Sums a document: adding to those of a set, and choosing documents by their sums, eight at a time. Each sum is added to,
/// divided and compared as one by one, so nothing hangs on the width of the vectors.
/// </summary>
internal static class DocumentSums
{
    private const int Lanes = 8;

    private static readonly Vector256<int> Places = Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128);

    /// <summary>Adds a number to the sums of the documents of a set.</summary>
    /// <param name="set">The documents, a bit each.</param>
    /// <param name="told">What is added; not negative.</param>
    /// <param name="sums">The sums, as many as there are bits.</param>
    public static void Add(ReadOnlySpan<ulong> set, float told, Span<float> sums)
    {
        ref var first = ref MemoryMarshal.GetReference(sums[..(set.Length * 64)]);
        var added = Vector256.Create(told);
        for (var w = 0; w < set.Length; w++)
        {
            for (var word = set[w]; word != 0;)
            {
                var lane = BitOperations.TrailingZeroCount(word) / Lanes;
                var at = (nuint)((w * 64) + (lane * Lanes));
                var own = Vector256.Create((int)(byte)(word >> (lane * Lanes))) & Places;
                var mask = Vector256.Equals(own, Places).AsSingle();
                (Vector256.LoadUnsafe(ref first, at) + (added & mask)).StoreUnsafe(ref first, at);
                word &= ~(0xFFUL << (lane * Lanes));
            }
        }
    }

    /// <summary>Those of a set whose sums reach two limits.</summary>
    /// <param name="set">The documents to choose from.</param>
    /// <param name="one">The first sums.</param>
    /// <param name="least">What they must reach.</param>
    /// <param name="other">The second sums.</param>
    /// <param name="otherLeast">What those must reach.</param>
    public static DocumentSet Reaching(DocumentSet set, float[] one, float least, float[] other, float otherLeast)
    {
        var (limit, otherLimit) = (Vector256.Create(least), Vector256.Create(otherLeast));
        return Choose(set, at => Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref one[0], at), limit)
            & Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref other[0], at), otherLimit));
    }

    /// <summary>Those of a set whose share, both sums together by a divisor, reaches a limit.</summary>
    public static DocumentSet Reaching(DocumentSet set, float[] one, float[] other, float divisor, float least)
    {
        var limit = Vector256.Create(least);
        return Choose(set, at => Vector256.GreaterThanOrEqual(Share(one, other, divisor, at), limit));
    }

    /// <summary>The largest share among the documents of a set; 0 where there is none.</summary>
    public static float Largest(DocumentSet set, float[] one, float[] other, float divisor)
    {
        var best = Vector256<float>.Zero;
        Visit(set, (at, mask) => best = Vector256.Max(best, Share(one, other, divisor, at) & mask.AsSingle()));
        var largest = 0f;
        for (var lane = 0; lane < Lanes; lane++)
        {
            largest = Math.Max(largest, best[lane]);
        }

        return largest;
    }

    private static Vector256<float> Share(float[] one, float[] other, float divisor, nuint at) =>
        (Vector256.LoadUnsafe(ref one[0], at) + Vector256.LoadUnsafe(ref other[0], at)) / divisor;

    private static DocumentSet Choose(DocumentSet set, Func<nuint, Vector256<float>> fits)
    {
        var chosen = new DocumentSet(set.Size);
        Visit(set, (at, mask) => chosen.Or((int)at, (byte)(fits(at) & mask.AsSingle()).ExtractMostSignificantBits()));
        return chosen;
    }

    // Eight documents at a time, with a mask of those that are in the set.
    private static void Visit(DocumentSet set, Action<nuint, Vector256<int>> visit)
    {
        var bits = set.Bits;
        for (var w = 0; w < bits.Length; w++)
        {
            for (var lane = 0; lane < 64 / Lanes && bits[w] >> (lane * Lanes) != 0; lane++)
            {
                var own = (int)(byte)(bits[w] >> (lane * Lanes));
                if (own != 0)
                {
                    visit((nuint)((w * 64) + (lane * Lanes)), Vector256.Equals(Vector256.Create(own) & Places, Places));
                }
            }
        }
    }
}
