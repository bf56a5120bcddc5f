using System.Text;
using Search.Ingestion.Corrections;
using Search.Text;

namespace Search.Application.Notebooks;

/// <summary>A place in a text by its words and those around them, found again where the text has changed elsewhere.</summary>
internal static class QuotedPlace
{
    /// <summary>The words of a place and those around it, whitespace as one blank.</summary>
    public static (string Quote, string Before, string After) Of(string source, TextSpan span)
    {
        var before = CitationCorrections.OneLine(source[Math.Max(0, span.Start - (2 * CitationCorrections.Context))..span.Start]);
        var after = CitationCorrections.OneLine(source[span.End..Math.Min(source.Length, span.End + (2 * CitationCorrections.Context))]);
        return (
            CitationCorrections.OneLine(source[span.Start..span.End]).Trim(),
            before[Math.Max(0, before.Length - CitationCorrections.Context)..].Trim(),
            after[..Math.Min(after.Length, CitationCorrections.Context)].Trim());
    }

    /// <summary>Where the words stand: of several places the one with the most of the words around them; null for nowhere.</summary>
    public static TextSpan? Find(string source, TextSpan within, string quote, string? before, string? after)
    {
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
            var score = CommonEnd(text.AsSpan(0, at).TrimEnd(), before) + text.AsSpan(at + quote.Length).TrimStart().CommonPrefixLength(after);
            if (score > best)
            {
                (best, found) = (score, new TextSpan(places[at], places[at + quote.Length - 1] + 1));
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
