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
        var draft = new Draft
        {
            Kind = hit.Docket is null ? DraftKind.Short : DraftKind.Numbered,
            From = from,
            To = end,
            CoreFrom = from,
            CoreTo = end,
            Type = type ?? (hit.Docket is null ? null : state.TypeOf(hit.Docket)),
            Docket = hit.Docket,
            Readings = hit.Alternatives,
            Sequence = hit.Docket?.Sequence ?? Pad(hit.Sequence),
            Year = hit.Year,
            Issuer = issuer?.Name,
            IssuerOrgan = issuer?.Organ,
            ProvinceId = issuer?.ProvinceId,
        };
        end = DetailReader.Read(state, draft, end);
        draft.To = end;
        RepairSign(draft);
        state.Add(draft);
        draft.Tail = Math.Max(draft.Tail, TitleReader.Read(state, end, out var title));
        draft.Title = title;
        if (draft.Kind == DraftKind.Short)
        {
            draft.To = draft.Tail;
        }

        return end;
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
