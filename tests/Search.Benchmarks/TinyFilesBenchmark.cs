using System.Globalization;
using Search.Ingestion;

namespace Search.Benchmarks;

/// <summary>Very many files of a few bytes: half of them texts, the rest empty or of no known format.</summary>
internal static class TinyFilesBenchmark
{
    private const int InOneFolder = 333;

    /// <summary><c>ingest-tiny [FILES]</c>; 100,000 by default.</summary>
    public static int Run(string[] args)
    {
        var files = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        var folder = Directory.CreateTempSubdirectory("ingest-tiny-").FullName;
        var sources = Path.Combine(folder, "sources");
        Fill(sources, files);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"files            {files} in {(files + InOneFolder - 1) / InOneFolder} folders"));
        foreach (var name in (string[])["first run", "unchanged run"])
        {
            using var system = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = Path.Combine(folder, "data") });
            var memory = new MemoryTenths();
            var summary = system.IngestAsync([sources], memory).GetAwaiter().GetResult();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-16} {summary.Elapsed.TotalSeconds:0.0} s, {files / summary.Elapsed.TotalSeconds:0} files/s; {summary.Ingested} ingested, {summary.Unchanged} unchanged, {summary.Quarantined} quarantined"));
            Console.WriteLine($"working set      {string.Join(", ", memory.Samples)} MB at each tenth; peak {MemoryTenths.Peak()} MB");
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static void Fill(string sources, int files)
    {
        for (var i = 0; i < files; i++)
        {
            var inner = Path.Combine(sources, (i / InOneFolder).ToString("00000", CultureInfo.InvariantCulture));
            if (i % InOneFolder == 0)
            {
                Directory.CreateDirectory(inner);
            }

            var (extension, text) = (i % 4) switch
            {
                0 => ("txt", string.Create(CultureInfo.InvariantCulture, $"Ghi {i}")),
                1 => ("md", string.Create(CultureInfo.InvariantCulture, $"# Mục {i}\n\nCâu {i}.\n")),
                2 => ("txt", ""),
                _ => ("bin", "x"),
            };
            File.WriteAllText(Path.Combine(inner, string.Create(CultureInfo.InvariantCulture, $"{i:0000000}.{extension}")), text);
        }
    }
}
