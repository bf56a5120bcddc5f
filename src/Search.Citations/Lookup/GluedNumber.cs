using Search.Citations.Scanning;
using Search.Documents;

namespace Search.Citations.Lookup;

/// <summary>Numbers typed without their marks, or with marks where none belong: <c>04ctTW</c>, <c>CT-04</c>, <c>ct 04/tw</c>,
/// <c>02hdbdntw</c>, <c>CT/TW 04</c>, <c>30-2020-NĐ-CP</c>.</summary>
internal static class GluedNumber
{
    private const int MaxLength = 32;
    private const int MaxFigures = 4;

    /// <summary>Reads the letters and figures of a short text as type, running number, year and sign.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="lexicon">Knows types and signs.</param>
    /// <returns>What was read, as respelled; null where it is no number or can be read in two ways.</returns>
    public static LookupQuery? TryRead(string text, Lexicon lexicon)
    {
        if (text.Length > MaxLength || text.Any(c => !char.IsLetterOrDigit(c) && c is not ('-' or '/' or '.' or '_' or ' ')))
        {
            return null;
        }

        var runs = Runs(text);
        var at = runs.FindIndex(run => char.IsAsciiDigit(run[0]));
        if (at < 0 || runs[at].Length > MaxFigures)
        {
            return null;
        }

        var before = string.Concat(runs.Take(at));
        var rest = runs.Skip(at + 1).ToList();
        if (before.Length == 0 && rest is [{ Length: 4 } year, _, ..] && (year.StartsWith("19", StringComparison.Ordinal) || year.StartsWith("20", StringComparison.Ordinal)))
        {
            return OfYear(runs[at], year, string.Concat(rest.Skip(1)), lexicon);
        }

        if (rest.Exists(run => char.IsAsciiDigit(run[0])))
        {
            return null;
        }

        var readings = Readings(before, string.Concat(rest), lexicon.Signs, marked: at > 1).ToList();
        if (readings is not [var (type, organ)] || lexicon.Catalogue.TypesByAbbreviation(type) is not [var entry, ..])
        {
            return null;
        }

        var sequence = runs[at];
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

    /// <summary>Letters and figures, parted by marks and where one follows the other; "số" before the figures is left out.</summary>
    private static List<string> Runs(string text)
    {
        var runs = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var from = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]) && char.IsAsciiDigit(text[i]) == char.IsAsciiDigit(text[from]))
            {
                i++;
            }

            var run = text[from..i].ToUpperInvariant();
            if (run is "SỐ" or "SO" or "")
            {
                i += run.Length == 0 ? 1 : 0;
                continue;
            }

            runs.Add(run);
        }

        return runs;
    }

    /// <summary>"30/2020/NĐCP", "11/2022-QH15": the sign of a State number, after its type or alone.</summary>
    private static LookupQuery? OfYear(string sequence, string year, string letters, Lexicon lexicon)
    {
        var signs = lexicon.Signs;
        var symbols = Enumerable.Range(1, Math.Max(0, letters.Length - 1))
            .Where(cut => signs.IsLooselyType(letters.AsSpan(0, cut)) && IsSign(letters[cut..], signs))
            .Select(cut => $"{signs.CanonicalType(letters[..cut])}-{signs.CanonicalOrgan(letters[cut..], out _)}")
            .Concat(IsSign(letters, signs) ? [signs.CanonicalOrgan(letters, out _)] : [])
            .ToList();
        return symbols is [var symbol] && Docket.TryParse($"{sequence}/{year}/{symbol}", out var docket)
            ? new LookupQuery { Docket = docket, Sequence = docket.Sequence, IsRespelled = true }
            : null;
    }

    /// <summary>Type and sign that the letters around the figures may be.</summary>
    /// <param name="before">Letters before the figures.</param>
    /// <param name="after">Letters after them.</param>
    /// <param name="signs">The known signs.</param>
    /// <param name="marked">Whether the letters before are parted: "NQ/TW 04".</param>
    private static IEnumerable<(string Type, string? Organ)> Readings(string before, string after, Signs signs, bool marked)
    {
        if (before.Length > 0)
        {
            // CT04, CT04TW
            if (signs.IsLooselyType(before) && (after.Length == 0 || IsSign(after, signs)))
            {
                yield return (signs.CanonicalType(before), after.Length == 0 ? null : signs.CanonicalOrgan(after, out _));
            }

            if (!marked || after.Length > 0)
            {
                yield break;
            }

            (before, after) = ("", before);
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
