using System.Globalization;
using Search.Citations.Tests.Support;
using Search.Testing;

namespace Search.Citations.Tests;

/// <summary>
/// The source notes of the Bộ pháp điển: one citation each, its fields parsed by another program. Where the two
/// readings differ, the text decides: a row counts as an error of the table only where the text itself shows it, and
/// every such row stands in <c>Results/notes-data-errors.tsv</c> with its reason.
/// </summary>
public sealed class NotesTests(ITestOutputHelper output)
{
    private static string ErrorsPath => RepositoryFiles.PathOf("tests", "Search.Citations.Tests", "Results", "notes-data-errors.tsv");

    [Fact]
    public void ReadsTheSourceNotes()
    {
        var counts = SourceNote.Fields.ToDictionary(field => field.Name, _ => (Right: 0, Errors: 0, All: 0), StringComparer.Ordinal);
        var errors = new List<string>();
        foreach (var note in SourceNote.ReadAll())
        {
            foreach (var (field, column) in SourceNote.Fields)
            {
                var expected = note.Row[column];
                if (expected.Length == 0)
                {
                    continue;
                }

                var (right, wrong, all) = counts[field];
                var agrees = note.Agrees(field, expected);
                var proof = agrees ? null : note.ProofAgainst(field, expected);
                counts[field] = (right + (agrees ? 1 : 0), wrong + (proof is null ? 0 : 1), all + 1);
                if (proof is not null)
                {
                    errors.Add(string.Create(CultureInfo.InvariantCulture, $"{note.Line}\t{field}\t{Short(expected)}\t{proof}"));
                }
                else if (!agrees)
                {
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{note.Line}\t{field}\t{expected}\t{note.Ours(field)}\t{note.Text}"));
                }
            }
        }

        foreach (var (field, (right, wrong, all)) in counts)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{field}: {right} of {all} = {(double)right / all:P3} as the table stands; {wrong} errors of the table; {Share(field):P3} without them"));
        }

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") is "1")
        {
            File.WriteAllLines(ErrorsPath, [.. File.ReadLines(ErrorsPath).TakeWhile(line => line.StartsWith('#')), .. errors]);
        }

        Assert.Equal(File.ReadLines(ErrorsPath).Where(line => !line.StartsWith('#')), errors);
        Assert.True(Share("number") >= 0.999, $"number {Share("number")}");
        Assert.True(Share("date") >= 0.995, $"date {Share("date")}");
        Assert.True(Share("issuer") >= 0.98, $"issuer {Share("issuer")}");
        Assert.True(Share("effective") >= 0.99, $"effective {Share("effective")}");

        static string Short(string value) => value.Length > 40 ? value[..40] + "…" : value;

        double Share(string field) => (double)counts[field].Right / (counts[field].All - counts[field].Errors);
    }
}
