namespace Search.Engine;

/// <summary>One list out of several spellings of a word: frequencies add up, then saturate.</summary>
internal static class SpellingUnion
{
    private static readonly byte[] Joined = MakeJoined();

    /// <summary>The impact of frequencies that add up to both impacts' frequencies.</summary>
    public static byte Join(byte one, byte other) => Joined[(one << 8) | other];

    /// <summary>Joins the lists into impacts indexed by passage, which hold 0 where no spelling occurs.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="lists">The spellings' lists.</param>
    /// <param name="impacts">One byte a passage; 0 before.</param>
    public static void Fill(Segment segment, TermEntry[] lists, Span<byte> impacts)
    {
        foreach (var list in lists)
        {
            using var postings = segment.Pass(list);
            var docs = postings.Docs;
            var levels = postings.Impacts;
            for (var i = 0; i < docs.Length; i++)
            {
                ref var place = ref impacts[docs[i]];
                place = place == 0 ? levels[i] : Join(place, levels[i]);
            }
        }
    }

    private static byte[] MakeJoined()
    {
        var frequencies = new float[RankingConstants.ImpactLevels + 1];
        for (var level = 1; level < frequencies.Length; level++)
        {
            // The top level stands for everything that rounds to it; half a step below one keeps it finite.
            var saturated = Math.Min(level, RankingConstants.ImpactLevels - 0.5f) / RankingConstants.ImpactLevels;
            frequencies[level] = RankingConstants.K1 * saturated / (1 - saturated);
        }

        var joined = new byte[1 << 16];
        for (var one = 0; one <= RankingConstants.ImpactLevels; one++)
        {
            for (var other = 0; other <= RankingConstants.ImpactLevels; other++)
            {
                joined[(one << 8) | other] = one == 0 ? (byte)other : other == 0 ? (byte)one
                    : Impact.Quantize(frequencies[one] + frequencies[other]);
            }
        }

        return joined;
    }
}
