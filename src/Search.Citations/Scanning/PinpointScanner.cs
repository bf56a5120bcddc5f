namespace Search.Citations.Scanning;

/// <summary>
/// Reads what part of a document is cited: <c>điểm a, b khoản 1 Điều 3</c>, <c>Điểm 1.3 Khoản 1 Mục II</c>,
/// <c>Phần III</c>; the document follows, with or without <c>của</c>.
/// </summary>
internal sealed class PinpointScanner(Lexicon lexicon)
{
    private const int MaxTokens = 48;

    /// <summary>Reads a chain of pinpoints.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="at">Where the chain must begin.</param>
    /// <param name="end">One past its last token.</param>
    /// <param name="document">Where the document's own words must begin.</param>
    public bool TryRead(TokenList tokens, int at, out int end, out int document)
    {
        end = document = at;
        var i = at;
        while (i - at < MaxTokens && lexicon.Phrases.Pinpoints.Match(tokens, i, out var afterNoun) >= 0)
        {
            if (!TryLabels(tokens, afterNoun, out var afterLabels))
            {
                break;
            }

            end = i = afterLabels;
            if (lexicon.Phrases.RangeWords.Match(tokens, i, out var afterRange) >= 0)
            {
                // Điều 3 đến Điều 7; khoản 1 đến khoản 4; Điều 3 đến 7
                if (lexicon.Phrases.Pinpoints.Match(tokens, afterRange, out _) >= 0)
                {
                    i = afterRange;
                    continue;
                }

                if (TryLabel(tokens, afterRange, out var last))
                {
                    end = i = last;
                }
            }

            if (tokens.IsPunctuation(i, ',') || tokens.IsWord(i, lexicon.Va) || tokens.IsWord(i, lexicon.Cua))
            {
                if (lexicon.Phrases.Pinpoints.Match(tokens, i + 1, out _) >= 0)
                {
                    i++;
                }
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

    private bool NamesDocument(TokenList tokens, int at) =>
        at < tokens.Count && tokens[at].Has(TokenFlags.Capital) && !tokens[at].Has(TokenFlags.Break) && lexicon.Types.Match(tokens, at, out _) >= 0;

    private bool TryLabels(TokenList tokens, int at, out int end)
    {
        end = at;
        if (!TryLabel(tokens, at, out end))
        {
            return false;
        }

        for (var i = 0; i < 8; i++)
        {
            var next = tokens.IsPunctuation(end, ',') || tokens.IsWord(end, lexicon.Va) ? end + 1 : end;
            if (next == end || !TryLabel(tokens, next, out var more))
            {
                break;
            }

            end = more;
        }

        return true;
    }

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

        if (token.Length == 1 || TermScanner.TryNumeral(tokens, at, out _))
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
