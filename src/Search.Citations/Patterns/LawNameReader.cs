using Search.Citations.Scanning;
using Search.Documents.Catalogues;

namespace Search.Citations.Patterns;

/// <summary>Laws by name: <c>Luật Thanh tra 2022</c>, <c>Bộ luật Hình sự</c>, <c>Luật Phòng, chống tham nhũng</c>.</summary>
internal static class LawNameReader
{
    private const int MaxName = 14;

    /// <summary>Reads the name after the type word, and the year.</summary>
    public static int? TryRead(ScanState state, int at, int head, TypeEntry type)
    {
        var tokens = state.Tokens;
        if (!type.LawLike || head >= tokens.Count || !tokens[head].IsWord
            || tokens[head].Has(TokenFlags.Break) || state.Lexicon.Phrases.NotLawNames.Match(tokens, head, out _) >= 0)
        {
            return null;
        }

        var counted = CountedEnd(state, head);
        // "Luật Sửa đổi, bổ sung một số điều của Luật X": where nothing tells its end only the law inside is named.
        if (counted < 0 && (!(tokens[head].Has(TokenFlags.Capital) || IsBasis(state, at)) || state.Lexicon.Phrases.Amending.Match(tokens, head, out _) >= 0))
        {
            return null;
        }

        var end = counted > 0 ? counted : NameEnd(state, head);
        end = counted > 0 ? end : DatedEnd(state, head, end);
        var draft = Draft.OfName(at, end, type);
        if (DateScanner.IsYearToken(tokens, end))
        {
            draft.Year = tokens[end].Word;
            end++;
        }
        else if (state.Lexicon.Dates.TryReadYear(tokens, end, out var year))
        {
            draft.Year = year.Year;
            end = year.End;
        }

        draft.CoreTo = draft.To = end;
        draft.Title = tokens.Words(at, end);
        draft.To = DetailReader.Read(state, draft, end);
        state.Add(draft);
        return draft.To;
    }

    /// <summary>"Luật Hỗ trợ, phát triển làng nghề năm 2031": a name that goes on in small letters after a comma is certain where a year
    /// or a day ends it; otherwise the comma may as well be the sentence's.</summary>
    /// <param name="state">The scan.</param>
    /// <param name="head">First token of the name.</param>
    /// <param name="end">Where it ends without the rest.</param>
    private static int DatedEnd(ScanState state, int head, int end)
    {
        var tokens = state.Tokens;
        var phrases = state.Lexicon.Phrases;
        if (!tokens.IsPunctuation(end, ','))
        {
            return end;
        }

        for (var i = end; i < tokens.Count && i - head < MaxName * 2; i++)
        {
            if (tokens[i].Has(TokenFlags.Break | TokenFlags.Blank) || TitleReader.IsTypeAt(state, i))
            {
                return end;
            }

            if (i > end + 1 && !tokens.IsPunctuation(i - 1, ',') && (state.Lexicon.Dates.TryReadYear(tokens, i, out _)
                || (tokens.IsWord(i, state.Lexicon.Ngay) && state.Lexicon.Dates.TryRead(tokens, i, out var day) && day.Date is not null)))
            {
                return i;
            }

            if (tokens.IsPunctuation(i, ',') || tokens.IsWord(i, state.Lexicon.Va))
            {
                continue;
            }

            if (!tokens[i].IsWord || tokens[i].Has(TokenFlags.Capital) || phrases.AfterLaw.Match(tokens, i, out _) >= 0
                || phrases.Following.Match(tokens, i, out _) >= 0 || state.Lexicon.Triggers.Match(tokens, i, out _) >= 0)
            {
                return end;
            }
        }

        return end;
    }

    /// <summary>Where the name of a law that amends many ends: "sửa đổi, bổ sung một số điều của 37 Luật có liên quan đến quy
    /// hoạch"; -1 where the words are no such name.</summary>
    public static int CountedEnd(ScanState state, int head)
    {
        const int MaxToCount = 14;
        var tokens = state.Tokens;
        var phrases = state.Lexicon.Phrases;
        if (head >= tokens.Count || phrases.SubjectOpeners.Match(tokens, head, out _) < 0)
        {
            return -1;
        }

        var count = head;
        while (count < tokens.Count && !(tokens.IsNumber(count) && state.Lexicon.Types.Match(tokens, count + 1, out _) >= 0))
        {
            if (count - head >= MaxToCount || tokens[count].Has(TokenFlags.Break) || (!tokens[count].IsWord && !tokens.IsPunctuation(count, ',')))
            {
                return -1;
            }

            count++;
        }

        if (count >= tokens.Count || !tokens.IsLoosely(count - 1, state.Lexicon.Cua))
        {
            return -1;
        }

        var end = count + 2;
        while (end < tokens.Count && end - count < MaxName + 2 && tokens[end].IsWord && !tokens[end].Has(TokenFlags.Break)
            && phrases.TitleStops.Match(tokens, end, out _) < 0 && phrases.AfterLaw.Match(tokens, end, out _) < 0
            && !(tokens.IsNumber(end + 1) && (tokens.IsLoosely(end, state.Lexicon.Ngay) || tokens.IsLoosely(end, state.Lexicon.So) || tokens.IsLoosely(end, state.Lexicon.Nam)))
            && !(tokens.IsLoosely(end, state.Lexicon.Cua) && tokens.Has(end + 1, TokenFlags.Capital)) && !tokens.IsWord(end, state.Lexicon.Da)
            && !(tokens.IsWord(end, state.Lexicon.Va) && TitleReader.IsTypeAt(state, end + 1)))
        {
            end++;
        }

        return end;
    }

    /// <summary>"Căn cứ Luật tổ chức Chính phủ ngày …": after the word of a legal basis the name may go on in small letters.</summary>
    private static bool IsBasis(ScanState state, int at) =>
        state.Tokens.IsLoosely(at - 2, state.Lexicon.CanCu) && !state.Tokens[at].Has(TokenFlags.Break);

    /// <summary>Names that hold a comma or a small word come from the catalogue; any other ends at the first of these.</summary>
    public static int NameEnd(ScanState state, int head)
    {
        var tokens = state.Tokens;
        var lexicon = state.Lexicon;
        if (lexicon.LawNames.Match(tokens, head, out var known) >= 0)
        {
            return known;
        }

        var end = head + 1;
        while (end < tokens.Count && end - head < MaxName && tokens[end].IsWord && !tokens[end].Has(TokenFlags.Break | TokenFlags.Blank)
            && lexicon.Phrases.Following.Match(tokens, end, out _) < 0 && lexicon.Phrases.AfterLaw.Match(tokens, end, out _) < 0
            && !TitleReader.IsTypeAt(state, end) && !(tokens[end].Has(TokenFlags.Capital) && tokens.IsLoosely(end, lexicon.CanCu))
            && !tokens.IsWord(end, lexicon.Ngay) && !tokens.IsWord(end, lexicon.Nay) && !tokens.IsWord(end, lexicon.So))
        {
            end++;
        }

        return end;
    }
}
