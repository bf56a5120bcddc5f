using Search.Citations.Scanning;
using Search.Documents.Catalogues;

namespace Search.Citations.Patterns;

/// <summary>
/// The name of a law that amends others named in it: "Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15 và
/// Luật Nhà ở số 27/2023/QH15 ngày 29/6/2024". A number or date after the last name is the amending law's, unless each of the
/// others has its own and the last one would have none. The laws inside are mentions of their own.
/// </summary>
internal static class AmendingLawReader
{
    private const int MaxToNames = 24;
    private const int MaxNames = 24;

    /// <summary>Reads the name, and what follows it, at the type word.</summary>
    /// <returns>Where to go on, inside the name; null where the words are no such name, or it is not plain whose number follows.</returns>
    public static int? TryRead(ScanState state, int at, int head, TypeEntry type)
    {
        var tokens = state.Tokens;
        if (!type.LawLike || !tokens[at].Has(TokenFlags.Capital) || state.EndsBefore(state.Lexicon.Phrases.NotLaw, at)
            || state.EndsBefore(state.Lexicon.Phrases.Drafting, at) || state.EndsBefore(state.Lexicon.Phrases.Plural, at)
            || FirstName(state, head) is not { } first || ReadNames(state, first, out var count) is not { } end)
        {
            return null;
        }

        Draft draft;
        if (TryNumber(state, end, out var hit))
        {
            if (count == 1)
            {
                return null; // "của Luật Giáo dục số 44/2009/QH12": either's
            }

            var before = state.Drafts.Count;
            state.OuterTo = NumberedReader.Read(state, at, end + 1, hit, type, issuer: null);
            draft = state.Drafts[before];
            draft.Title ??= tokens.Words(at, end);
        }
        else
        {
            draft = Draft.OfName(at, end, type);
            draft.Title = tokens.Words(at, end);
            draft.To = DetailReader.Read(state, draft, end);
            if (count == 1 && draft.Date is null && draft.Year is null)
            {
                return null;
            }

            state.OuterTo = draft.To;
            state.Add(draft);
        }

        state.OuterFrom = end;
        state.Amending = draft;
        return head;
    }

    /// <summary>The first law after "sửa đổi, bổ sung một số điều của".</summary>
    private static int? FirstName(ScanState state, int head)
    {
        var tokens = state.Tokens;
        if (head >= tokens.Count || tokens[head].Has(TokenFlags.Break) || state.Lexicon.Phrases.SubjectOpeners.Match(tokens, head, out var opener) < 0)
        {
            return null;
        }

        for (var i = head; i < tokens.Count && i - head < MaxToNames; i++)
        {
            if (tokens[i].Has(TokenFlags.Break) || (!tokens[i].IsWord && !tokens.IsPunctuation(i, ',')))
            {
                return null;
            }

            if (IsLawAt(state, i, out _))
            {
                return i >= opener && (tokens.IsLoosely(i - 1, state.Lexicon.Cua) || state.EndsBefore(state.Lexicon.Phrases.SubjectOpeners, i)) ? i : null;
            }
        }

        return null;
    }

    /// <summary>Goes over the names joined by commas and "và".</summary>
    /// <returns>One past the last name, before a number or date that is the amending law's.</returns>
    private static int? ReadNames(ScanState state, int first, out int count)
    {
        var tokens = state.Tokens;
        var numbered = 0;
        int name, end, at = first;
        for (count = 0; ;)
        {
            IsLawAt(state, at, out var head);
            name = end = NameEnd(state, head);
            count++;
            if (TryNumber(state, end, out var hit))
            {
                numbered++;
                end = tokens.Seek(end + 1, hit.End);
            }

            if (count == MaxNames || NextName(state, end) is not { } next)
            {
                break;
            }

            at = next;
        }

        // One number of several, at the end, is the amending law's; of some and not of others nobody can tell.
        return numbered == 0 || (numbered == 1 && name < end) ? (count == 1 && numbered == 1 ? null : name) : numbered == count ? end : null;
    }

    /// <summary>A name goes on past a comma in small letters: "Luật Phòng, chống tác hại của rượu, bia".</summary>
    private static int NameEnd(ScanState state, int head)
    {
        var tokens = state.Tokens;
        var end = LawNameReader.NameEnd(state, head);
        while (tokens.IsPunctuation(end, ',') && end + 1 < tokens.Count && tokens[end + 1].IsWord && !tokens[end + 1].Has(TokenFlags.Capital | TokenFlags.Break)
            && state.Lexicon.Phrases.Following.Match(tokens, end + 1, out _) < 0 && !tokens.IsLoosely(end + 1, state.Lexicon.Ngay) && !tokens.IsLoosely(end + 1, state.Lexicon.So))
        {
            end = LawNameReader.NameEnd(state, end + 1);
        }

        return end;
    }

    private static int? NextName(ScanState state, int end)
    {
        var tokens = state.Tokens;
        var i = tokens.IsPunctuation(end, ',') ? end + 1 : end;
        i = tokens.IsWord(i, state.Lexicon.Va) ? i + 1 : i;
        return i > end && IsLawAt(state, i, out _) ? i : null;
    }

    private static bool IsLawAt(ScanState state, int at, out int head)
    {
        head = at;
        return at < state.Tokens.Count && state.Tokens[at].Has(TokenFlags.Capital) && !state.Tokens[at].Has(TokenFlags.Break)
            && state.Lexicon.Types.Match(state.Tokens, at, out head) is >= 0 and var type && state.Lexicon.Catalogue.Types[type].LawLike
            && head < state.Tokens.Count && state.Tokens[head].IsWord && !state.Tokens[head].Has(TokenFlags.Break)
            && state.Lexicon.Phrases.SubjectOpeners.Match(state.Tokens, head, out _) < 0;
    }

    private static bool TryNumber(ScanState state, int so, out DocketHit hit)
    {
        hit = default;
        return state.Tokens.IsLoosely(so, state.Lexicon.So) && state.Tokens.IsNumber(so + 1)
            && state.Lexicon.Dockets.TryRead(state.Tokens.Text, state.Tokens[so + 1].Start, state.Tokens.End, context: true, out hit) && hit.Docket is { Year: not null };
    }
}
