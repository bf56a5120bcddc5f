using System.Globalization;
using System.IO.Compression;
using System.Text;
using Search.Citations.Tests.Support;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Testing;
using Search.Text;
using Xunit.Abstractions;

namespace Search.Citations.Tests;

/// <summary>The source notes of the Bộ pháp điển: one citation each, its fields parsed by another program.</summary>
public sealed class NotesTests(ITestOutputHelper output)
{
    [SkippableFact]
    public void ReadsTheSourceNotes()
    {
        var errors = DataErrors();
        var counts = new Dictionary<string, (int Right, int All)>(StringComparer.Ordinal);
        var wrong = new List<string>();
        var number = 1;
        foreach (var row in Rows())
        {
            number++;
            var note = row[0];
            var source = new SourceText { Name = "note", Text = note, Encoding = "utf-8", Blocks = [] };
            var host = new Document { Key = DocumentKey.ForUnnumbered("?", null, "", null), Span = new TextSpan(0, note.Length) };
            var first = Pipeline.Extractor.Extract(source, VietnameseNormalizer.Normalize(note), host).OfType<FullCitation>().FirstOrDefault();
            var cited = first?.Cited;
            Compare("number", row[3], cited?.Docket?.Canonical ?? "", SameNumber);
            Compare("date", row[5], cited?.Date?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "", SameDay);
            Compare("issuer", row[6], cited?.Issuer ?? "", SameIssuer);
            Compare("effective", row[7], cited?.Effective?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "", SameDay);

            void Compare(string field, string expected, string actual, Func<string, string, bool> same)
            {
                if (expected.Length == 0 || errors.Contains((number, field)))
                    return;
                var (right, all) = counts.GetValueOrDefault(field);
                var isRight = same(expected, actual);
                counts[field] = (right + (isRight ? 1 : 0), all + 1);
                if (!isRight)
                    wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{number}\t{field}\t{expected}\t{actual}\t{note}"));
            }
        }

        foreach (var (field, (right, all)) in counts)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{field}: {right} of {all} = {(double)right / all:P3}"));
        if (Environment.GetEnvironmentVariable("NOTES_REPORT") is { Length: > 0 } report)
            File.WriteAllLines(report, wrong);
        Assert.True(Share("number") >= 0.999, $"number {Share("number")}");
        Assert.True(Share("date") >= 0.995, $"date {Share("date")}");
        Assert.True(Share("issuer") >= 0.98, $"issuer {Share("issuer")}");
        Assert.True(Share("effective") >= 0.99, $"effective {Share("effective")}");

        double Share(string field) => (double)counts[field].Right / counts[field].All;
    }

    private static IEnumerable<string[]> Rows()
    {
        using var file = File.OpenRead(SharedData.PathOf("data", "citations", "notes-dev.tsv.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress), Encoding.UTF8);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var row = line.Split('\t');
            // The table quotes fields that hold quotation marks.
            yield return [.. row.Select(field => field is ['"', .., '"'] ? field[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : field)];
        }
    }

    /// <summary>Fields of the data that are wrong in themselves, listed in <c>Results/notes-data-errors.tsv</c>.</summary>
    private static HashSet<(int, string)> DataErrors()
    {
        var path = RepositoryFiles.PathOf("tests", "Search.Citations.Tests", "Results", "notes-data-errors.tsv");
        return File.Exists(path)
            ? [.. File.ReadLines(path).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).Select(f => (int.Parse(f[0], CultureInfo.InvariantCulture), f[1]))]
            : [];
    }

    private static bool SameNumber(string expected, string actual) =>
        string.Equals(Plain(expected), Plain(actual), StringComparison.Ordinal);

    private static string Plain(string number) =>
        VietnameseFolding.Fold(Docket.TryParse(number.Trim('\'').Replace('_', '-'), out var docket) ? docket.Canonical : number.Replace(" ", "", StringComparison.Ordinal));

    private static bool SameDay(string expected, string actual) => string.Equals(Day(expected), Day(actual), StringComparison.Ordinal);

    private static string Day(string text) =>
        DateTime.TryParseExact(text, ["d/M/yyyy", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : text;

    private static bool SameIssuer(string expected, string actual) =>
        string.Equals(Letters(expected), Letters(actual), StringComparison.Ordinal)
        || Catalogue.Default.BodiesByName(expected).Any(body => string.Equals(body.Name, actual, StringComparison.Ordinal));

    private static string Letters(string name) => string.Concat(VietnameseFolding.Fold(name).Where(char.IsLetter)).Replace("vietnam", "", StringComparison.Ordinal);
}
