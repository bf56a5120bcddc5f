using System.Text;
using Search.Store.Corrections;
using Search.Text;

namespace Search.Ingestion.Corrections;

/// <summary>A place in a text by its words and those around it, found again where the text has changed elsewhere.</summary>
public static class QuotedPlace
{
    /// <summary>The place counts as found again while so many letters of either side are the same.</summary>
    private const int LeastContext = 12;

    /// <summary>The words of a place and those around it, whitespace as one blank.</summary>
    /// <param name="source">The decoded source.</param>
    /// <param name="span">The place.</param>
    public static (string Quote, string Before, string After) Of(string source, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(source);
        var before = CitationCorrections.OneLine(source[Math.Max(0, span.Start - (2 * CitationCorrections.Context))..span.Start]);
        var after = CitationCorrections.OneLine(source[span.End..Math.Min(source.Length, span.End + (2 * CitationCorrections.Context))]);
        return (
            CitationCorrections.OneLine(source[span.Start..span.End]).Trim(),
            before[Math.Max(0, before.Length - CitationCorrections.Context)..].Trim(),
            after[..Math.Min(after.Length, CitationCorrections.Context)].Trim());
    }

    /// <summary>The place of a correction that quotes words: null where they do not stand there any more, or others stand on
    /// both sides of them.</summary>
    /// <param name="correction">The correction.</param>
    /// <param name="source">The decoded source.</param>
    /// <param name="within">Where to look.</param>
    public static TextSpan? Find(Correction correction, string source, TextSpan within)
    {
        ArgumentNullException.ThrowIfNull(correction);
        return correction.Quote is { Length: > 0 } quote ? Find(source, within, quote, correction.Before, correction.After, needsContext: true) : null;
    }

    /// <summary>Where the words stand: of several places the one with the most of the words around them; null for nowhere.</summary>
    /// <param name="source">The decoded source.</param>
    /// <param name="within">Where to look.</param>
    /// <param name="quote">The words, whitespace as one blank.</param>
    /// <param name="before">The words before them.</param>
    /// <param name="after">The words after them.</param>
    public static TextSpan? Find(string source, TextSpan within, string quote, string? before, string? after) =>
        Find(source, within, quote, before, after, needsContext: false);

    private static TextSpan? Find(string source, TextSpan within, string quote, string? before, string? after, bool needsContext)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(quote);
        // The text with whitespace as one blank, and from each of its letters the way back.
        var line = new StringBuilder(within.Length);
        var places = new List<int>(within.Length);
        for (var i = within.Start; i < within.End; i++)
        {
            if (!char.IsWhiteSpace(source[i]))
            {
                line.Append(source[i]);
                places.Add(i);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
                places.Add(i);
            }
        }

        var text = line.ToString();
        var (best, found) = (-1, (TextSpan?)null);
        for (var at = text.IndexOf(quote, StringComparison.Ordinal); at >= 0 && quote.Length > 0; at = text.IndexOf(quote, at + 1, StringComparison.Ordinal))
        {
            var left = CommonEnd(text.AsSpan(0, at).TrimEnd(), before);
            var right = text.AsSpan(at + quote.Length).TrimStart().CommonPrefixLength(after);
            // At the edge of a text there may be less than that to compare.
            var isSame = !needsContext || left >= Math.Min(LeastContext, before?.Length ?? 0) || right >= Math.Min(LeastContext, after?.Length ?? 0);
            if (isSame && left + right > best)
            {
                (best, found) = (left + right, new TextSpan(places[at], places[at + quote.Length - 1] + 1));
            }
        }

        return found;
    }

    private static int CommonEnd(ReadOnlySpan<char> text, string? words)
    {
        var n = 0;
        while (n < text.Length && n < (words?.Length ?? 0) && text[^(n + 1)] == words![^(n + 1)])
        {
            n++;
        }

        return n;
    }
}
