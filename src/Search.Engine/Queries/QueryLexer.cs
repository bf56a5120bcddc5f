using System.Globalization;
using Search.Text;

namespace Search.Engine;

/// <summary>Cuts a query text into lexemes.</summary>
internal static class QueryLexer
{
    private const string Quotes = "\"\u201C\u201D\u201E\u00AB\u00BB";

    /// <summary>Appends the lexemes of a text.</summary>
    public static void Read(string text, List<Lexeme> lexemes)
    {
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                i++;
            }
            else if (c is '(' or ')')
            {
                lexemes.Add(Sign(c == '(' ? LexemeKind.Open : LexemeKind.Close, text, i, 1));
                i++;
            }
            else if (Quotes.Contains(c, StringComparison.Ordinal))
            {
                i = ReadPhrase(text, i, lexemes);
            }
            else if (c == '-' && IsExclusion(text, i))
            {
                lexemes.Add(Sign(LexemeKind.Not, text, i, 1));
                i++;
            }
            else
            {
                i = ReadWord(text, i, lexemes);
            }
        }
    }

    private static Lexeme Sign(LexemeKind kind, string text, int start, int length) =>
        new(kind, text, new TextSpan(start, start), start, length);

    // "-từ" excludes; "04 -CT/TW" and "94- KH/TU" are numbers with a stray space.
    private static bool IsExclusion(string text, int i)
    {
        if (i + 1 >= text.Length || char.IsWhiteSpace(text[i + 1]) || text[i + 1] == '-')
        {
            return false;
        }

        var before = i - 1;
        while (before >= 0 && char.IsWhiteSpace(text[before]))
        {
            before--;
        }

        return before < 0 || i == 0 || (char.IsWhiteSpace(text[i - 1]) && !char.IsAsciiDigit(text[before])) || text[i - 1] == '(';
    }

    private static int ReadPhrase(string text, int open, List<Lexeme> lexemes)
    {
        var close = open + 1;
        while (close < text.Length && !Quotes.Contains(text[close], StringComparison.Ordinal))
        {
            close++;
        }

        var words = new TextSpan(open + 1, close);
        if (close >= text.Length)
        {
            lexemes.Add(new Lexeme(LexemeKind.Phrase, text, words, open, close - open, Unclosed: true));
            return close;
        }

        var end = close + 1;
        var distance = 0;
        if (end < text.Length && text[end] == '~')
        {
            distance = ReadNumber(text, ref end);
        }

        lexemes.Add(new Lexeme(LexemeKind.Phrase, text, words, open, end - open, Number: distance));
        return end;
    }

    private static int ReadWord(string text, int start, List<Lexeme> lexemes)
    {
        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('(' or ')')
            && !Quotes.Contains(text[end], StringComparison.Ordinal))
        {
            if (text[end] == ':' && QueryFields.IsKnown(text.AsSpan(start, end - start)) && !IsLabel(text, start, end))
            {
                return ReadField(text, start, end, lexemes);
            }

            end++;
        }

        var word = text.AsSpan(start, end - start);
        if (word is "OR" or "|" or "||")
        {
            lexemes.Add(Sign(LexemeKind.Or, text, start, end - start));
        }
        else if (word is "NOT")
        {
            lexemes.Add(Sign(LexemeKind.Not, text, start, end - start));
        }
        else if (word is "AND" or "&&")
        {
            return end;
        }
        else
        {
            lexemes.Add(WordLexeme(text, start, end));
        }

        return end;
    }

    // "Số: 04-CT/TW" is copied from a letterhead, "so: 04" is an operator whose value got lost behind a space.
    private static bool IsLabel(string text, int start, int colon) =>
        colon + 1 < text.Length && char.IsWhiteSpace(text[colon + 1]) && !text.AsSpan(colon + 1).IsWhiteSpace()
        && text.AsSpan(start, colon - start).ContainsAnyExceptInRange('a', 'z');

    private static Lexeme WordLexeme(string text, int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        if (word.Length > 1 && word[^1] == '*')
        {
            return new Lexeme(LexemeKind.Prefix, text, new TextSpan(start, end - 1), start, word.Length);
        }

        var tilde = word.LastIndexOf('~');
        if (tilde > 0 && word.Length - tilde <= 2 && (tilde == word.Length - 1 || char.IsAsciiDigit(word[^1])))
        {
            var distance = tilde == word.Length - 1 ? 1 : word[^1] - '0';
            return new Lexeme(LexemeKind.Fuzzy, text, new TextSpan(start, start + tilde), start, word.Length, Number: distance);
        }

        return new Lexeme(LexemeKind.Word, text, new TextSpan(start, end), start, word.Length);
    }

    private static int ReadField(string text, int start, int colon, List<Lexeme> lexemes)
    {
        var field = KeywordForm.Of(text[start..colon]);
        var value = colon + 1;
        if (value < text.Length && Quotes.Contains(text[value], StringComparison.Ordinal))
        {
            var close = value + 1;
            while (close < text.Length && !Quotes.Contains(text[close], StringComparison.Ordinal))
            {
                close++;
            }

            var end = Math.Min(close + 1, text.Length);
            lexemes.Add(new Lexeme(LexemeKind.Field, text, new TextSpan(value + 1, close), start, end - start, field, Quoted: true));
            return end;
        }

        var stop = value;
        while (stop < text.Length && !char.IsWhiteSpace(text[stop]) && text[stop] is not ('(' or ')'))
        {
            stop++;
        }

        lexemes.Add(new Lexeme(LexemeKind.Field, text, new TextSpan(value, stop), start, stop - start, field));
        return stop;
    }

    private static int ReadNumber(string text, ref int i)
    {
        var start = ++i;
        while (i < text.Length && i - start < 4 && char.IsAsciiDigit(text[i]))
        {
            i++;
        }

        return i == start ? 5 : int.Parse(text.AsSpan(start, i - start), CultureInfo.InvariantCulture);
    }
}
