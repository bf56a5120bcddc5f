using Search.Citations.Scanning;

namespace Search.Citations.Patterns;

/// <summary>Reads what follows a number or short form and belongs to it: date, year, issuer, term, occasion.</summary>
internal static class DetailReader
{
    private const int MaxDetails = 8;

    /// <summary>Reads all details from a token on, into the draft.</summary>
    /// <returns>One past the last token of the details.</returns>
    public static int Read(ScanState state, Draft draft, int at)
    {
        if (at == state.OuterFrom && draft.CoreFrom < at && at < state.OuterTo)
        {
            return at; // what follows is the amending law's
        }

        var end = at;
        var marked = SkipNoteMark(state.Tokens, at);
        if (marked > at && !TryOne(state, draft, marked, out end))
        {
            return at;
        }

        for (var i = 0; i < MaxDetails; i++)
        {
            if (end >= state.Tokens.Count || state.Tokens[end].Has(TokenFlags.Blank) || !TryOne(state, draft, end, out var next))
            {
                break;
            }

            end = next;
        }

        return end;
    }

    /// <summary>The mark of a note between a number and its details: <c>37-QĐ/TW(2) ngày</c>, <c>TW¹</c>, <c>TW [2]</c>, <c>TW(*)</c>.</summary>
    /// <returns>One past the mark, or <paramref name="at"/>.</returns>
    private static int SkipNoteMark(TokenList tokens, int at)
    {
        var i = at;
        while (i < tokens.Count && tokens[i].Kind == TokenKind.Punctuation && (char)tokens[i].Word is '¹' or '²' or '³' or '⁰' or (>= '⁴' and <= '⁹'))
        {
            i++;
        }

        if (tokens.IsNumber(at) && tokens[at].Length <= 2 && !tokens.Has(at, TokenFlags.Space))
        {
            return at + 1; // "37-QĐ/TW1 ngày": a raised figure that was copied as a plain one
        }

        if (i > at || i >= tokens.Count || tokens[i].Kind != TokenKind.Punctuation || (char)tokens[i].Word is not ('(' or '['))
        {
            return i;
        }

        var close = (char)tokens[i].Word == '(' ? ')' : ']';
        var inner = tokens.IsNumber(i + 1) && tokens[i + 1].Length <= 2 ? i + 2 : i + 1;
        return tokens.IsPunctuation(inner, close) ? inner + 1 : at;
    }

    private static bool TryOne(ScanState state, Draft draft, int at, out int end)
    {
        var tokens = state.Tokens;
        var lexicon = state.Lexicon;
        end = at;
        var comma = tokens.IsPunctuation(at, ',');
        var i = comma ? at + 1 : at;

        if (draft.Term is null && lexicon.TermReader.TryRead(tokens, i, out var term, out end))
        {
            draft.Term = term;
            return true;
        }

        if (draft.Date is null && TryDate(state, draft, i, comma, out end))
        {
            return true;
        }

        if (draft.Year is null && draft.Date is null && !comma)
        {
            var open = tokens.IsPunctuation(i, '(') ? 1 : 0; // "(năm 2015)"
            if (lexicon.Dates.TryReadYear(tokens, i + open, out var year) && (open == 0 || tokens.IsPunctuation(year.End, ')')))
            {
                draft.Year = year.Year;
                end = year.End + open;
                return true;
            }
        }

        if (draft is { Year: null, Date: null } && !comma && TryMonth(tokens, lexicon, i, out var month, out end))
        {
            draft.Year = month;
            return true;
        }

        if (draft is { Issuer: null, Date: null } && TryPartialDate(tokens, lexicon, i, out end))
        {
            return true;
        }

        var joint = LeadPattern.IsJoint(draft);
        if (comma && draft is { Issuer: null, Date: not null } && tokens.IsLoosely(i, lexicon.Cua) && !tokens[i].Has(TokenFlags.Break)
            && lexicon.Issuers.TryRead(tokens, i + 1, joint) is { IsKnown: true } late)
        {
            Take(draft, late); // "ngày 29.10.2024, của Bộ Chính trị"
            end = late.End;
            return true;
        }

        if (!comma && draft.Issuer is null)
        {
            if (tokens.IsLoosely(i, lexicon.Cua) || tokens.IsWord(i, lexicon.Do))
            {
                if (tokens.IsLoosely(i, lexicon.Cua) && PlenumReader.TryReadOccasion(state, i + 1, out end, out var sitting))
                {
                    // "… của Hội nghị Trung ương 6 khóa XII": a plenum speaks for the committee.
                    draft.Issuer = lexicon.Catalogue.BodiesByName(PlenumReader.Committee) is [var committee, ..] ? committee.Name : PlenumReader.Committee;
                    draft.IssuerOrgan = "TW";
                    draft.Term ??= sitting;
                    return true;
                }

                var issuer = (joint ? lexicon.Issuers.TryRead(tokens, i + 1, joint: true) : lexicon.Issuers.TryReadTogether(tokens, i + 1))
                    ?? (draft.Kind == DraftKind.Numbered && tokens.IsLoosely(i, lexicon.Cua) ? lexicon.Issuers.TryUnknown(tokens, i + 1) : null);
                if (issuer is not null)
                {
                    Take(draft, issuer);
                    end = issuer.End;
                    return true;
                }
            }
            else if (!tokens[i].Has(TokenFlags.Break) && lexicon.Issuers.TryRead(tokens, i, joint) is { Organ: not null } direct
                && draft.Docket?.Organ is { } organ && organ.StartsWith(direct.Organ, StringComparison.Ordinal)
                && lexicon.Phrases.Issuing.Match(tokens, direct.End, out _) < 0)
            {
                Take(draft, direct);
                end = direct.End;
                return true;
            }
        }

        if (PlenumReader.TryReadOccasion(state, i, out end, out var plenumTerm))
        {
            draft.Term ??= plenumTerm;
            return true;
        }

        end = at;
        return false;
    }

    /// <summary>"ngày 20/10 của Tỉnh ủy": a day without its year says nothing, but the issuer follows.</summary>
    private static bool TryPartialDate(TokenList tokens, Lexicon lexicon, int at, out int end)
    {
        end = at + 4;
        return tokens.IsLoosely(at, lexicon.Ngay) && !tokens[at].Has(TokenFlags.Break) && tokens.IsNumber(at + 1) && tokens.IsPunctuation(at + 2, '/') && tokens.IsNumber(at + 3)
            && tokens[at + 1].Length <= 2 && tokens[at + 3].Length <= 2 && tokens.IsLoosely(end, lexicon.Cua);
    }

    /// <summary>"tháng 3/2019", "(tháng 3 năm 2019)": a month says the year at least.</summary>
    private static bool TryMonth(TokenList tokens, Lexicon lexicon, int at, out int year, out int end)
    {
        year = end = 0;
        var open = tokens.IsPunctuation(at, '(') ? 1 : 0;
        var month = at + open + 1;
        if (!tokens.IsLoosely(month - 1, lexicon.Thang) || tokens[month - 1].Has(TokenFlags.Break) || !tokens.IsNumber(month) || tokens[month].Word is 0 or > 12
            || !(tokens.IsPunctuation(month + 1, '/') || tokens.IsPunctuation(month + 1, '-') || tokens.IsLoosely(month + 1, lexicon.Nam))
            || !DateScanner.IsYearToken(tokens, month + 2) || (open > 0 && !tokens.IsPunctuation(month + 3, ')')))
        {
            return false;
        }

        (year, end) = (tokens[month + 2].Word, month + 3 + open);
        return true;
    }

    private static void Take(Draft draft, IssuerHit issuer)
    {
        draft.Issuer = issuer.Name;
        draft.IssuerOrgan = issuer.Organ;
        draft.ProvinceId ??= issuer.ProvinceId;
    }

    private static bool TryDate(ScanState state, Draft draft, int at, bool comma, out int end)
    {
        var tokens = state.Tokens;
        var lexicon = state.Lexicon;
        end = at;
        var open = tokens.IsPunctuation(at, '(');
        var i = open ? at + 1 : at;
        if (lexicon.Phrases.Dated.Match(tokens, i, out var afterVerb) >= 0 && tokens.IsLoosely(afterVerb, lexicon.Ngay))
        {
            i = afterVerb;
        }

        var shared = tokens.IsWord(i, lexicon.Cung) && tokens.IsLoosely(i + 1, lexicon.Ngay);
        i = shared ? i + 1 : i;
        var marked = tokens.IsLoosely(i, lexicon.Ngay);
        if (marked && tokens[i].Has(TokenFlags.Capital) && !tokens[i].Has(TokenFlags.Upper))
        {
            return false; // a new sentence: "… 04-CT/TW, Ngày 29/12/2016, …"
        }

        if (!lexicon.Dates.TryRead(tokens, i, out var date))
        {
            // "Công văn số 1146-CV/TU cùng ngày": the day that was named before.
            if (!shared || comma || open || LeadPattern.SameDay(state, i - 1) is not { } before || (draft.Docket is { } number && !LeadPattern.FitsYear(number, before)))
            {
                return false;
            }

            (draft.Date, draft.Year, end) = (before, before.Year, i + 1);
            return true;
        }

        if (!marked && !open && date.End - i < 5)
        {
            return false;
        }

        if (open)
        {
            if (!tokens.IsPunctuation(date.End, ')'))
            {
                return false;
            }

            end = date.End + 1;
        }
        else
        {
            end = date.End;
            // "…, ngày 29/12/2016, Văn phòng … đã có": the date leads to the next document.
            if (comma && tokens.IsPunctuation(end, ',')
                && lexicon.Issuers.TryRead(tokens, end + 1, joint: false) is { } next
                && lexicon.Phrases.Issuing.Match(tokens, next.End, out _) >= 0)
            {
                return false;
            }

            // "… của Bộ trưởng … ngày 31/12/2013 của Bộ …": this date belongs to an outer document.
            if (draft.Issuer is not null && tokens.IsLoosely(end, lexicon.Cua))
            {
                return false;
            }
        }

        // A number of 2013 has no date of 2016, and a law named inside a title leaves the date with an issuer to the
        // document whose title it is.
        if (draft.Docket is { } docket && date.Date is { } day && !LeadPattern.FitsYear(docket, day))
        {
            return false;
        }

        if (draft.Kind == DraftKind.Unnumbered && tokens.IsLoosely(date.End, lexicon.Cua) && LeadPattern.HasWaiting(state, at, date.Date))
        {
            return false;
        }

        draft.Date = date.Date;
        draft.Year = date.Year;
        draft.IsDateShared = shared;
        return true;
    }
}
