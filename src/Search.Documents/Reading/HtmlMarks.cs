using System.Net;
using Search.Text;

namespace Search.Documents.Reading;

/// <summary>HTML inside Markdown and plain text: tags are left out or break lines, entities are resolved, scripts go.</summary>
internal static class HtmlMarks
{
    private const int MaxTag = 2_000;
    private const int MaxEntity = 12;
    private static readonly string HardBreak = Block.HardBreak.ToString();

    private static readonly string[] Lines =
        ["br", "p", "div", "tr", "table", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "body", "html", "head", "title", "hr", "section", "article", "center"];

    /// <summary>What a tag reads: a line, a cell's end, nothing.</summary>
    public static string Reading(ReadOnlySpan<char> tag)
    {
        var name = Name(tag);
        if (name.Equals("td", StringComparison.OrdinalIgnoreCase) || name.Equals("th", StringComparison.OrdinalIgnoreCase))
        {
            return tag.StartsWith("</") ? "" : "\t";
        }

        foreach (var line in Lines)
        {
            if (name.Equals(line, StringComparison.OrdinalIgnoreCase))
            {
                return HardBreak;
            }
        }

        return "";
    }

    /// <summary>Whether what follows a tag is raised above the line.</summary>
    public static bool IsRaised(ReadOnlySpan<char> tag, bool before) =>
        Name(tag).Equals("sup", StringComparison.OrdinalIgnoreCase) ? !tag.StartsWith("</") : before;

    /// <summary>The number of a note in raised figures, so that it never joins the word before it.</summary>
    public static string Raise(ReadOnlySpan<char> figures)
    {
        Span<char> raised = stackalloc char[figures.Length];
        for (var i = 0; i < figures.Length; i++)
        {
            raised[i] = "⁰¹²³⁴⁵⁶⁷⁸⁹"[figures[i] - '0'];
        }

        return raised.ToString();
    }

    /// <summary>Whether a file that calls itself text is a web page.</summary>
    public static bool IsPage(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 4_096));
        return head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<body", StringComparison.OrdinalIgnoreCase)
            || (head.Contains("</p>", StringComparison.OrdinalIgnoreCase) && head.TrimStart().StartsWith("<"));
    }

    /// <summary>The text between the tags of a stretch, as one block; none where it has no text.</summary>
    public static IEnumerable<Block> Blocks(string text, TextSpan span)
    {
        var block = new BlockText(text, span);
        var from = span.Start;
        for (var i = span.Start; i < span.End;)
        {
            if (text[i] == '<' && TagEnd(text, i, span.End) is var end && end > i)
            {
                block.Keep(from, i);
                block.Replace(i, end, Reading(text.AsSpan(i, end - i)));
                from = i = end;
            }
            else if (text[i] == '&' && Entity(text, i, span.End) is { } entity)
            {
                block.Keep(from, i);
                block.Replace(i, i + entity.Length, entity.Text);
                from = i += entity.Length;
            }
            else
            {
                i++;
            }
        }

        block.Keep(from, span.End);
        return block.TryBuild(BlockKind.Paragraph, 0, isWrapped: false, out var built) ? [built] : [];
    }

    private static (int Length, string Text)? Entity(string text, int at, int end)
    {
        var close = text.IndexOf(';', at, Math.Min(MaxEntity, end - at));
        if (close < 0)
        {
            return null;
        }

        var written = text[at..(close + 1)];
        var decoded = WebUtility.HtmlDecode(written);
        return string.Equals(decoded, written, StringComparison.Ordinal) ? null : (written.Length, decoded is "\u00A0" ? " " : decoded);
    }

    /// <summary>One past a tag, comment, script or style; the place itself where none begins.</summary>
    private static int TagEnd(string text, int at, int end)
    {
        var rest = text.AsSpan(at, end - at);
        if (rest.StartsWith("<!--"))
        {
            var close = rest.IndexOf("-->");
            return close < 0 ? end : at + close + 3;
        }

        if (rest.Length < 3 || !(char.IsAsciiLetter(rest[1]) || (rest[1] is '/' or '!' or '?' && (char.IsAsciiLetter(rest[2]) || rest[1] == '!'))))
        {
            return at;
        }

        var tag = rest[..Math.Min(rest.Length, MaxTag)].IndexOf('>');
        if (tag < 0)
        {
            return at;
        }

        foreach (var hidden in (ReadOnlySpan<string>)["script", "style"])
        {
            if (Name(rest).Equals(hidden, StringComparison.OrdinalIgnoreCase) && rest[1] != '/')
            {
                var close = rest.IndexOf($"</{hidden}", StringComparison.OrdinalIgnoreCase);
                var gt = close < 0 ? -1 : rest[close..].IndexOf('>');
                return gt < 0 ? end : at + close + gt + 1;
            }
        }

        return at + tag + 1;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var name = tag.TrimStart("</");
        var end = 0;
        while (end < name.Length && char.IsAsciiLetterOrDigit(name[end]))
        {
            end++;
        }

        return name[..end];
    }
}
