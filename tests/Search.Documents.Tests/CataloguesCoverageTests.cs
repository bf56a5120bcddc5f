using System.IO.Compression;
using Search.Documents.Catalogues;
using Search.Testing;

namespace Search.Documents.Tests;

/// <summary>How much of real numbers the catalogue understands: 5,125 State documents with type and issuer.</summary>
public sealed class CataloguesCoverageTests(ITestOutputHelper output)
{
    [Fact]
    public void TheCatalogueUnderstandsTheNumbersOfRealDocuments()
    {
        var path = SharedData.PathOf("data", "citations", "documents.tsv.gz");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        reader.ReadLine();
        int numbers = 0, typed = 0, issued = 0;
        var unknown = new Dictionary<string, int>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var columns = line.Split('\t');
            if (columns.Length < 5 || !Docket.TryParse(columns[0], out var docket))
            {
                continue;
            }

            numbers++;
            var meaning = Catalogue.Default.Interpret(docket);
            var types = Catalogue.Default.TypesByName(columns[1]);
            if (meaning.Types.Any(types.Contains))
            {
                typed++;
            }
            else
            {
                unknown[$"type {docket.Symbol} / {columns[1]}"] = unknown.GetValueOrDefault($"type {docket.Symbol} / {columns[1]}") + 1;
            }

            if (!meaning.Bodies.IsEmpty)
            {
                issued++;
            }
            else
            {
                unknown[$"body {docket.Organ} / {columns[4]}"] = unknown.GetValueOrDefault($"body {docket.Organ} / {columns[4]}") + 1;
            }
        }

        output.WriteLine($"{numbers} numbers, type right in {typed}, a body in {issued}");
        foreach (var (sign, count) in unknown.OrderByDescending(pair => pair.Value).Take(60))
        {
            output.WriteLine($"{count} × {sign}");
        }

        Assert.True(numbers > 4_500);
        Assert.True(typed >= numbers * 0.99, $"type right in {typed} of {numbers}");
        Assert.True(issued >= numbers * 0.98, $"a body in {issued} of {numbers}");
    }
}
