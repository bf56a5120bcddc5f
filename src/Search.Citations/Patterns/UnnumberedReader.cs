using Search.Citations.Scanning;
using Search.Documents.Catalogues;

namespace Search.Citations.Patterns;

/// <summary>
/// Reads a type word without a number. Vietnamese writes such a word with a capital when it means one document, so
/// the capital is what proves it; at the head of a sentence, where every word has one, more is asked for.
/// </summary>
internal static class UnnumberedReader
{
    private const int MaxAttachmentName = 40;
    private const int MaxReportName = 16;

    public static int Read(ScanState state, int at, int head, TypeEntry type)
    {
        var tokens = state.Tokens;
        var lexicon = state.Lexicon;
        var capital = tokens[at].Has(TokenFlags.Capital);
        var upper = tokens[at].Has(TokenFlags.Upper);

        // Most type words of a text are common nouns ("theo kế hoạch"): dismiss them at once.
        if (!capital && type.Kind != TypeKind.Generic && !tokens.IsWord(head, lexicon.Nay) && !(at > 0 && tokens.IsWord(at - 1, lexicon.Cac)))
            return head;
        if (IsPlural(state, at))
        {
            if (type.Kind == TypeKind.Generic || capital || PluralIsLoose(state, at))
                AddGeneric(state, at, head, type);
            return head;
        }

        if (!LooksLike(tokens, at, head, type))
            return at;
        if (tokens.IsWord(head, lexicon.Nay))
            return ReadThis(state, at, head, type, capital);
        if (lexicon.Phrases.Back.Match(tokens, head, out var afterBack) >= 0 && (capital || type.Kind == TypeKind.Generic)
            && (afterBack - head > 1 || EndsAfterAbove(state, afterBack)))
        {
            return AddBack(state, at, head, afterBack, type, BackReferenceKind.Above);
        }

        if (type.Kind == TypeKind.Generic && type.Id is not "van-kien")
            return head;
        if (!capital || (upper && IsHeadingLine(state, at, head)))
            return at;

        if (IsTitleOfNumber(state, at))
            return head;
        var begins = state.BeginsSentence(at);
        if (state.EndsBefore(lexicon.Phrases.Drafting, at))
            return head;
        return TryCharter(state, at, head, type)
            ?? TryOccasion(state, at, head, type)
            ?? TryIssuer(state, at, head, type, upper, begins)
            ?? TryReport(state, at, head, type, upper)
            ?? TryAttachment(state, at, head, type)
            ?? TryTitle(state, at, head, type, begins, upper)
            ?? TryLawName(state, at, head, type)
            ?? TryBare(state, at, head, type, begins, upper)
            ?? at;
    }

    /// <summary>"Luật số 57/2020/QH14 Luật Thanh niên", "Thông tư số 53/2012/TT-BNNPTNT Quy định …": a type word right after
    /// a number, without a mark between them, begins that document's title.</summary>
    private static bool IsTitleOfNumber(ScanState state, int at) =>
        state.Drafts is [.., { Kind: DraftKind.Numbered } numbered] && numbered.To == at && !state.Tokens[at].Has(TokenFlags.Break);

    private static int ReadThis(ScanState state, int at, int head, TypeEntry type, bool capital)
    {
        var isHostType = string.Equals(type.Id, state.Host.Type, StringComparison.Ordinal);
        if (!capital && !isHostType && type.Kind != TypeKind.Generic)
            return head;
        if (!capital && type.Id is "quy-dinh" or "du-an" or "tai-lieu")
            return head; // "quy định này": a rule, not the document
        return AddBack(state, at, head, head + 1, type, BackReferenceKind.This);
    }

    private static int AddBack(ScanState state, int at, int head, int end, TypeEntry type, BackReferenceKind kind)
    {
        var draft = new Draft
        {
            Kind = DraftKind.Back,
            From = at,
            To = end,
            CoreFrom = at,
            CoreTo = end,
            Type = type.Kind == TypeKind.Generic ? null : type,
            Back = kind,
        };
        if (state.Tokens.IsLoosely(end, state.Lexicon.Cua) && state.Lexicon.Issuers.TryRead(state.Tokens, end + 1, joint: false) is { } issuer)
        {
            draft.Issuer = issuer.Name;
            draft.IssuerOrgan = issuer.Organ;
            draft.ProvinceId = issuer.ProvinceId;
            draft.To = issuer.End;
        }

        if (kind == BackReferenceKind.Bare)
            draft.CoreTo = head;
        state.Add(draft);
        return end;
    }

    private static void AddGeneric(ScanState state, int at, int head, TypeEntry type) => state.Add(new Draft
    {
        Kind = DraftKind.Generic,
        From = at,
        To = head,
        CoreFrom = at,
        CoreTo = head,
        Type = type.Kind == TypeKind.Generic ? null : type,
    });

    /// <summary>Điều lệ Đảng, Cương lĩnh năm 2011, Hiến pháp 2013.</summary>
    private static int? TryCharter(ScanState state, int at, int head, TypeEntry type)
    {
        if (type.Kind != TypeKind.Charter)
            return null;
        var tokens = state.Tokens;
        var draft = New(at, head, type);
        if (DateScanner.IsYearToken(tokens, head) && !tokens.IsPunctuation(head + 1, '-'))
        {
            draft.Year = tokens[head].Word;
            draft.CoreTo = head + 1;
        }

        var end = DetailReader.Read(state, draft, draft.CoreTo);
        if (draft.Year is null && draft.Term is null && draft.CoreTo - at < 3 && type.Id is "dieu-le" && state.BeginsSentence(at))
            return head;
        draft.To = end;
        draft.Title = tokens.Words(at, end);
        state.Add(draft);
        return end;
    }

    /// <summary>Nghị quyết Trung ương 4 khóa XII, Văn kiện Đại hội XIV.</summary>
    private static int? TryOccasion(ScanState state, int at, int head, TypeEntry type)
    {
        // "Văn kiện Đại hội" is a name of the type itself: the congress begins inside it.
        if (!PlenumReader.TryReadOccasion(state, head, out var end, out var term)
            && !(type.Id is "van-kien" && head - at > 2 && PlenumReader.TryReadOccasion(state, head - 2, out end, out term)))
        {
            return null;
        }

        var draft = New(at, end, type);
        draft.Term = term;
        var to = DetailReader.Read(state, draft, end);
        var afterTitle = TitleReader.Read(state, to, out var title);
        draft.To = Math.Max(to, afterTitle);
        draft.Title = title is null ? state.Tokens.Words(at, end) : state.Tokens.Words(at, end) + " " + title;
        state.Add(draft);
        return to;
    }

    /// <summary>Chỉ thị của Ban Bí thư về …; Hướng dẫn của Ban Đối ngoại Trung ương.</summary>
    private static int? TryIssuer(ScanState state, int at, int head, TypeEntry type, bool upper, bool begins)
    {
        var tokens = state.Tokens;
        var linked = tokens.IsLoosely(head, state.Lexicon.Cua) || tokens.IsWord(head, state.Lexicon.Do);
        if (state.Lexicon.Issuers.TryRead(tokens, linked ? head + 1 : head, joint: false) is not { } issuer)
            return null;
        if (!linked && (begins || !issuer.IsKnown || tokens[head].Has(TokenFlags.Break)))
            return null;
        if (state.Lexicon.Phrases.Issuing.Match(tokens, issuer.End, out _) >= 0 && !linked)
            return null;
        var draft = New(at, issuer.End, type);
        draft.Issuer = issuer.Name;
        draft.IssuerOrgan = issuer.Organ;
        draft.ProvinceId = issuer.ProvinceId;
        var end = DetailReader.Read(state, draft, issuer.End);
        var afterTitle = TitleReader.Read(state, end, out var title);
        if (upper && begins && title is null && draft.Date is null)
            return null;
        draft.Title = title;
        draft.To = Math.Max(end, afterTitle);
        state.Add(draft);
        return end;
    }

    /// <summary>Báo cáo sơ kết 5 năm thực hiện Chỉ thị 04: the report's name ends with the document it reports on.</summary>
    private static int? TryReport(ScanState state, int at, int head, TypeEntry type, bool upper)
    {
        var tokens = state.Tokens;
        if (type.Id is not "bao-cao" || upper)
            return null;
        if (head - at < 3 && state.Lexicon.Phrases.Reporting.Match(tokens, head, out _) < 0)
            return head; // a report not named is a report to come
        for (var i = head; i < tokens.Count && i - head < MaxReportName; i++)
        {
            if (tokens[i].Has(TokenFlags.Break) || (tokens[i].Kind == TokenKind.Punctuation && !tokens[i].IsPunctuation(',')))
                break;
            if (!TitleReader.IsTypeAt(state, i))
                continue;
            var inner = new ScanState(tokens, state.Lexicon, state.Host);
            var pattern = new TypedPattern();
            pattern.Read(inner, i);
            if (inner.Drafts.Count == 0)
                break;
            var end = inner.Drafts[0].To;
            var draft = New(at, end, type);
            draft.Title = tokens.Words(at, end);
            state.Add(draft);
            return i;
        }

        return head;
    }

    /// <summary>Quy chế quản lý … ban hành kèm theo Quyết định số …</summary>
    private static int? TryAttachment(ScanState state, int at, int head, TypeEntry type)
    {
        var tokens = state.Tokens;
        var attached = state.Lexicon.Phrases.Attached;
        for (var i = head; i < tokens.Count && i - head < MaxAttachmentName; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Has(TokenFlags.Break) || token.IsPunctuation(':') || token.IsPunctuation(')'))
                return null;
            if (i > head && TitleReader.IsTypeAt(state, i))
                return null;
            if (attached.MayStart(token) && attached.Match(tokens, i, out var carrier) >= 0
                && state.Lexicon.Types.Match(tokens, carrier, out var carrierHead) >= 0
                && (tokens.IsNumber(carrierHead) || tokens.IsLoosely(carrierHead, state.Lexicon.So)))
            {
                var draft = New(at, i, type);
                draft.Title = tokens.Words(at, i);
                state.Add(draft);
                state.Attachment = draft;
                state.AttachmentAt = carrier;
                return i;
            }
        }

        return null;
    }

    /// <summary>Quy chế về quản lý …; Đề án “…”; Quy chế Thi đua - Khen thưởng ….</summary>
    private static int? TryTitle(ScanState state, int at, int head, TypeEntry type, bool begins, bool upper)
    {
        var tokens = state.Tokens;
        if (begins || upper || type.Id is "bao-cao" or "cong-van" or "bien-ban")
            return null;
        var end = TitleReader.Read(state, head, out var title);
        if (title is null && HasOwnName(type) && head < tokens.Count && tokens[head].IsWord && tokens[head].Has(TokenFlags.Capital)
            && !tokens[head].Has(TokenFlags.Break))
        {
            end = TitleReader.ReadPlain(state, head);
            title = tokens.Words(head, end);
        }

        if (title is null || end - head < 3)
            return null;
        var draft = New(at, end, type);
        draft.Title = tokens.Words(at, end);
        state.Add(draft);
        return head;
    }

    private static bool HasOwnName(TypeEntry type) =>
        type.Id is "quy-che" or "de-an" or "chuong-trinh" or "chien-luoc" or "du-an" or "quy-trinh";

    /// <summary>Luật Thanh tra 2022, Bộ luật Hình sự, Luật Đất đai năm 2013.</summary>
    private static int? TryLawName(ScanState state, int at, int head, TypeEntry type)
    {
        var tokens = state.Tokens;
        if (type.Id is not ("luat" or "bo-luat" or "phap-lenh") || head >= tokens.Count || !tokens[head].IsWord
            || !tokens[head].Has(TokenFlags.Capital) || tokens[head].Has(TokenFlags.Break))
        {
            return null;
        }

        var end = head + 1;
        while (end < tokens.Count && end - head < 14 && tokens[end].IsWord && !tokens[end].Has(TokenFlags.Break | TokenFlags.Blank)
            && state.Lexicon.Phrases.Following.Match(tokens, end, out _) < 0 && !TitleReader.IsTypeAt(state, end)
            && !tokens.IsWord(end, state.Lexicon.Ngay) && !tokens.IsWord(end, state.Lexicon.Nay) && !tokens.IsWord(end, state.Lexicon.So))
        {
            end++;
        }

        var draft = New(at, end, type);
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

    private static int? TryBare(ScanState state, int at, int head, TypeEntry type, bool begins, bool upper)
    {
        var tokens = state.Tokens;
        if (!MayStandAlone(type))
            return null;
        if (!TypedPattern.EndsName(state, head))
            return null;
        if (upper && state.Tokens[Math.Max(0, at - 1)] is var before && (!before.Has(TokenFlags.Upper) || begins))
            return null;
        if (begins && state.Lexicon.Phrases.Asserting.Match(tokens, head, out _) < 0)
            return null;
        if (string.Equals(type.Id, state.Host.Type, StringComparison.Ordinal) && state.EndsBefore(state.Lexicon.Phrases.Enacting, at))
            return head;
        return AddBack(state, at, head, head, type, BackReferenceKind.Bare);
    }

    private static bool MayStandAlone(TypeEntry type) => type.Id is
        "chi-thi" or "nghi-quyet" or "quyet-dinh" or "ket-luan" or "quy-dinh" or "quy-che" or "huong-dan" or "ke-hoach" or "cong-van"
        or "thong-bao" or "thong-tri" or "chuong-trinh" or "de-an" or "nghi-dinh" or "thong-tu" or "thong-tu-lien-tich" or "luat"
        or "phap-lenh" or "bo-luat" or "chien-luoc" or "quy-trinh" or "to-trinh" or "cong-dien";

    private static Draft New(int at, int end, TypeEntry type) => new()
    {
        Kind = DraftKind.Unnumbered,
        From = at,
        To = end,
        CoreFrom = at,
        CoreTo = end,
        Type = type.Kind == TypeKind.Generic ? null : type,
    };

    private static bool IsPlural(ScanState state, int at) =>
        at > 0 && !state.Tokens[at].Has(TokenFlags.Break) && state.EndsBefore(state.Lexicon.Phrases.Plural, at);

    /// <summary>"các văn bản", "các chỉ thị, nghị quyết": a plural of documents and not of anything else.</summary>
    private static bool PluralIsLoose(ScanState state, int at) => state.Tokens.IsWord(at - 1, state.Lexicon.Cac);

    /// <summary>"Chỉ thị trên" and not "Chỉ thị trên địa bàn".</summary>
    private static bool EndsAfterAbove(ScanState state, int at) =>
        at >= state.Tokens.Count || state.Tokens[at].Kind == TokenKind.Punctuation || state.Tokens[at].Has(TokenFlags.Break)
        || state.Lexicon.Phrases.AfterAbove.Match(state.Tokens, at, out _) >= 0;

    /// <summary>A type heading: the word alone on its line, in capitals.</summary>
    private static bool IsHeadingLine(ScanState state, int at, int head)
    {
        var tokens = state.Tokens;
        if (at > 0 && !tokens[at].Has(TokenFlags.Line | TokenFlags.Blank) && !tokens[at].Has(TokenFlags.Break))
            return false;
        return head >= tokens.Count || tokens[head].Has(TokenFlags.Line | TokenFlags.Blank)
            || (tokens.IsLoosely(head, state.Lexicon.Cua) && string.Equals(state.Tokens.Words(at, head), state.Tokens.Words(at, head).ToUpperInvariant(), StringComparison.Ordinal));
    }

    /// <summary>The word is the type's name with at most its tones damaged; other words fold to the same letters.</summary>
    private static bool LooksLike(TokenList tokens, int at, int head, TypeEntry type)
    {
        if (Same(tokens, at, head, type.Name))
            return true;
        foreach (var name in type.LongNames)
        {
            if (Same(tokens, at, head, name))
                return true;
        }

        return type.Variants.Count > 0 && type.Variants.Any(variant => Same(tokens, at, head, variant));
    }

    private static bool Same(TokenList tokens, int at, int head, string name)
    {
        var p = 0;
        for (var i = at; i < head; i++)
        {
            if (i > at)
            {
                if (p >= name.Length || name[p] != ' ')
                    return false;
                p++;
            }

            foreach (var c in tokens.TextOf(i))
            {
                if (p >= name.Length || ToneTable.Remove(c) != ToneTable.Remove(name[p]))
                    return false;
                p++;
            }
        }

        return p == name.Length;
    }
}
