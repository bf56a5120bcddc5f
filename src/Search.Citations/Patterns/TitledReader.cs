using Search.Citations.Scanning;
using Search.Documents.Catalogues;

namespace Search.Citations.Patterns;

/// <summary>Documents named by what they are and say: the charter, a congress, an issuer, a title.</summary>
internal static class TitledReader
{
    /// <summary>Điều lệ Đảng, Cương lĩnh năm 2011, Hiến pháp 2013.</summary>
    public static int? TryCharter(ScanState state, int at, int head, TypeEntry type)
    {
        if (type.Kind != TypeKind.Charter)
        {
            return null;
        }

        var tokens = state.Tokens;
        var draft = Draft.OfName(at, head, type);
        if (DateScanner.IsYearToken(tokens, head) && !tokens.IsPunctuation(head + 1, '-'))
        {
            draft.Year = tokens[head].Word;
            draft.CoreTo = head + 1;
        }

        var end = DetailReader.Read(state, draft, draft.CoreTo);
        // "Điều lệ công ty", "phê duyệt Điều lệ": companies and associations have statutes too.
        if (draft.Year is null && draft.Term is null && draft.CoreTo - at < 3 && type.NeedsOwner)
        {
            return head;
        }

        draft.To = end;
        draft.Title = tokens.Words(at, end);
        state.Add(draft);
        return end;
    }

    /// <summary>Nghị quyết Trung ương 4 khóa XII, Văn kiện Đại hội XIV.</summary>
    public static int? TryOccasion(ScanState state, int at, int head, TypeEntry type)
    {
        if (PlenumReader.TryReadLocalCongress(state, head, out var local) || (type.OfCongress && head - at > 2 && PlenumReader.TryReadLocalCongress(state, head - 2, out local)))
        {
            var own = Draft.OfName(at, local, type);
            own.Title = state.Tokens.Words(at, local);
            state.Add(own);
            return local;
        }

        // "Văn kiện Đại hội" is a name of the type itself: the congress begins inside it.
        if (!PlenumReader.TryReadOccasion(state, head, out var end, out var term)
            && !(type.OfCongress && head - at > 2 && PlenumReader.TryReadOccasion(state, head - 2, out end, out term)))
        {
            return null;
        }

        var draft = Draft.OfName(at, end, type);
        draft.Term = term;
        var to = DetailReader.Read(state, draft, end);
        var afterTitle = TitleReader.Read(state, to, out var title);
        draft.To = Math.Max(to, afterTitle);
        draft.Title = title is null ? state.Tokens.Words(at, end) : state.Tokens.Words(at, end) + " " + title;
        state.Add(draft);
        return to;
    }

    /// <summary>Chỉ thị của Ban Bí thư về …; Hướng dẫn của Ban Đối ngoại Trung ương.</summary>
    public static int? TryIssuer(ScanState state, int at, int head, TypeEntry type, bool upper, bool begins)
    {
        var tokens = state.Tokens;
        var linked = tokens.IsLoosely(head, state.Lexicon.Cua) || tokens.IsWord(head, state.Lexicon.Do);
        if ((linked ? state.Lexicon.Issuers.TryReadTogether(tokens, head + 1) : state.Lexicon.Issuers.TryRead(tokens, head, joint: false)) is not { } issuer)
        {
            return null;
        }

        if (!linked && (begins || !issuer.IsKnown || tokens[head].Has(TokenFlags.Break)))
        {
            return null;
        }

        if (state.Lexicon.Phrases.Issuing.Match(tokens, issuer.End, out _) >= 0 && !linked)
        {
            return null;
        }

        if (state.Lexicon.Phrases.AnyPlace.Match(tokens, issuer.End, out _) >= 0)
        {
            return head; // "Quyết định của Ủy ban nhân dân cấp tỉnh": whichever province's
        }

        var draft = Draft.OfName(at, issuer.End, type);
        draft.Issuer = issuer.Name;
        draft.IssuerOrgan = issuer.Organ;
        draft.ProvinceId = issuer.ProvinceId;
        var end = DetailReader.Read(state, draft, issuer.End);
        var afterTitle = TitleReader.Read(state, end, out var title);
        if (upper && begins && title is null && draft.Date is null)
        {
            return null;
        }

        draft.Title = title;
        draft.To = Math.Max(end, afterTitle);
        state.Add(draft);
        return end;
    }

    /// <summary>Where the name of a plan ends: before the decision that approves it ("Đề án Nâng cao năng lực tại Quyết định số …")
    /// and before what is said of it.</summary>
    private static int NameEnd(ScanState state, int head, int end)
    {
        var tokens = state.Tokens;
        for (var i = head + 1; i < end; i++)
        {
            if (state.Lexicon.Phrases.NameStops.Match(tokens, i, out var after) >= 0
                && (!tokens.IsWord(i, state.Lexicon.Tai) || (state.Lexicon.Types.Match(tokens, after, out var number) >= 0 && (tokens.IsNumber(number) || tokens.IsLoosely(number, state.Lexicon.So)))))
            {
                return i;
            }
        }

        return end;
    }

    /// <summary>Quy chế về quản lý …; Đề án “…”; Quy chế Thi đua - Khen thưởng ….</summary>
    public static int? TryTitle(ScanState state, int at, int head, TypeEntry type, bool begins, bool upper)
    {
        var tokens = state.Tokens;
        if (begins || upper || !type.NamedByTitle)
        {
            return null;
        }

        var end = TitleReader.Read(state, head, out var title);
        if (title is null && type.OwnName && head < tokens.Count && tokens[head].IsWord && tokens[head].Has(TokenFlags.Capital)
            && !tokens[head].Has(TokenFlags.Break))
        {
            end = NameEnd(state, head, TitleReader.ReadPlain(state, head));
            title = tokens.Words(head, end);
        }

        if (title is null || end - head < 3)
        {
            return null;
        }

        var draft = Draft.OfName(at, end, type);
        draft.Title = tokens.Words(at, end);
        state.Add(draft);
        return head;
    }
}
