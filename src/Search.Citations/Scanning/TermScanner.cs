namespace Search.Citations.Scanning;

/// <summary>Reads the term of a committee: <c>khóa XI</c>, <c>(khóa XI)</c>, <c>khóa 11</c>, <c>khóa thứ XIII</c>.</summary>
internal sealed class TermScanner(Lexicon lexicon)
{
    private static readonly string[] Numerals =
        ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"];

    /// <summary>Reads a term at a token.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="at">The word <c>khóa</c>, or the bracket before it.</param>
    /// <param name="term">The term in Roman figures.</param>
    /// <param name="end">One past its last token, closing bracket included.</param>
    public bool TryRead(TokenList tokens, int at, out string term, out int end)
    {
        term = "";
        end = at;
        var open = tokens.IsPunctuation(at, '(');
        var i = open ? at + 1 : at;
        if (!tokens.IsLoosely(i, lexicon.Khoa))
        {
            return false;
        }

        i++;
        if (tokens.IsLoosely(i, lexicon.Thu))
        {
            i++;
        }

        if (!TryNumeral(tokens, i, out term))
        {
            return false;
        }

        end = i + 1;
        if (!open)
        {
            return true;
        }

        if (!tokens.IsPunctuation(end, ')'))
        {
            return false;
        }

        end++;
        return true;
    }

    /// <summary>Reads a term number: Roman capitals, with small <c>l</c> for I as scans have it, or figures.</summary>
    public static bool TryNumeral(TokenList tokens, int at, out string term)
    {
        term = "";
        if (at >= tokens.Count)
        {
            return false;
        }

        ref readonly var token = ref tokens[at];
        if (token.IsNumber)
        {
            if (token.Word is < 1 or > 20 || token.Length > 2)
            {
                return false;
            }

            term = Numerals[token.Word];
            return true;
        }

        if (!token.IsWord || token.Length > 5)
        {
            return false;
        }

        Span<char> roman = stackalloc char[token.Length];
        var text = tokens.TextOf(at);
        for (var i = 0; i < text.Length; i++)
        {
            roman[i] = text[i] is 'l' or 'i' ? 'I' : char.ToUpperInvariant(text[i]);
        }

        for (var number = 1; number < Numerals.Length; number++)
        {
            if (roman.SequenceEqual(Numerals[number]))
            {
                term = Numerals[number];
                return true;
            }
        }

        return false;
    }

    /// <summary>The number of a term in Roman figures; 0 when it is none.</summary>
    public static int ValueOf(string? term) => term is null ? 0 : Math.Max(0, Array.IndexOf(Numerals, term));
}
