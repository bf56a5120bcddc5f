using Search.Text;
namespace Search.Citations.Scanning;

/// <summary>
/// One pass over the normalized text: words with their vocabulary ids, numbers, punctuation, and where sentences
/// begin. Marks of emphasis (<c>*</c>, <c>_</c>, <c>\</c>) are passed over, so that Markdown never parts a citation.
/// </summary>
internal static class Tokenizer
{
    /// <summary>A longer line is a paragraph of its own, so the line after it begins a new one; lines of a text
    /// that is wrapped by hand are shorter.</summary>
    private const int WrappedLine = 130;

    public static TokenList Read(string text, int start, int end, Vocabulary vocabulary, WorkBudget? budget = null)
    {
        var tokens = new TokenList(text, start, end, budget ?? WorkBudget.For(end - start));
        var flags = TokenFlags.Blank | TokenFlags.Line | TokenFlags.Space;
        var lineStart = start;
        var previousLine = 0;
        var last = '\n';
        var lastUpper = false;
        var i = start;
        while (i < end)
        {
            var c = text[i];
            var info = CharTables.Info(c);
            var characterClass = (byte)(info >> 16);
            switch (characterClass)
            {
                case CharTables.NewLine:
                    flags |= (flags & TokenFlags.Line) != TokenFlags.None ? TokenFlags.Blank : TokenFlags.Line;
                    flags |= TokenFlags.Space;
                    previousLine = Math.Max(previousLine, i - lineStart);
                    lineStart = ++i;
                    continue;
                case CharTables.Space:
                    flags |= TokenFlags.Space;
                    i++;
                    continue;
                case CharTables.Skipped:
                    i++;
                    continue;
            }

            var from = i;
            var kind = TokenKind.Punctuation;
            ushort word = c;
            ushort exact = 0;
            var upper = false;
            if (characterClass == CharTables.Letter)
            {
                if ((info & CharTables.CapitalBit) != 0)
                {
                    flags |= TokenFlags.Capital;
                }

                var hash = Vocabulary.Seed;
                var capitals = CharTables.CapitalBit;
                do
                {
                    capitals &= info;
                    hash = Vocabulary.Step(hash, (char)info);
                    if (++i == end)
                    {
                        break;
                    }

                    info = CharTables.Info(text[i]);
                }
                while ((byte)(info >> 16) == CharTables.Letter);
                kind = TokenKind.Word;
                var id = vocabulary.Find(text.AsSpan(from, i - from), hash);
                word = id.Folded;
                exact = id.Exact;
                upper = capitals != 0 && i - from > 1;
                if (upper)
                {
                    flags |= TokenFlags.Upper;
                }
            }
            else if (characterClass == CharTables.Digit)
            {
                var value = 0;
                do
                {
                    value = Math.Min(ushort.MaxValue, (value * 10) + (text[i] - '0'));
                }
                while (++i < end && text[i] is >= '0' and <= '9');
                kind = TokenKind.Number;
                word = (ushort)value;
            }
            else
            {
                i++;
            }

            if ((flags & TokenFlags.Space) != TokenFlags.None && Breaks(text, from, i, flags, last, lastUpper, upper, kind, previousLine))
            {
                flags |= TokenFlags.Break;
            }

            if ((flags & TokenFlags.Line) != TokenFlags.None)
            {
                previousLine = 0;
            }

            tokens.Add(new Token(from, i, word, exact, kind, flags));
            flags = TokenFlags.None;
            last = text[i - 1];
            if (kind == TokenKind.Word)
            {
                lastUpper = upper;
            }
        }

        return tokens;
    }

    private static bool Breaks(
        string text, int from, int to, TokenFlags flags, char last, bool lastUpper, bool upper, TokenKind kind, int previousLine)
    {
        if ((flags & TokenFlags.Blank) != TokenFlags.None || last is '.' or ';' or '!' or '?' or '…')
        {
            return true;
        }

        if ((flags & TokenFlags.Line) == TokenFlags.None)
        {
            return false;
        }

        if (last is ':' || previousLine > WrappedLine)
        {
            return true;
        }

        if (kind == TokenKind.Word)
        {
            return lastUpper && !upper && to - from > 1 && (flags & TokenFlags.Capital) != TokenFlags.None;
        }

        var c = text[from];
        return kind == TokenKind.Number
            ? to < text.Length && text[to] is '.' or ')'
            : c is '-' or '+' or '•' or '(' && to < text.Length && text[to] is ' ' or 'i' or 'v';
    }
}
