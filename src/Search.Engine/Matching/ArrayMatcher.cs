using System.Numerics;

namespace Search.Engine;

/// <summary>Passages given as bits, with their scores beside them.</summary>
/// <param name="bits">The passages.</param>
/// <param name="scores">Score by passage; empty for 0.</param>
internal sealed class ArrayMatcher(ulong[] bits, float[] scores) : Matcher
{
    public override long Cost { get; } = bits.Sum(word => (long)BitOperations.PopCount(word));

    public override int Advance(int target)
    {
        if (Doc >= target)
        {
            return Doc;
        }

        var word = target >> 6;
        if (word >= bits.Length)
        {
            return Doc = NoMore;
        }

        var rest = bits[word] & (ulong.MaxValue << (target & 63));
        while (rest == 0)
        {
            if (++word >= bits.Length)
            {
                return Doc = NoMore;
            }

            rest = bits[word];
        }

        return Doc = (word << 6) + BitOperations.TrailingZeroCount(rest);
    }

    public override float Score() => scores.Length == 0 ? 0 : scores[Doc];
}
