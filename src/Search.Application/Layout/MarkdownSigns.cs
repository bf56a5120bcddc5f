using System.Text;

namespace Search.Application.Layout;

/// <summary>
/// Takes the signs of Markdown out of a text that is shown to readers: emphasis, escapes, superscript tags, and at the
/// start of a line the signs of headings and quotations. No word is changed, moved or dropped.
/// </summary>
internal static class MarkdownSigns
{
    private static readonly string[] Tags = ["<sup>", "</sup>", "<sub>", "</sub>", "<br>", "<br/>", "<u>", "</u>"];

    /// <summary>A fragment without its signs.</summary>
    /// <param name="text">Part of a source.</param>
    /// <param name="startsLine">Whether it begins where a line does.</param>
    public static string Without(ReadOnlySpan<char> text, bool startsLine = false)
    {
        if (!startsLine && !text.ContainsAny("*\\<\n"))
        {
            return text.ToString();
        }

        var shown = new StringBuilder(text.Length);
        Append(shown, text, startsLine);
        return shown.ToString();
    }

    /// <summary>Adds a fragment without its signs.</summary>
    /// <param name="shown">What is shown.</param>
    /// <param name="text">Part of a source.</param>
    /// <param name="startsLine">Whether it begins where a line does.</param>
    public static void Append(StringBuilder shown, ReadOnlySpan<char> text, bool startsLine)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (startsLine)
            {
                var start = Start(text[i..]);
                if (start > 0)
                {
                    i += start - 1;
                    startsLine = false;
                    continue;
                }
            }

            startsLine = text[i] == '\n';
            if (text[i] == '\\' && i + 1 < text.Length && char.IsAscii(text[i + 1]) && (char.IsPunctuation(text[i + 1]) || char.IsSymbol(text[i + 1])))
            {
                shown.Append(text[++i]);
                continue;
            }

            if (text[i] == '*')
            {
                continue;
            }

            if (text[i] == '<' && Tag(text[i..]) is var length and > 0)
            {
                i += length - 1;
                continue;
            }

            shown.Append(text[i]);
        }
    }

    /// <summary>How many characters at the start of a line are the sign of a heading or a quotation, with its space.</summary>
    public static int Start(ReadOnlySpan<char> line)
    {
        var at = 0;
        while (at < line.Length && line[at] == '>')
        {
            at++;
            if (at < line.Length && line[at] == ' ')
            {
                at++;
            }
        }

        var hashes = at;
        while (hashes < line.Length && line[hashes] == '#')
        {
            hashes++;
        }

        return hashes > at && hashes - at <= 6 && hashes < line.Length && line[hashes] == ' ' ? hashes + 1 : at;
    }

    private static int Tag(ReadOnlySpan<char> text)
    {
        foreach (var tag in Tags)
        {
            if (text.StartsWith(tag, StringComparison.OrdinalIgnoreCase))
            {
                return tag.Length;
            }
        }

        return 0;
    }
}
