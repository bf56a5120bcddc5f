using Search.Citations.Scanning;
using Search.Documents;
using Search.Documents.Catalogues;

namespace Search.Citations.Patterns;

/// <summary>Reads a citation from its number on: details, title, and further numbers of a list.</summary>
internal static class NumberedReader
{
    private const int MaxList = 64;

    /// <summary>Reads on from a number that was found.</summary>
    /// <param name="state">The scan.</param>
    /// <param name="from">First token: the type word, <c>số</c>, or the number.</param>
    /// <param name="number">Token of the number's first figure.</param>
    /// <param name="hit">The number.</param>
    /// <param name="type">The type named; null for none or a generic word.</param>
    /// <param name="issuer">An issuer named between type and number.</param>
    /// <returns>Where to go on.</returns>
    public static int Read(ScanState state, int from, int number, in DocketHit hit, TypeEntry? type, IssuerHit? issuer)
    {
        var end = ReadOne(state, from, number, hit, type, issuer);
        for (var i = 0; i < MaxList; i++)
        {
            if (!TryNext(state, end, out var start, out var next, out var more))
            {
                break;
            }

            end = ReadOne(state, start, next, more, type, null);
        }

        return end;
    }

    /// <summary>Whether a number stands as in a letterhead: "Số" at the head of a line that holds nothing else, or the
    /// host's own number there.</summary>
    public static bool IsOwnNumber(ScanState state, int at, int number, int end, Docket docket)
    {
        if (at == number || !state.Tokens[at].Has(TokenFlags.Capital) || !state.Tokens[at].Has(TokenFlags.Line | TokenFlags.Blank))
        {
            return false;
        }

        return end >= state.Tokens.Count || state.Tokens[end].Has(TokenFlags.Line | TokenFlags.Blank)
            || docket.Equals(state.Host.Docket);
    }

    private static int ReadOne(ScanState state, int from, int number, in DocketHit hit, TypeEntry? type, IssuerHit? issuer)
    {
        var end = state.Tokens.Seek(number, hit.End);
        var docket = RepairType(hit.Docket, type);
        var draft = new Draft
        {
            IsRespelled = hit.IsRespelled || !ReferenceEquals(docket, hit.Docket),
            Kind = hit.Docket is null ? DraftKind.Short : DraftKind.Numbered,
            From = from,
            To = end,
            CoreFrom = from,
            CoreTo = end,
            Type = type ?? (docket is null ? null : state.TypeOf(docket)),
            Docket = docket,
            Readings = hit.Alternatives,
            Sequence = docket?.Sequence ?? Pad(hit.Sequence),
            Year = hit.Year,
            Issuer = issuer?.Name,
            IssuerOrgan = issuer?.Organ,
            ProvinceId = issuer?.ProvinceId,
        };
        end = DetailReader.Read(state, draft, end);
        draft.To = end;
        RepairSign(draft);
        Explain(state, draft);
        ShareIssuer(state, draft);
        ShareDate(state, draft);
        state.Add(draft);
        draft.Tail = Math.Max(draft.Tail, TitleReader.Read(state, end, out var title));
        draft.Title = title;
        if (draft.Kind == DraftKind.Short)
        {
            draft.To = draft.Tail;
        }

        return end;
    }

    /// <summary>"Nghị quyết 09 của Tỉnh ủy Thanh Hóa (số 09-NQ/TU ngày …)": a number in the bracket after the short form of the same
    /// running number has its issuer and place.</summary>
    private static void Explain(ScanState state, Draft draft)
    {
        if (draft.Issuer is null && draft.ProvinceId is null && state.Tokens.IsPunctuation(draft.From - 1, '(')
            && state.Drafts is [.., { Kind: DraftKind.Short } called] && called.To == draft.From - 1 && string.Equals(called.Sequence, draft.Sequence, StringComparison.Ordinal)
            && (called.IssuerOrgan is null || draft.Docket?.Organ is not { } organ || organ.StartsWith(called.IssuerOrgan, StringComparison.Ordinal)))
        {
            (draft.Issuer, draft.IssuerOrgan, draft.ProvinceId) = (called.Issuer, called.IssuerOrgan, called.ProvinceId);
        }
    }

    /// <summary>"Chỉ thị số 15-CT/TW, ngày 24-2-2012 và Kế hoạch số 08-KH/TW, ngày 12-3-2012 của Bộ Chính trị": an issuer at the
    /// end is that of the number right before as well, where both bear its sign.</summary>
    private static void ShareIssuer(ScanState state, Draft draft)
    {
        if (draft.Issuer is null || draft.Docket?.Organ is not { } organ
            || state.Drafts is not [.., { Kind: DraftKind.Numbered, Issuer: null } before] || !string.Equals(before.Docket?.Organ, organ, StringComparison.Ordinal)
            || !Follows(state, before, draft))
        {
            return;
        }

        (before.Issuer, before.IssuerOrgan, before.Term) = (draft.Issuer, draft.IssuerOrgan, before.Term ?? draft.Term);
        before.ProvinceId ??= draft.ProvinceId;
    }

    /// <summary>"Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW cùng ngày 12/12/2013 của Bộ Chính trị": the day, and with it the
    /// issuer where the signs are one, of every number of the list that has none of its own.</summary>
    private static void ShareDate(ScanState state, Draft last)
    {
        var next = last;
        for (var i = state.Drafts.Count - 1; i >= 0 && last.IsDateShared && last.Date is { } date; i--)
        {
            var draft = state.Drafts[i];
            if (draft is not { Kind: DraftKind.Numbered, Date: null, Docket: { } docket } || !LeadPattern.FitsYear(docket, date) || !Follows(state, draft, next))
            {
                return;
            }

            (draft.Date, draft.Year) = (date, date.Year);
            if (draft.Issuer is null && string.Equals(docket.Organ, last.Docket?.Organ, StringComparison.Ordinal))
            {
                (draft.Issuer, draft.IssuerOrgan, draft.ProvinceId, draft.Term) = (last.Issuer, last.IssuerOrgan, draft.ProvinceId ?? last.ProvinceId, draft.Term ?? last.Term);
            }

            next = draft;
        }
    }

    /// <summary>Whether only a mark or "và" stands between two numbers.</summary>
    private static bool Follows(ScanState state, Draft before, Draft draft)
    {
        if (draft.From - before.To is < 1 or > 3)
        {
            return false;
        }

        for (var i = before.To; i < draft.From; i++)
        {
            if (!state.Tokens.IsPunctuation(i, ',') && !state.Tokens.IsWord(i, state.Lexicon.Va) && !state.Tokens.IsWord(i, state.Lexicon.Cac))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"Hướng dẫn số 221-HĐ/ĐU": where the type word is named and the letters differ from its own by accents alone,
    /// the letters are a slip.</summary>
    private static Docket? RepairType(Docket? docket, TypeEntry? type)
    {
        if (docket?.Type is not { } letters || type is null)
        {
            return docket;
        }

        var own = type.AbbreviationsIn(Layer.Any).ToList();
        if (own.Contains(letters, StringComparer.Ordinal)
            || own.Find(right => string.Equals(Search.Text.VietnameseFolding.Fold(right), Search.Text.VietnameseFolding.Fold(letters), StringComparison.Ordinal)) is not { } official)
        {
            return docket;
        }

        var at = docket.Canonical.IndexOf(letters, docket.Sequence.Length, StringComparison.Ordinal);
        return at > 0 && Docket.TryParse(string.Concat(docket.Canonical.AsSpan(0, at), official, docket.Canonical.AsSpan(at + letters.Length)), out var repaired)
            ? repaired
            : docket;
    }

    /// <summary>A damaged sign with several readings is settled by the issuer the text names.</summary>
    private static void RepairSign(Draft draft)
    {
        if (draft.Readings.Count == 0 || draft.IssuerOrgan is not { } organ)
        {
            return;
        }

        var fitting = draft.Readings.Where(reading => string.Equals(reading.Organ, organ, StringComparison.Ordinal)).ToList();
        if (fitting.Count == 1)
        {
            draft.Docket = fitting[0];
            draft.Readings = [];
        }
    }

    /// <summary>The next number of a list: ", số 37/2014/NĐ-CP", "và số 20-CT/TU", ", 19-NQ/TW".</summary>
    private static bool TryNext(ScanState state, int end, out int start, out int number, out DocketHit hit)
    {
        var tokens = state.Tokens;
        start = number = end;
        hit = default;
        if (tokens.IsPunctuation(end, ',') || tokens.IsPunctuation(end, ';'))
        {
            start++;
        }

        if (tokens.IsWord(start, state.Lexicon.Va) || tokens.IsWord(start, state.Lexicon.Cung))
        {
            start++;
        }

        if (start == end || start >= tokens.Count || tokens[start].Has(TokenFlags.Blank))
        {
            return false;
        }

        number = tokens.IsLoosely(start, state.Lexicon.So) ? start + 1 : start;
        return tokens.IsNumber(number)
            && state.Lexicon.Dockets.TryRead(tokens.Text, tokens[number].Start, tokens.End, context: true, out hit)
            && hit.Docket is not null && (hit.IsStrong || number > start);
    }

    /// <summary>Running numbers are compared as two figures at least, as numbers write them.</summary>
    public static string Pad(string sequence)
    {
        var trimmed = sequence.TrimStart('0');
        return trimmed.PadLeft(2, '0');
    }
}
