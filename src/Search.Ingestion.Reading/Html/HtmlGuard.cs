using System.Buffers;

namespace Search.Ingestion.Reading;

/// <summary>
/// Tells by one scan whether a page is likely to be quick to parse. A tree parser's time grows with the square of the
/// nesting: 100,000 nested <c>div</c> took over a minute. Honest pages nest some dozens deep. What is made to get past
/// this scan is ended by the deadline of the process that parses.
/// </summary>
internal static class HtmlGuard
{
    private const int MaxDepth = 256;
    private const int MaxTag = 64 * 1024;

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n\f/>");

    /// <summary>Elements that never nest in themselves: they have no end, or a new one ends the one before.</summary>
    private static readonly HashSet<string> Flat = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot",
    };

    public static bool IsTame(ReadOnlySpan<char> html)
    {
        var open = new List<string>();
        while (html.IndexOf('<') is var start and >= 0)
        {
            html = html[(start + 1)..];
            if (html.StartsWith("!--"))
            {
                var end = html.IndexOf("-->");
                html = end < 0 ? [] : html[(end + 3)..];
                continue;
            }

            var isEnd = html is ['/', ..];
            var name = html[(isEnd ? 1 : 0)..];
            if (name.IsEmpty || !char.IsAsciiLetter(name[0]))
            {
                continue;
            }

            var nameLength = name.IndexOfAny(NameEnd);
            var close = html.IndexOf('>');
            if ((close > MaxTag || (close < 0 && html.Length > MaxTag)) && !IsLongByAValue(html, out close))
            {
                return false;
            }

            if (close < 0)
            {
                return true;
            }

            if (nameLength is > 0 and < 32)
            {
                Nest(open, name[..nameLength].ToString(), isEnd);
            }

            if (open.Count > MaxDepth)
            {
                return false;
            }

            html = html[(close + 1)..];
        }

        return true;
    }

    /// <summary>Whether a long tag is long by quoted values, such as a picture that a saved page carries in itself, and has no more
    /// beside them than others: many attributes are what takes time.</summary>
    /// <param name="html">The page from behind the sign that opens the tag.</param>
    /// <param name="close">Where the tag ends.</param>
    private static bool IsLongByAValue(ReadOnlySpan<char> html, out int close)
    {
        var beside = 0;
        for (close = 0; close < html.Length && beside <= MaxTag; close++)
        {
            if (html[close] == '>')
            {
                return true;
            }

            beside++;
            if (html[close] is '"' or '\'' && close > 0 && html[close - 1] == '=')
            {
                var end = html[(close + 1)..].IndexOf(html[close]);
                if (end < 0)
                {
                    return false;
                }

                close += end + 1;
            }
        }

        return false;
    }

    /// <summary>An end closes what stands inside its element as well; one without a beginning closes nothing.</summary>
    private static void Nest(List<string> open, string name, bool isEnd)
    {
        if (Flat.Contains(name))
        {
            return;
        }

        if (!isEnd)
        {
            open.Add(name);
            return;
        }

        var from = open.FindLastIndex(one => one.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (from >= 0)
        {
            open.RemoveRange(from, open.Count - from);
        }
    }
}
