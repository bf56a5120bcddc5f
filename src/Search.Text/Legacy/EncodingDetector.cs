namespace Search.Text.Legacy;

/// <summary>Chooses the legacy encoding whose reading of the bytes looks most Vietnamese.</summary>
internal static class EncodingDetector
{
    /// <summary>Enough words for a verdict; longer files are judged by their beginning.</summary>
    private const int SampleLength = 1 << 16;

    private const double LeastShare = 0.6;

    private static readonly LegacyEncoding[] Candidates =
        [LegacyEncoding.Tcvn3, LegacyEncoding.Vni, LegacyEncoding.Cp1258, LegacyEncoding.Viscii, LegacyEncoding.Vps];

    /// <summary>Detects among the encodings that use bytes beyond ASCII.</summary>
    internal static bool TryDetect(ReadOnlySpan<byte> bytes, out LegacyEncoding encoding, out double confidence)
    {
        encoding = default;
        var sample = Sample(bytes);
        double best = 0, second = 0, share = 0;
        var evidence = 0;
        foreach (var candidate in Candidates)
        {
            var score = EncodingScore.Of(LegacyDecoder.Decode(sample, candidate, out _));
            if (score.Rank > best)
            {
                second = best;
                best = score.Rank;
                share = score.Share;
                evidence = score.Valid;
                encoding = candidate;
            }
            else if (score.Rank > second)
            {
                second = score.Rank;
            }
        }

        // Few words or a close second make a verdict weak even where every word is well formed.
        var margin = best > 0 ? (best - second) / best : 0;
        confidence = Math.Round(share * (0.5 + (0.5 * Math.Min(1, margin * 2))) * (evidence / (evidence + 1.0)), 3);
        return share >= LeastShare;
    }

    /// <summary>From the first byte beyond ASCII, so that a long plain heading does not hide the text.</summary>
    private static ReadOnlySpan<byte> Sample(ReadOnlySpan<byte> bytes)
    {
        var first = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
        var start = Math.Max(0, first - 64);
        return bytes.Slice(start, Math.Min(SampleLength, bytes.Length - start));
    }
}
