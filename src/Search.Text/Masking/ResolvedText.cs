using System.Globalization;
using System.Net;
using System.Text;
using Search.Text.Characters;

namespace Search.Text.Masking;

/// <summary>
/// A text as its reader sees it, for finding what must not be seen: figures and letters of other widths are plain ones,
/// entities are resolved, tags, Markdown's signs of emphasis and escapes and characters without form are left out. Every
/// character knows the stretch of the source it came from.
/// </summary>
internal sealed class ResolvedText
{
    private const int LongestTag = 400;
    private const int LongestEntity = 12;

    private static readonly string[] LineTags = ["br", "p", "div", "td", "th", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre"];

    private readonly StringBuilder _text;
    private readonly List<int> _starts;
    private readonly List<int> _ends;

    private ResolvedText(int length)
    {
        _text = new StringBuilder(length);
        _starts = new List<int>(length);
        _ends = new List<int>(length);
    }

    /// <summary>The characters.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Stretches of tags that hold attributes: an address may stand in one.</summary>
    public List<TextSpan> Attributes { get; } = [];

    /// <summary>Resolves a stretch of a source.</summary>
    public static ResolvedText Of(string source, int from, int to)
    {
        var resolved = new ResolvedText(to - from);
        for (var at = from; at < to;)
        {
            at = resolved.Read(source, at, to);
        }

        resolved.ReadLettersAsFigures();
        resolved.Text = resolved._text.ToString();
        return resolved;
    }

    /// <summary>A letter that a scan or a typist put for a figure: O at the head of a run of figures, O, l and I in it and at
    /// its end; l and I also at the head of a later group of them; others only where a label says what the figures are.</summary>
    private void ReadLettersAsFigures()
    {
        for (var i = 0; i < _text.Length; i++)
        {
            if (_text[i] is 'S' or 'B' or 'Z' or 'A' or 'D' or 'Q' or 'G' or 'T' or 'b' or 'g' or 'q' && i > 1
                && (char.IsAsciiDigit(_text[i - 1]) || (_text[i - 1] is ' ' or '.' or '-' && char.IsAsciiDigit(_text[i - 2]))) && GoesOnInFigures(i + 1, isBegun: true) && IsLabeled(i))
            {
                _text[i] = _text[i] switch { 'S' => '5', 'B' => '8', 'Z' => '2', 'A' => '4', 'T' => '7', 'G' or 'b' => '6', 'g' or 'q' => '9', _ => '0' };
                continue;
            }

            if (_text[i] is not ('O' or 'o' or 'l' or 'I') || !GoesOnInFigures(i + 1, isBegun: i > 0 && char.IsAsciiDigit(_text[i - 1])))
            {
                continue;
            }

            var before = i == 0 ? ' ' : _text[i - 1];
            _text[i] = _text[i] switch
            {
                'O' or 'o' when char.IsAsciiDigit(before) || !char.IsLetterOrDigit(before) => '0',
                'l' or 'I' when char.IsAsciiDigit(before) || (before is ' ' or '.' or '-' && i > 1 && char.IsAsciiDigit(_text[i - 2])) => '1',
                var c => c,
            };
        }
    }

    /// <summary>Whether a label of a phone or an identity number stands before the figures that a letter stands among.</summary>
    private bool IsLabeled(int at)
    {
        var from = Math.Max(0, at - 60);
        var near = _text.ToString(from, at - from);
        var begin = near.Length;
        while (begin > 0 && (char.IsAsciiDigit(near[begin - 1]) || near[begin - 1] is ' ' or '.' or '-'))
        {
            begin--;
        }

        return NumberLabels.Before(near, begin) is NumberLabel.Phone or NumberLabel.Identity;
    }

    /// <summary>Whether a figure follows, or the run of figures that has begun ends here or after more such letters.</summary>
    private bool GoesOnInFigures(int at, bool isBegun)
    {
        while (isBegun && at < _text.Length && _text[at] is 'O' or 'o' or 'l' or 'I')
        {
            at++;
        }

        return at < _text.Length && (char.IsAsciiDigit(_text[at]) || (isBegun && !char.IsLetter(_text[at]))) || (isBegun && at == _text.Length);
    }

    /// <summary>The stretch of the source that a stretch of the characters came from.</summary>
    public TextSpan ToSource(int start, int end) => new(_starts[start], _ends[end - 1]);

    private int Read(string source, int at, int to)
    {
        var c = source[at];
        switch (c)
        {
            case '<' when TagLength(source, at, to) is > 0 and var length:
                AddTag(source, at, length);
                return at + length;
            case '&' when EntityLength(source, at, to, out var character) is > 0 and var length:
                if (character != CharacterRules.Removed)
                {
                    Add(character, at, at + length);
                }

                return at + length;
            case '\\' when at + 1 < to && !char.IsAsciiLetterOrDigit(source[at + 1]) && source[at + 1] is > ' ' and < '\u007F':
                return at + 1;
            case '*' or '`' or '~':
                return at + 1;
            case < '\u0080':
                Add(c, at, at + 1);
                return at + 1;
            default:
                return ReadOther(source, at, to);
        }
    }

    private int ReadOther(string source, int at, int to)
    {
        var c = source[at];
        if (char.IsHighSurrogate(c) && at + 1 < to && char.IsLowSurrogate(source[at + 1]))
        {
            // Bold and other figures of mathematics.
            var styled = CharUnicodeInfo.GetDecimalDigitValue(source, at);
            Add(styled >= 0 ? (char)('0' + styled) : c, at, at + 2);
            return at + 2;
        }

        var plain = CharacterRules.Map(c);
        var digit = CharUnicodeInfo.GetDecimalDigitValue(c) is var value and >= 0 ? value : Circled(c);
        if (digit >= 0)
        {
            Add((char)('0' + digit), at, at + 1);
        }
        else if (plain != CharacterRules.Removed && CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark))
        {
            Add(
                c switch
                {
                    '\uFE6B' => '@',
                    '\uFF0E' or '\u3002' or '\uFF61' or '\u2024' => '.',
                    '\u2043' or '\u02D7' or '\u2500' or '\u23AF' => '-',
                    '\u22C5' or '\u30FB' or '\uFF65' or '\u25CF' or '\u25E6' => '\u00B7',
                    _ => plain,
                },
                at,
                at + 1);
        }

        return at + 1;
    }

    /// <summary>Figures in circles; raised and lowered ones mark notes.</summary>
    private static int Circled(char c) => c is (>= '\u2460' and <= '\u24FF') or (>= '\u2776' and <= '\u2793') && CharUnicodeInfo.GetDigitValue(c) is var value and >= 0 ? value : -1;

    private void AddTag(string source, int at, int length)
    {
        var tag = source.AsSpan(at + 1, length - 2);
        if (tag.Contains('='))
        {
            Attributes.Add(new TextSpan(at + 1, at + length - 1));
        }

        var name = tag.TrimStart('/');
        var end = 0;
        while (end < name.Length && char.IsAsciiLetterOrDigit(name[end]))
        {
            end++;
        }

        foreach (var known in LineTags)
        {
            if (name[..end].Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                Add('\n', at, at + length);
                return;
            }
        }
    }

    private void Add(char c, int start, int end)
    {
        _text.Append(c);
        _starts.Add(start);
        _ends.Add(end);
    }

    /// <summary>An address in angle brackets is no tag: a tag's name is followed by a blank, a slash or its end.</summary>
    private static int TagLength(string source, int at, int to)
    {
        var rest = source.AsSpan(at, Math.Min(LongestTag, to - at));
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            var close = rest.IndexOf("-->", StringComparison.Ordinal);
            return close < 0 ? 0 : close + 3;
        }

        var name = 1;
        if (name < rest.Length && rest[name] == '/')
        {
            name++;
        }

        var end = name;
        while (end < rest.Length && char.IsAsciiLetterOrDigit(rest[end]))
        {
            end++;
        }

        // What stands for the signs of an address: an <at> dang <dot> vn.
        if (rest[name..end] is "at" or "dot")
        {
            return 0;
        }

        if (end == name || end == rest.Length || !char.IsAsciiLetter(rest[name]) || rest[end] is not (' ' or '\t' or '\n' or '\r' or '/' or '>'))
        {
            return 0;
        }

        var length = rest[end..].IndexOf('>');
        return length < 0 || rest[end..(end + length)].Contains('<') ? 0 : end + length + 1;
    }

    private static int EntityLength(string source, int at, int to, out char character)
    {
        character = '\0';
        var rest = source.AsSpan(at, Math.Min(LongestEntity, to - at));
        var end = rest.IndexOf(';');
        if (end < 3)
        {
            return 0;
        }

        var decoded = rest[..(end + 1)] switch
        {
            "&commat;" => "@",
            "&period;" => ".",
            "&lowbar;" => "_",
            "&plus;" => "+",
            "&sol;" => "/",
            var other => WebUtility.HtmlDecode(other.ToString()),
        };
        if (decoded.Length != 1)
        {
            return 0;
        }

        var digit = CharUnicodeInfo.GetDecimalDigitValue(decoded[0]);
        character = digit >= 0 ? (char)('0' + digit) : CharacterRules.Map(decoded[0]);
        return end + 1;
    }
}
