using Search.Store.Corrections;
using Search.Text;

namespace Search.Ingestion.Corrections;

/// <summary>Where documents begin and end in a file, as people said it.</summary>
public static class ExtentCorrections
{
    /// <summary>Letters of the first and of the last words that are kept.</summary>
    private const int Longest = 60;

    /// <summary>The first and the last words of a stretch, with those before and after it.</summary>
    /// <param name="source">The decoded source.</param>
    /// <param name="span">The stretch.</param>
    public static (string First, string Last, string Before, string After) Quote(string source, TextSpan span)
    {
        var (quote, before, after) = QuotedPlace.Of(source, span);
        return (quote[..Math.Min(quote.Length, Longest)].TrimEnd(), quote[Math.Max(0, quote.Length - Longest)..].TrimStart(), before, after);
    }

    /// <summary>The stretch that a correction means in a text; null where its first or last words do not stand there any more.</summary>
    /// <param name="correction">The correction.</param>
    /// <param name="source">The decoded source.</param>
    public static TextSpan? Find(Correction correction, string source)
    {
        ArgumentNullException.ThrowIfNull(correction);
        ArgumentNullException.ThrowIfNull(source);
        if (correction is not { Quote.Length: > 0, Until.Length: > 0 }
            || QuotedPlace.Find(source, new TextSpan(0, source.Length), correction.Quote, correction.Before, null) is not { } first)
        {
            return null;
        }

        // Both may be the same few words.
        return QuotedPlace.Find(source, new TextSpan(first.Start, source.Length), correction.Until, null, correction.After) is { } last
            ? new TextSpan(first.Start, Math.Max(first.End, last.End))
            : null;
    }

    /// <summary>The stretches of a text that are one document each, ascending; of two that overlap the later one counts.</summary>
    /// <param name="source">The decoded source.</param>
    /// <param name="corrections">Those that stand of the file, oldest first.</param>
    public static IReadOnlyList<(Correction Correction, TextSpan Span)> Decided(string source, IReadOnlyList<Correction> corrections)
    {
        ArgumentNullException.ThrowIfNull(corrections);
        var decided = new List<(Correction Correction, TextSpan Span)>();
        foreach (var correction in corrections)
        {
            if (Find(correction, source) is { } span)
            {
                decided.RemoveAll(other => other.Span.Start < span.End && span.Start < other.Span.End);
                decided.Add((correction, span));
            }
        }

        return [.. decided.OrderBy(one => one.Span.Start)];
    }
}
