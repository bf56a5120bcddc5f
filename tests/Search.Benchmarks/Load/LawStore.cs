using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Engine;
using Search.Ingestion;
using Search.Store;
using Search.Store.Sqlite;
using Search.Testing;

namespace Search.Benchmarks.Load;

/// <summary>
/// A data folder that holds every article of the shared law corpus as a document; made once and kept. Articles are
/// described and stored as the pipeline does it, but not searched for citations: how fast that goes is another benchmark.
/// </summary>
internal static class LawStore
{
    private const int Together = 2000;

    private static readonly string[] Types = ["thong-bao", "bao-cao", "cong-van", "ke-hoach", "huong-dan", "quy-dinh"];

    /// <summary>Makes the folder where it is missing.</summary>
    public static void Ensure(string folder, bool small)
    {
        var done = Path.Combine(folder, "complete");
        if (File.Exists(done))
        {
            return;
        }

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        var data = Path.Combine(folder, "data");
        var analysis = new DocumentAnalysis(Catalogue.Default);
        var count = 0;
        using (var store = SqliteDocumentStore.Open(data, Catalogue.Default))
        {
            var articles = Articles(SharedData.PathOf("data", "retrieval", small ? "corpus-small.jsonl.gz" : "corpus.jsonl.gz"));
            var read = articles.AsParallel().AsOrdered().Select((line, number) => Read(line, number))
                .Select(file => (file.Name, file.Source, Documents: analysis.Analyze(file.Source).Select(document => new AnalyzedDocument(document, [])).ToList()));
            foreach (var part in read.AsSequential().Chunk(Together))
            {
                store.WriteTogether(changes =>
                {
                    foreach (var (name, source, documents) in part)
                    {
                        changes.Replace(Record(name, source), documents);
                    }
                });
                count += part.Length;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} articles stored"));
            }
        }

        // Opening builds the index; one segment is what a settled collection has.
        using (var system = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = data }))
        {
            Console.WriteLine(system.Report.MessageEnglish);
            (system.Engine as IMaintainable)?.Compact(CancellationToken.None);
        }

        File.WriteAllText(done, "");
    }

    private static IEnumerable<string> Articles(string corpus)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(corpus), CompressionMode.Decompress), Encoding.UTF8);
        while (lines.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static (string Name, SourceText Source) Read(string line, int number)
    {
        using var article = JsonDocument.Parse(line);
        var root = article.RootElement;
        var title = $"{root.GetProperty("document").GetString()} · {root.GetProperty("title").GetString()}".Trim(' ', '·');
        var name = string.Create(CultureInfo.InvariantCulture, $"law/{number:D6}.md");
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            ---
            key: ART{number:D6}@{1990 + (number % 35)}
            type: {Types[number % Types.Length]}
            title: {JsonSerializer.Serialize(title.Length > 300 ? title[..300] : title)}
            ---

            {root.GetProperty("title").GetString()}

            {root.GetProperty("text").GetString()}
            """);
        return (name, DocumentReaders.FromText(name, text));
    }

    private static SourceRecord Record(string name, SourceText source)
    {
        var bytes = Encoding.UTF8.GetBytes(source.Text);
        return new SourceRecord
        {
            Path = name,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Size = bytes.Length,
            Modified = DateTimeOffset.UnixEpoch,
            Encoding = "utf-8",
            Text = source.Text,
            IngestedAt = DateTimeOffset.UnixEpoch,
        };
    }
}
