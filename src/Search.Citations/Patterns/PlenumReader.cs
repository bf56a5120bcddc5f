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
