using Search.Text.Letters;

namespace Search.Text.Repairs;

/// <summary>
/// Splits text into tokens without allocating. White space separates and is not returned; every other character belongs
/// to exactly one token; a document number or a date is one. Offsets count from the beginning of the given text.
/// </summary>
/// <param name="text">Text, best in canonical form; decomposed letters stay whole as well.</param>
internal ref struct SyllableTokenizer(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>The token last read.</summary>
    public Token Current { get; private set; }

    /// <summary>Lets <c>foreach</c> walk the tokens.</summary>
    public readonly SyllableTokenizer GetEnumerator() => this;

    /// <summary>Reads the next token.</summary>
    /// <returns><see langword="false"/> at the end of the text.</returns>
    public bool MoveNext()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }

        if (_at == _text.Length)
        {
            return false;
        }

        var rest = _text[_at..];
        var length = LengthAt(rest, out var kind);
        Current = new Token(rest[..length], _at, kind);
        _at += length;
        return true;
    }

    private static int LengthAt(ReadOnlySpan<char> rest, out TokenKind kind)
    {
        kind = TokenKind.Word;
        if (char.IsLetter(rest[0]))
        {
            return WordLength(rest, 1);
        }

        if (!char.IsAsciiDigit(rest[0]))
        {
            kind = TokenKind.Punctuation;
            return 1;
        }

        kind = TokenKind.Docket;
        if (DocketShape.PrintedLength(rest) is var docket and > 0)
        {
            return docket;
        }

        kind = TokenKind.Date;
        if (DateShape.TryReadFigures(rest, 0, out var date))
        {
            return date.End;
        }

        kind = TokenKind.Number;
        var length = 1;
        while (length < rest.Length)
        {
            if (char.IsAsciiDigit(rest[length]))
            {
                length++;
            }
            else if (rest[length] is '.' or ',' && length + 1 < rest.Length && char.IsAsciiDigit(rest[length + 1]))
            {
                length += 2;
            }
            else
            {
                break;
            }
        }

        if (length == rest.Length || !char.IsLetter(rest[length]))
        {
            return length;
        }

        kind = TokenKind.Word;
        return WordLength(rest, length + 1);
    }

    private static int WordLength(ReadOnlySpan<char> rest, int length)
    {
        while (length < rest.Length)
        {
            var c = rest[length];
            if (char.IsLetterOrDigit(c) || FoldTable.IsCombiningMark(c))
            {
                length++;
            }
            else if (c is '\'' or '\u2019' && length + 1 < rest.Length && char.IsLetter(rest[length + 1]))
            {
                length += 2;
            }
            else
            {
                break;
            }
        }

        return length;
    }
}
