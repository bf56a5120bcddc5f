using Search.Citations.Scanning;

namespace Search.Citations.Patterns;

/// <summary>Reads the title after a mention: in quotation marks, or from <c>về</c>, <c>về việc</c>, <c>V/v</c> on.</summary>
internal static class TitleReader
{
    private const int MaxQuoted = 120;
    private const int MaxPlain = 60;

    /// <summary>Reads a title at a token.</summary>
    /// <param name="state">The scan.</param>
    /// <param name="at">Where it must begin.</param>
    /// <param name="title">The title without quotation marks; null for none.</param>
    /// <returns>One past its last token, or <paramref name="at"/>.</returns>
    public static int Read(ScanState state, int at, out string? title)
    {
        var tokens = state.Tokens;
        title = null;
        if (at >= tokens.Count || tokens[at].Has(TokenFlags.Blank))
        {
            return at;
        }

        if (tokens[at].IsPunctuation('"'))
        {
            return ReadQuoted(tokens, at, out title);
        }

        if (!tokens.IsWord(at, state.Lexicon.Ve) || tokens[at].Has(TokenFlags.Break))
        {
            return at;
        }

        var start = at + 1;
        if (tokens.IsWord(start, state.Lexicon.Viec))
        {
            start++;
        }

        if (tokens.IsPunctuation(start, '"'))
        {
            return ReadQuoted(tokens, start, out title);
        }

        var end = ReadPlain(state, start);
        if (end <= start)
        {
            return at;
        }

        title = tokens.Words(at, end);
        return end;
    }

    /// <summary>Reads words up to where a title ends, without a word to begin it.</summary>
    public static int ReadPlain(ScanState state, int start)
    {
        var tokens = state.Tokens;
        var end = start;
        var quoted = false;
        while (end < tokens.Count && end - start < MaxPlain)
        {
            ref readonly var token = ref tokens[end];
            if (end > start && token.Has(TokenFlags.Break))
            {
                break;
            }

            if (token.Kind == TokenKind.Punctuation)
            {
                var c = (char)token.Word;
                if (c == ',' && GoesOn(state, start, end))
                {
                    end++;
                    continue;
                }

                if (c is not ('-' or '/' or '&' or '"') || (c == '"' && !token.Has(TokenFlags.Space) && !quoted))
                {
                    break; // a closing mark whose opening stands before the title
                }

                quoted ^= c == '"';
            }
            else if (token.IsWord)
            {
                if (end > start && state.Lexicon.Phrases.TitleStops.MayStart(token) && !tokens.IsWord(end - 1, state.Lexicon.Va) && !tokens.IsWord(end - 1, state.Lexicon.Viec) && state.Lexicon.Phrases.TitleStops.Match(tokens, end, out _) >= 0)
                {
                    break;
                }

                if (tokens.IsWord(end, state.Lexicon.Va) && IsTypeAt(state, end + 1))
                {
                    break;
                }

                if (tokens.IsWord(end, state.Lexicon.Ngay) && tokens.IsNumber(end + 1))
                {
                    break;
                }
            }

            end++;
        }

        return end;
    }

    /// <summary>A comma goes on with the title inside an enumeration: "của các đoàn thể, tổ chức nhân dân".</summary>
    private static bool GoesOn(ScanState state, int start, int comma)
    {
        var tokens = state.Tokens;
        if (comma + 1 >= tokens.Count || !tokens[comma + 1].IsWord || (tokens[comma + 1].Has(TokenFlags.Capital) && !tokens[comma + 1].Has(TokenFlags.Upper))
            || tokens[comma + 1].Has(TokenFlags.Break))
        {
            return false;
        }

        if (comma - start <= 2)
        {
            return true; // "về phòng, chống tham nhũng": too short to be whole
        }

        for (var i = comma - 1; i >= start && comma - i <= 4; i--)
        {
            if (tokens.IsWord(i, state.Lexicon.Cac))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsTypeAt(ScanState state, int at) =>
        at < state.Tokens.Count && state.Tokens[at].Has(TokenFlags.Capital) && state.Lexicon.Types.Match(state.Tokens, at, out _) >= 0;

    /// <summary>Whether a title that was read up to a token is whole: it ends with the sentence, at a closing mark, or at a
    /// comma after which something else begins. A comma inside it may have cut it.</summary>
    public static bool IsWhole(ScanState state, int end)
    {
        var tokens = state.Tokens;
        return end >= tokens.Count || tokens[end].Has(TokenFlags.Break) || tokens.IsPunctuation(end - 1, '"')
            || (tokens[end].Kind == TokenKind.Punctuation && (!tokens.IsPunctuation(end, ',')
                || (end + 1 < tokens.Count && tokens[end + 1].Has(TokenFlags.Capital) && !tokens[end + 1].Has(TokenFlags.Upper))));
    }

    private static int ReadQuoted(TokenList tokens, int at, out string? title)
    {
        title = null;
        var end = at + 1;
        while (end < tokens.Count && end - at < MaxQuoted && !tokens[end].Has(TokenFlags.Blank))
        {
            if (tokens[end].IsPunctuation('"'))
            {
                title = tokens.Words(at + 1, end);
                return end + 1;
            }

            end++;
        }

        return at;
    }
}
