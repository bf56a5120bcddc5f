namespace Search.Engine.Embedded;

/// <summary>One list out of several spellings of a word: frequencies add up, then saturate.</summary>
internal static class SpellingUnion
{
    private static readonly float[] Frequencies = MakeFrequencies();

    /// <summary>The impact of frequencies that add up to both impacts' frequencies.</summary>
    public static byte Join(byte one, byte other) =>
        one == 0 ? other : other == 0 ? one : Impact.Quantise(Frequencies[one] + Frequencies[other]);

    /// <summary>Impacts of the union, indexed by passage; 0 where it does not occur.</summary>
    public static byte[] Of(Segment segment, PostingRef[] lists)
    {
        var impacts = new byte[segment.Docs];
        Span<uint> docs = stackalloc uint[BitPacker.BlockSize];
        Span<uint> levels = stackalloc uint[BitPacker.BlockSize];
        foreach (var list in lists)
        {
            if (list.Bytes == 0)
            {
                ref var place = ref impacts[(int)list.Offset];
                place = Join(place, list.SingleImpact);
                continue;
            }

            var postings = segment.Postings(list);
            for (var block = 0; block < postings.Blocks; block++)
            {
                var count = postings.Decode(block, docs, levels);
                for (var i = 0; i < count; i++)
                {
                    ref var place = ref impacts[(int)docs[i]];
                    place = Join(place, (byte)levels[i]);
                }
            }
        }

        return impacts;
    }

    private static float[] MakeFrequencies()
    {
        var frequencies = new float[RankingConstants.ImpactLevels + 1];
        for (var level = 1; level < frequencies.Length; level++)
        {
            // The top level stands for everything that rounds to it; half a step below one keeps it finite.
            var saturated = Math.Min(level, RankingConstants.ImpactLevels - 0.5f) / RankingConstants.ImpactLevels;
            frequencies[level] = RankingConstants.K1 * saturated / (1 - saturated);
        }

        return frequencies;
    }
}
