using Search.Citations.Scanning;

namespace Search.Citations.Patterns;

/// <summary>
/// Reads plenums and congresses: <c>Trung ương 4 khóa XII</c>, <c>Hội nghị lần thứ tám Ban Chấp hành Trung ương (khóa
/// XII)</c>, <c>Đại hội XIII</c>, <c>Đại hội đại biểu toàn quốc lần thứ XIII của Đảng</c>.
/// </summary>
internal static class PlenumReader
{
    /// <summary>The committee whose plenums are cited by their ordinal.</summary>
    public const string Committee = "Ban Chấp hành Trung ương";

    /// <summary>Reads an occasion at a token.</summary>
    public static bool TryReadOccasion(ScanState state, int at, out int end, out string? term)
    {
        var tokens = state.Tokens;
        var lexicon = state.Lexicon;
        term = null;
        end = at;
        if (at >= tokens.Count || !tokens[at].IsWord)
        {
            return false;
        }

        if (lexicon.Phrases.Plenum.Match(tokens, at, out var i) >= 0)
        {
            if (!TryOrdinal(state, i, out i))
            {
                return false;
            }
            // "Ban Chấp hành Trung ương [Đảng]" after the ordinal.
            if (lexicon.Issuers.TryRead(tokens, i, joint: false) is { Organ: "TW" } committee)
            {
                i = committee.End;
            }

            if (lexicon.TermReader.TryRead(tokens, tokens.IsPunctuation(i, ',') ? i + 1 : i, out var khoa, out var afterTerm))
            {
                term = khoa;
                i = afterTerm;
            }

            end = i;
            return true;
        }

        if (lexicon.Phrases.Congress.Match(tokens, at, out i) >= 0)
        {
            if (lexicon.TermReader.TryRead(tokens, i, out var named, out var afterNamed))
            {
                term = named;
                end = afterNamed;
                return true;
            }

            if (!TermScanner.TryNumeral(tokens, i, out var congress) || tokens[i].Has(TokenFlags.Break))
            {
                return false;
            }

            term = congress;
            end = i + 1;
            if (lexicon.Phrases.OfParty.Match(tokens, end, out var afterParty) >= 0)
            {
                end = afterParty;
            }

            return true;
        }

        return false;
    }

    /// <summary>Reads a congress of a committee below the center: <c>Đại hội Đảng bộ tỉnh lần thứ XIV, nhiệm kỳ 2020-2025</c>. Its
    /// ordinal is that committee's own and no term of the Party.</summary>
    public static bool TryReadLocalCongress(ScanState state, int at, out int end)
    {
        const int MaxPlace = 10;
        var tokens = state.Tokens;
        var lexicon = state.Lexicon;
        end = at;
        if (lexicon.Phrases.LocalCongress.Match(tokens, at, out var i) < 0)
        {
            return false;
        }

        for (var to = i + MaxPlace; i < to && i < tokens.Count && tokens[i].IsWord && !tokens[i].Has(TokenFlags.Break); i++)
        {
            if (!tokens.IsWord(i, lexicon.Lan))
            {
                continue;
            }

            var ordinal = tokens.IsWord(i + 1, lexicon.Thu) ? i + 2 : i + 1;
            if (!TryOrdinal(state, ordinal, out end) && !IsNumeral(tokens, ordinal, out end))
            {
                end = at;
                return false;
            }

            var period = tokens.IsPunctuation(end, ',') || tokens.IsPunctuation(end, '(') ? end + 1 : end;
            if (lexicon.Phrases.Terms.Match(tokens, period, out var year) >= 0 && DateScanner.IsYearToken(tokens, year)
                && tokens.IsPunctuation(year + 1, '-') && DateScanner.IsYearToken(tokens, year + 2))
            {
                end = tokens.IsPunctuation(end, '(') && tokens.IsPunctuation(year + 3, ')') ? year + 4 : year + 3;
            }

            return true;
        }

        return false;
    }

    /// <summary>Congresses below the center are past the twentieth: XXII, XXVI.</summary>
    private static bool IsNumeral(TokenList tokens, int at, out int end)
    {
        end = at + 1;
        return at < tokens.Count && tokens[at].IsWord && tokens[at].Length <= 7 && tokens.TextOf(at).IndexOfAnyExcept("IVXL") < 0;
    }

    private static bool TryOrdinal(ScanState state, int at, out int end)
    {
        end = at;
        if (at >= state.Tokens.Count || state.Tokens[at].Has(TokenFlags.Break))
        {
            return false;
        }

        if (state.Tokens.IsNumber(at) && state.Tokens[at].Length <= 2)
        {
            end = at + 1;
            return true;
        }

        return state.Lexicon.Ordinals.Match(state.Tokens, at, out end) >= 0 || (TermScanner.TryNumeral(state.Tokens, at, out _) && ++end > 0);
    }
}
