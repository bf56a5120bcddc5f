using Search.Citations.Scanning;

namespace Search.Citations.Patterns;

/// <summary>
/// Date or issuer before the document: "Ngày 06/7/2011, Ban Bí thư ban hành Chỉ thị số 04-CT/TW", "Văn phòng Trung
/// ương đã có văn bản số 3023-CV/VPTW", "Cùng ngày, Bộ Chính trị ban hành Quy định số …". And date with issuer after a long title: "Luật số 57/2020/QH14 Luật Thanh
/// niên ngày 16/06/2020 của Quốc hội".
/// </summary>
internal sealed class LeadPattern : ICitationPattern
{
    private const int MaxTitleTokens = 500;
    private const int MaxDrafts = 24;
    private const int MaxToSameDay = 160;
    private const int MaxAside = 16;

    public bool IsHead(in Token token, Lexicon lexicon) =>
        token.Word == lexicon.Ngay.Folded || token.Word == lexicon.Cung.Folded || lexicon.Bodies.MayStart(token) || lexicon.Issuers.MayStart(token);

    public int Read(ScanState state, int at)
    {
        var tokens = state.Tokens;
        var lexicon = state.Lexicon;
        if (tokens.IsWord(at, lexicon.Cung) && tokens.IsLoosely(at + 1, lexicon.Ngay))
        {
            if (SameDay(state, at) is { } day)
            {
                TryIssuer(state, at, tokens.IsPunctuation(at + 2, ',') ? at + 3 : at + 2, day);
            }

            return at;
        }

        if (!tokens.IsLoosely(at, lexicon.Ngay))
        {
            // An issuer alone leads only when a verb of issuing follows.
            if (tokens[at].Has(TokenFlags.Capital))
            {
                TryIssuer(state, at, at, null);
            }

            return at;
        }

        if (!lexicon.Dates.TryRead(tokens, at, out var date) || date.Date is null)
        {
            return at;
        }

        var next = tokens.IsPunctuation(date.End, ',') ? date.End + 1 : date.End;
        if (tokens.IsLoosely(date.End, lexicon.Cua))
        {
            Assign(state, at, date.End + 1, date.Date.Value);
        }
        else
        {
            TryIssuer(state, at, next, date.Date);
        }

        return date.End;
    }

    /// <summary>The day that "cùng ngày" means: the only one that the paragraph names before it; null where it names several,
    /// or one that cannot be read.</summary>
    public static DateOnly? SameDay(ScanState state, int at)
    {
        var tokens = state.Tokens;
        DateOnly? day = null;
        for (var i = at - 1; i >= 0 && !tokens[i + 1].Has(TokenFlags.Blank); i--)
        {
            if (at - i > MaxToSameDay)
            {
                return null;
            }

            var marked = tokens.IsLoosely(i, state.Lexicon.Ngay) && tokens.IsNumber(i + 1);
            if (!marked && !(tokens.IsNumber(i) && tokens[i].Has(TokenFlags.Space)))
            {
                continue;
            }

            if (!state.Lexicon.Dates.TryRead(tokens, i, out var hit) || hit.Date is null)
            {
                if (marked)
                {
                    return null;
                }

                continue;
            }

            if (day is not null && day != hit.Date)
            {
                return null;
            }

            day = hit.Date;
        }

        return day;
    }

    private static void TryIssuer(ScanState state, int from, int at, DateOnly? date)
    {
        var tokens = state.Tokens;
        var phrases = state.Lexicon.Phrases;
        var spoken = phrases.SpeakingFor.Match(tokens, at, out var behalf) >= 0;
        at = spoken ? behalf : at;
        var issuer = state.Lexicon.Issuers.TryRead(tokens, at, joint: date is not null, mayOpen: from == at)
            ?? (date is null ? null : state.Lexicon.Issuers.TryUnknown(tokens, at));
        if (issuer is null)
        {
            return;
        }

        var next = issuer.End;
        if (spoken && date is not null)
        {
            next = SkipSigner(state, next);
        }

        if (state.Lexicon.TermReader.TryRead(tokens, next, out var term, out var afterTerm))
        {
            next = afterTerm;
        }

        // "Tỉnh ủy Yên Bái (nay là Tỉnh ủy Lào Cai) ban hành": what the body is called now stands between it and its verb.
        next = tokens.PastBracket(next, MaxAside, TokenFlags.Break, holdsNumbers: false);
        if (phrases.Issuing.Match(tokens, next, out var document) >= 0
            && !(date is null && state.Lead is { Date: not null } dated && dated.At == document))
        {
            state.Lead = new LeadRecord(from, document, date, issuer, term.Length == 0 ? null : term);
        }
    }

    /// <summary>"thay mặt Bộ Chính trị, đồng chí Trần Văn A ký ban hành": who signed stands between body and verb.</summary>
    private static int SkipSigner(ScanState state, int at)
    {
        const int MaxName = 12;
        var tokens = state.Tokens;
        var i = tokens.IsPunctuation(at, ',') ? at + 1 : at;
        if (state.Lexicon.Phrases.SigningPersons.Match(tokens, i, out var name) < 0)
        {
            return at;
        }

        for (i = name; i < Math.Min(tokens.Count, name + MaxName) && !tokens[i].Has(TokenFlags.Break); i++)
        {
            if (state.Lexicon.Phrases.Issuing.Match(tokens, i, out _) >= 0)
            {
                return i;
            }
        }

        return at;
    }

    /// <summary>A date with an issuer that no number took: it belongs to the earliest number of the paragraph that has
    /// none and whose sign fits the issuer.</summary>
    private static void Assign(ScanState state, int at, int issuerAt, DateOnly date)
    {
        var tokens = state.Tokens;
        var effect = FindEffect(state, issuerAt);
        Draft? owner = null;
        Draft? any = null;
        var walk = new BackWalk(state, at);
        for (var i = state.Drafts.Count - 1; i >= 0 && state.Drafts.Count - i <= MaxDrafts; i--)
        {
            var draft = state.Drafts[i];
            if (at - draft.To > MaxTitleTokens)
            {
                break;
            }

            if (draft.Kind != DraftKind.Numbered || draft.Date is not null || draft.Docket is not { } docket)
            {
                continue;
            }

            if (!walk.Reaches(draft.To, out var ended))
            {
                if (ended)
                {
                    break;
                }

                continue;
            }

            any = draft;
            if (FitsYear(docket, date))
            {
                owner = draft;
            }
        }

        // Notes misprint years; with ", có hiệu lực" after it the date is the first number's whatever it says.
        owner ??= effect > 0 ? any : null;

        if (owner is null)
        {
            return;
        }

        var joint = IsJoint(owner);
        var issuer = state.Lexicon.Issuers.TryRead(tokens, issuerAt, joint: true);
        var fits = issuer is not null && (owner.Docket!.Organ is { } organ
            && (issuer.Organ is null ? joint : organ.StartsWith(issuer.Organ, StringComparison.Ordinal) || organ.Contains(issuer.Organ, StringComparison.Ordinal)));
        if (effect > 0)
        {
            // "…, có hiệu lực": the whole stretch before it names the issuer, known or not.
            fits = true;
            if (issuer is null || issuer.End != effect)
            {
                issuer = new IssuerHit(tokens.Words(issuerAt, effect), null, null, false, effect);
            }
        }

        if (!fits || issuer is null)
        {
            return;
        }

        owner.Date = date;
        owner.Issuer ??= issuer.Name;
        owner.IssuerOrgan ??= issuer.Organ;
        owner.ProvinceId ??= issuer.ProvinceId;
        owner.Title ??= tokens.Words(owner.To, at);
        owner.To = owner.Tail = issuer.End;
    }

    /// <summary>Whether a number before a token still waits for its date, and the date may be it.</summary>
    public static bool HasWaiting(ScanState state, int at, DateOnly? date)
    {
        var walk = new BackWalk(state, at);
        for (var i = state.Drafts.Count - 1; i >= 0 && state.Drafts.Count - i <= MaxDrafts; i--)
        {
            var draft = state.Drafts[i];
            if (at - draft.To > MaxTitleTokens)
            {
                return false;
            }

            if (draft.Kind != DraftKind.Numbered || draft.Date is not null || draft.Docket is not { } docket || date is not { } day || !FitsYear(docket, day))
            {
                continue;
            }

            if (walk.Reaches(draft.To, out var ended))
            {
                return true;
            }

            if (ended)
            {
                return false;
            }
        }

        return false;
    }

    public static bool IsJoint(Draft draft) =>
        draft.Docket?.Symbol is { } symbol && (symbol.Contains("LT", StringComparison.Ordinal) || symbol.Count(c => c == '-') > 1);

    public static bool FitsYear(Documents.Docket docket, DateOnly date) =>
        docket.Year is null || (int.TryParse(docket.Year, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year)
            && year == date.Year);

    /// <summary>Where ", có hiệu lực" begins after an issuer, or -1.</summary>
    private static int FindEffect(ScanState state, int from)
    {
        var tokens = state.Tokens;
        var limit = Math.Min(tokens.Count, from + 90);
        for (var i = from; i < limit && !tokens[i].Has(TokenFlags.Blank); i++)
        {
            if (tokens.IsLoosely(i, state.Lexicon.Ngay) || tokens[i].IsPunctuation(')'))
            {
                return -1;
            }

            if (tokens[i].IsPunctuation(',') && state.Lexicon.Phrases.Effect.Match(tokens, i + 1, out _) >= 0)
            {
                return i;
            }
        }

        return -1;
    }
}
