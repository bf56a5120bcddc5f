using System.Net;
using System.Text;
using Search.Text;

namespace Search.Documents.Secrecy;

/// <summary>
/// A line of a source as it is printed, cell by cell: tags, entities and signs of Markdown resolved, letters read as an
/// eye reads them, letters of old fonts converted.
/// </summary>
internal static class LineText
{
    /// <summary>A longer cell is running text, whatever stands in it, and is left as it is.</summary>
    private const int Limit = 600;

    private static readonly string[] Breaking = ["br", "td", "th", "tr", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "table"];

    private static readonly string[] Naming = ["alt=", "title=", "aria-label=", "value=", "placeholder="];

    private static readonly LegacyEncoding[] Fonts = [LegacyEncoding.Tcvn3, LegacyEncoding.Vni, LegacyEncoding.Viscii, LegacyEncoding.Vps];

    /// <summary>The cells of a line that are not blank.</summary>
    /// <param name="line">The line as it stands in the source.</param>
    /// <param name="mark">The word that old fonts are tried for, in lower case.</param>
    public static IReadOnlyList<string> Cells(ReadOnlySpan<char> line, string mark)
    {
        var cells = new List<string>();
        var plain = WithoutMarkup(line);
        var start = 0;
        for (var i = 0; i <= plain.Length;)
        {
            var blanks = 0;
            while (i + blanks < plain.Length && plain[i + blanks] is ' ' or '\u00A0')
            {
                blanks++;
            }

            // Three blanks part columns; two are a slip of the hand.
            if (i < plain.Length && plain[i] is not ('\t' or '\n') && blanks < 3)
            {
                i += Math.Max(1, blanks);
                continue;
            }

            var cell = plain[start..i].Trim();
            if (cell.Length > 0)
            {
                cells.Add(cell.Length > Limit ? cell : Read(cell, mark));
            }

            i += Math.Max(1, blanks);
            start = Math.Min(i, plain.Length);
        }

        cells.RemoveAll(string.IsNullOrWhiteSpace);
        return Joined(cells);
    }

    /// <summary>Three or more cells of one letter in a row are one word, written a letter a cell.</summary>
    private static List<string> Joined(List<string> cells)
    {
        for (var i = 0; i + 2 < cells.Count; i++)
        {
            var count = cells.Skip(i).TakeWhile(cell => cell.Length == 1 && char.IsLetter(cell[0])).Count();
            if (count >= 3)
            {
                cells[i] = string.Concat(cells.GetRange(i, count));
                cells.RemoveRange(i + 1, count - 1);
            }
        }

        return cells;
    }

    private static string Read(string cell, string mark)
    {
        if (!Ascii.IsValid(cell))
        {
            // Letters of an old font that were made small or capital in Unicode are other letters of it.
            var composed = VisualText.Compose(cell);
            foreach (var (written, font) in Fonts.Select(font => (composed, font)).Concat(Fonts.Select(font => (composed.ToUpperInvariant(), font))))
            {
                if (VisualText.ReadLegacy(written, font) is { } converted && Words.Holds(converted, mark) && !Words.Holds(cell, mark))
                {
                    return converted;
                }
            }

            cell = WithOldWords(composed, mark);
        }

        return WithTypedWords(VisualText.Read(cell), mark);
    }

    /// <summary>The words of a cell as they were meant when its mark was typed with the keyboard switched off: <c>TOOIS MAAJT</c>.</summary>
    private static string WithTypedWords(string cell, string mark)
    {
        if (!cell.Contains("aa", StringComparison.OrdinalIgnoreCase) || !Words.Of(cell).Exists(word => Typed(word.Text) is { } typed && string.Equals(typed, mark, StringComparison.OrdinalIgnoreCase)))
        {
            return cell;
        }

        var read = new StringBuilder(cell);
        foreach (var word in Enumerable.Reverse(Words.Of(cell)))
        {
            if (Typed(word.Text) is { } typed)
            {
                read.Remove(word.Start, word.End - word.Start).Insert(word.Start, typed);
            }
        }

        return read.ToString();
    }

    private static string? Typed(string word) => VietnameseTyping.TryRead(word, out var syllable)
        ? word.Any(char.IsLower) ? syllable : syllable.ToUpperInvariant()
        : null;

    /// <summary>Words of an old font between words of another are converted when one of them is the mark.</summary>
    private static string WithOldWords(string cell, string mark)
    {
        var words = cell.Split(' ');
        foreach (var font in Fonts)
        {
            var converted = Array.ConvertAll(words, word => Ascii.IsValid(word) ? word : VisualText.ReadLegacy(word, font) ?? word);
            if (words.Where((word, i) => Words.Holds(converted[i], mark) && !Words.Holds(word, mark)).Any())
            {
                return string.Join(' ', converted);
            }
        }

        return cell;
    }

    /// <summary>Tags that begin a line or a cell become tabs, other tags and the signs of Markdown nothing.</summary>
    private static string WithoutMarkup(ReadOnlySpan<char> line)
    {
        var text = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '<' && i + 1 < line.Length && (IsTag(line[(i + 1)..]) || line[i + 1] is '/' or '!') && line[i..].Contains('>'))
            {
                var length = line[i..].IndexOf('>');
                if (IsBreak(line.Slice(i + 1, length - 1)))
                {
                    text.Append('\t');
                }

                Named(line.Slice(i + 1, length - 1), text);

                i += length;
            }
            else if (c == ']' && i + 1 < line.Length && line[i + 1] == '(' && line[i..].Contains(')'))
            {
                text.Append(c);
                i += line[i..].IndexOf(')'); // the address of a link or a picture
            }
            else if (c is '|')
            {
                text.Append('\t');
            }
            else if (c is not ('*' or '_' or '~' or '`' or '\\'))
            {
                text.Append(c);
            }
        }

        var plain = text.ToString();
        return plain.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(plain) : plain;
    }

    /// <summary>What a tag says in the place of a picture or beside it, as a cell.</summary>
    private static void Named(ReadOnlySpan<char> tag, StringBuilder text)
    {
        foreach (var name in Naming)
        {
            var at = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && tag[at - 1] is ' ' or '\t' && at + name.Length < tag.Length && tag[at + name.Length] is '"' or '\'' or '“')
            {
                var value = tag[(at + name.Length + 1)..];
                var end = value.IndexOf(tag[at + name.Length]);
                text.Append('\t').Append(end < 0 ? value : value[..end]).Append('\t');
            }
        }
    }

    /// <summary>Whether a name of a tag comes next; other letters between such signs are words: <c>&lt;TUYỆT MẬT&gt;</c>.</summary>
    private static bool IsTag(ReadOnlySpan<char> after)
    {
        var end = 0;
        while (end < after.Length && (char.IsAsciiLetterOrDigit(after[end]) || after[end] is '-' or ':'))
        {
            end++;
        }

        return end > 0 && char.IsAsciiLetter(after[0]) && (end == after.Length || after[end] is '>' or '/' || char.IsWhiteSpace(after[end]));
    }

    private static bool IsBreak(ReadOnlySpan<char> tag)
    {
        var name = tag.TrimStart('/');
        var end = 0;
        while (end < name.Length && char.IsAsciiLetterOrDigit(name[end]))
        {
            end++;
        }

        foreach (var known in Breaking)
        {
            if (name[..end].Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
