namespace Search.Citations.Scanning;

/// <summary>
/// Reads what part of a document is cited: <c>điểm a, b khoản 1 Điều 3</c>, <c>Điểm 1.3 Khoản 1 Mục II</c>,
/// <c>Phần III</c>, ranges (<c>Điều 8-11</c>, <c>Điều 8 đến Điều 11</c>) and lists (<c>Điều 12; Điều 14, 15 và 17</c>); the
/// document follows, with or without <c>của</c>, or the provision says that it is one of the text itself: <c>khoản 1 Điều này</c>.
/// </summary>
internal sealed class PinpointScanner(Lexicon lexicon)
{
    private const int MaxTokens = 96;
    private const int MaxLabels = 24;

    /// <summary>Reads a chain of pinpoints.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="at">Where the chain must begin.</param>
    /// <param name="end">One past its last token.</param>
    /// <param name="document">Where the document's own words must begin.</param>
    /// <param name="own">Whether it ends with "này": the text itself is meant.</param>
    public bool TryRead(TokenList tokens, int at, out int end, out int document, out bool own)
    {
        own = false;
        end = document = at;
        var i = at;
        while (i - at < MaxTokens && lexicon.Phrases.Pinpoints.Match(tokens, i, out var afterNoun) >= 0)
        {
            if (tokens.IsWord(afterNoun, lexicon.Nay))
            {
                own = true;
                end = document = afterNoun + 1;
                return true;
            }

            if (!TryLabels(tokens, afterNoun, out var afterLabels))
            {
                break;
            }

            end = i = afterLabels;
            if (lexicon.Phrases.RangeWords.Match(tokens, i, out var afterRange) >= 0 || IsDash(tokens, i, out afterRange))
            {
                // Điều 3 đến Điều 7; khoản 1 đến khoản 4; Điều 3 đến 7
                if (lexicon.Phrases.Pinpoints.Match(tokens, afterRange, out _) >= 0)
                {
                    i = afterRange;
                    continue;
                }

                if (TryLabels(tokens, afterRange, out var last))
                {
                    end = i = last;
                }
            }

            var next = tokens.IsWord(i, lexicon.Cua) ? i + 1 : AfterJoin(tokens, i);
            if (next > i && lexicon.Phrases.Pinpoints.Match(tokens, next, out _) >= 0 && !tokens.Has(next, TokenFlags.Line | TokenFlags.Blank))
            {
                i = next;
            }
        }

        if (end == at)
        {
            return false;
        }

        // "Điều 2, Nghị định số …" and "Điều 2 của Nghị định số …"
        document = tokens.IsLoosely(end, lexicon.Cua) || (tokens.IsPunctuation(end, ',') && NamesDocument(tokens, end + 1)) ? end + 1 : end;
        return true;
    }

    /// <summary>One past what joins the members of a list: a mark, "và", "hoặc", "các".</summary>
    private int AfterJoin(TokenList tokens, int at)
    {
        var i = tokens.IsPunctuation(at, ',') || tokens.IsPunctuation(at, ';') ? at + 1 : at;
        i = tokens.IsWord(i, lexicon.Va) || tokens.IsWord(i, lexicon.Hoac) ? i + 1 : i;
        return i > at && tokens.IsWord(i, lexicon.Cac) ? i + 1 : i;
    }

    /// <summary>The dash of a range of figures: "Điều 8-11", "Điều 8 - Điều 11"; not "Điều 8 - Nghị định …".</summary>
    private bool IsDash(TokenList tokens, int at, out int after)
    {
        after = at + 1;
        return tokens.IsPunctuation(at, '-') && !tokens.Has(at, TokenFlags.Break)
            && (tokens.IsNumber(after) || lexicon.Phrases.Pinpoints.Match(tokens, after, out _) >= 0);
    }

    private bool NamesDocument(TokenList tokens, int at) =>
        at < tokens.Count && tokens[at].Has(TokenFlags.Capital) && !tokens[at].Has(TokenFlags.Break) && lexicon.Types.Match(tokens, at, out _) >= 0;

    private bool TryLabels(TokenList tokens, int at, out int end)
    {
        end = at;
        if (!TryLabel(tokens, at, out end))
        {
            return false;
        }

        for (var i = 0; i < MaxLabels; i++)
        {
            var next = tokens.IsPunctuation(end, ';') ? end : AfterJoin(tokens, end);
            if (next == end || tokens.IsWord(next - 1, lexicon.Cac) || !TryLabel(tokens, next, out var more))
            {
                break;
            }

            end = more;
        }

        return true;
    }

    /// <summary>Letters of items bear no mark but the bar of đ: "ý" and "ở" are words.</summary>
    private static bool IsLabel(char c) => char.IsAsciiLetter(c) || c is 'đ' or 'Đ';

    /// <summary>5, 1.3, 2a, b, đ, II, I.2.</summary>
    private static bool TryLabel(TokenList tokens, int at, out int end)
    {
        end = at;
        if (at >= tokens.Count || tokens[at].Has(TokenFlags.Blank))
        {
            return false;
        }

        ref readonly var token = ref tokens[at];
        if (token.IsNumber)
        {
            end = at + 1;
            while (tokens.IsPunctuation(end, '.') && tokens.IsNumber(end + 1) && !tokens.Has(end + 1, TokenFlags.Space))
            {
                end += 2;
            }

            if (end < tokens.Count && tokens[end].IsWord && tokens[end].Length == 1 && !tokens[end].Has(TokenFlags.Space))
            {
                end++;
            }

            return true;
        }

        if (!token.IsWord || token.Has(TokenFlags.Break))
        {
            return false;
        }

        if ((token.Length == 1 && IsLabel(tokens.TextOf(at)[0])) || TermScanner.TryNumeral(tokens, at, out _))
        {
            end = at + 1;
            while (tokens.IsPunctuation(end, '.') && tokens.IsNumber(end + 1) && !tokens.Has(end + 1, TokenFlags.Space))
            {
                end += 2;
            }

            return true;
        }

        return false;
    }
}
