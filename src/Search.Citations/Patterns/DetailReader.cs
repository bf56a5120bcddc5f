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
        var end = at;
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

        if (draft.Year is null && draft.Date is null && lexicon.Dates.TryReadYear(tokens, i, out var year) && !comma)
        {
            draft.Year = year.Year;
            end = year.End;
            return true;
        }

        if (!comma && draft.Issuer is null)
        {
            var joint = LeadPattern.IsJoint(draft);
            if (tokens.IsLoosely(i, lexicon.Cua) || tokens.IsWord(i, lexicon.Do))
            {
                var issuer = lexicon.Issuers.TryRead(tokens, i + 1, joint)
                    ?? (draft.Kind == DraftKind.Numbered && tokens.IsLoosely(i, lexicon.Cua) ? IssuerScanner.TryUnknown(tokens, i + 1) : null);
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

        var marked = tokens.IsLoosely(i, lexicon.Ngay);
        if (marked && tokens[i].Has(TokenFlags.Capital) && !tokens[i].Has(TokenFlags.Upper))
        {
            return false; // a new sentence: "… 04-CT/TW, Ngày 29/12/2016, …"
        }

        if (!lexicon.Dates.TryRead(tokens, i, out var date))
        {
            return false;
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
        return true;
    }
}
