using Search.Citations.Scanning;
using Search.Documents;

namespace Search.Citations.Lookup;

/// <summary>Numbers typed without their marks, or with marks where none belong: <c>04ctTW</c>, <c>CT-04</c>, <c>ct 04/tw</c>,
/// <c>02hdbdntw</c>.</summary>
internal static class GluedNumber
{
    private const int MaxLength = 24;
    private const int MaxFigures = 4;

    /// <summary>Reads the letters and figures of a short text as type, running number and sign, in either order.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="lexicon">Knows types and signs.</param>
    /// <returns>What was read, as respelled; null where it is no number or can be read in two ways.</returns>
    public static LookupQuery? TryRead(string text, Lexicon lexicon)
    {
        if (text.Length > MaxLength || text.Any(c => !char.IsLetterOrDigit(c) && c is not ('-' or '/' or '.' or '_' or ' ')))
        {
            return null;
        }

        var compact = string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        var from = compact.AsSpan().IndexOfAnyInRange('0', '9');
        if (from < 0)
        {
            return null;
        }

        var to = from;
        while (to < compact.Length && char.IsAsciiDigit(compact[to]))
        {
            to++;
        }

        if (to - from > MaxFigures || compact.AsSpan(to).ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        var readings = Readings(compact[..from], compact[to..], lexicon.Signs).ToList();
        if (readings is not [var (type, organ)] || lexicon.Catalogue.TypesByAbbreviation(type) is not [var entry, ..])
        {
            return null;
        }

        var sequence = compact[from..to];
        var query = new LookupQuery { Type = entry.Id, Sequence = Patterns.NumberedReader.Pad(sequence), IsRespelled = true };
        var number = $"{sequence}-{type}/{organ}";
        if (organ is null || !lexicon.Dockets.TryRead(number, 0, number.Length, context: true, out var hit) || hit.Docket is not { } docket)
        {
            return query;
        }

        // Without its marks the State's number looks like the Party's.
        IReadOnlyList<Docket> numbers = Docket.TryParse($"{sequence}/{type}-{organ}", out var state) ? [.. hit.Alternatives, state] : hit.Alternatives;
        return query with { Docket = docket, Type = null, Sequence = docket.Sequence, Readings = numbers };
    }

    private static IEnumerable<(string Type, string? Organ)> Readings(string before, string after, Signs signs)
    {
        if (before.Length > 0)
        {
            // CT04, CT04TW
            if (signs.IsLooselyType(before) && (after.Length == 0 || IsSign(after, signs)))
            {
                yield return (signs.CanonicalType(before), after.Length == 0 ? null : signs.CanonicalOrgan(after, out _));
            }

            yield break;
        }

        for (var cut = 1; cut < after.Length; cut++)
        {
            if (signs.IsLooselyType(after.AsSpan(0, cut)) && IsSign(after[cut..], signs))
            {
                yield return (signs.CanonicalType(after[..cut]), signs.CanonicalOrgan(after[cut..], out _));
            }
        }
    }

    private static bool IsSign(string letters, Signs signs) =>
        signs.IsOrgan(letters) || signs.IsOrgan(signs.CanonicalOrgan(letters, out _));
}
