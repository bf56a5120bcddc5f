using System.Globalization;
using System.IO.Compression;
using System.Text;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Testing;
using Search.Text;

namespace Search.Citations.Tests.Support;

/// <summary>One row of the source notes: a note and what another program read in it, beside what we read.</summary>
internal sealed record SourceNote(int Line, string Text, IReadOnlyList<string> Row, FullCitation? Found)
{
    /// <summary>The fields that are compared, each with its column.</summary>
    public static readonly (string Name, int Column)[] Fields = [("number", 3), ("date", 5), ("issuer", 6), ("effective", 7)];

    public static IEnumerable<SourceNote> ReadAll()
    {
        using var file = File.OpenRead(SharedData.PathOf("data", "citations", "notes-dev.tsv.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress), Encoding.UTF8);
        reader.ReadLine();
        for (var line = 2; reader.ReadLine() is { } text; line++)
        {
            // The table quotes fields that hold quotation marks.
            string[] row = [.. text.Split('\t').Select(field => field is ['"', .., '"'] ? field[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : field)];
            var note = row[0];
            var source = new SourceText { Name = "note", Text = note, Encoding = "utf-8", Blocks = [] };
            var host = new Document { Key = DocumentKey.ForUnnumbered("?", null, "", null), Span = new TextSpan(0, note.Length) };
            var found = Pipeline.Extractor.Extract(source, VietnameseNormalizer.Normalize(note), host).OfType<FullCitation>().FirstOrDefault();
            yield return new SourceNote(line, note, row, found);
        }
    }

    public string Ours(string field) => field switch
    {
        "number" => Found?.Cited.Docket?.Canonical,
        "date" => Day(Found?.Cited.Date),
        "issuer" => Found?.Cited.Issuer,
        _ => Day(Found?.Cited.Effective),
    } ?? "";

    /// <summary>Whether both say the same, spelling aside (tone style, case, catalogue name of the body).</summary>
    public bool Agrees(string field, string expected) => field switch
    {
        "number" => string.Equals(Plain(expected), Plain(Ours(field)), StringComparison.Ordinal),
        "issuer" => SameIssuer(expected, Ours(field)),
        _ => string.Equals(Day(expected), Ours(field), StringComparison.Ordinal),
    };

    /// <summary>
    /// Why the table's value cannot be right, shown by the text itself; null when the text does not show it. The
    /// table was made by a pattern that cut numbers at the first space and took the first date of a note.
    /// </summary>
    public string? ProofAgainst(string field, string expected) => field switch
    {
        "number" when GoesOn(expected) => $"cut short: the text goes on to {Ours(field)}",
        "number" or "effective" when StandsAfter(field, expected) => $"belongs to a document named after {Ours("number")}",
        "date" when IsInTitle(expected) => $"date of a document named in the title: the note's own, with its issuer before the effect, is {Ours(field)}",
        "issuer" when IsInTitle(Row[5]) => $"issuer of a document named in the title and the words after it, up to {Ours(field)}",
        "issuer" when Letters(expected).StartsWith(Letters(Ours(field)), StringComparison.Ordinal) && Ours(field).Length > 0 => $"words of the title after {Ours(field)}",
        _ => null,
    };

    /// <summary>The value is followed by a space or quotation mark and by the rest of our number.</summary>
    private bool GoesOn(string expected)
    {
        var ours = Plain(Ours("number"));
        var cut = Plain(expected.TrimEnd('"'));
        var at = Found is null ? -1 : Text.IndexOf(expected, Found.Core.Start, StringComparison.Ordinal);
        if (at < 0 || ours.Length == 0 || !ours.StartsWith(cut, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = Plain(string.Concat(Text[at..Math.Min(Text.Length, at + 60)].Where(c => !char.IsWhiteSpace(c) && c != '"')));
        return expected.EndsWith('"') ? string.Equals(cut, ours, StringComparison.Ordinal)
            : char.IsWhiteSpace(Text[at + expected.Length]) && string.Concat(rest.Where(char.IsLetterOrDigit)).StartsWith(string.Concat(ours.Where(char.IsLetterOrDigit)), StringComparison.Ordinal);
    }

    private bool StandsAfter(string field, string expected) =>
        Found is not null && Text.LastIndexOf(expected, StringComparison.Ordinal) > Found.Core.End
        && !Text[..Found.Core.End].Contains(expected, StringComparison.Ordinal)
        && (field is "number" || Text.IndexOf(expected, StringComparison.Ordinal) > Text.IndexOf(Ours(field), StringComparison.Ordinal));

    /// <summary>The table's date stands before ours, and ours is the last with an issuer before the date of effect.</summary>
    private bool IsInTitle(string date)
    {
        var effect = Text.IndexOf(", có hiệu lực", StringComparison.Ordinal);
        var last = effect < 0 ? -1 : Text.LastIndexOf("ngày ", effect, StringComparison.Ordinal);
        var first = Text.IndexOf("ngày " + date, StringComparison.Ordinal);
        return first >= 0 && first < last && Ours("date") is { Length: > 0 } ours
            && DateOnly.TryParseExact(Text.AsSpan(last + 5).ToString().Split(' ')[0], ["d/M/yyyy", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && string.Equals(Day(day), ours, StringComparison.Ordinal);
    }

    private static string Plain(string number) =>
        VietnameseFolding.Fold(Docket.TryParse(number.Trim('\'').Replace('_', '-'), out var docket) ? docket.Canonical : number.Replace(" ", "", StringComparison.Ordinal));

    private static string? Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Day(string text) =>
        DateOnly.TryParseExact(text, ["d/M/yyyy", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Day(day as DateOnly?)! : text;

    private static bool SameIssuer(string expected, string actual) =>
        string.Equals(Letters(expected), Letters(actual), StringComparison.Ordinal)
        || Catalogue.Default.BodiesByName(expected).Any(body => string.Equals(body.Name, actual, StringComparison.Ordinal));

    private static string Letters(string name) => string.Concat(VietnameseFolding.Fold(name).Where(char.IsLetter)).Replace("vietnam", "", StringComparison.Ordinal);
}
