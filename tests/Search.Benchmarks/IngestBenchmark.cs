using System.Globalization;
using Search.Ingestion;
using Search.Testing.Files;

namespace Search.Benchmarks;

/// <summary>Generated papers of all formats, from an empty data folder to a searchable one, and once more unchanged.</summary>
internal static class IngestBenchmark
{
    /// <summary><c>ingest [DOCUMENTS] [FOLDER]</c>; 5,000 documents in a temporary folder by default.</summary>
    public static int Run(string[] args)
    {
        var documents = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5000;
        var folder = args.Length > 1 ? args[1] : Directory.CreateTempSubdirectory("ingest-bench-").FullName;
        var sources = Path.Combine(folder, "sources");
        var files = Folders.Fill(sources, documents, seed: 2026, withPdf: true);
        using (var system = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = Path.Combine(folder, "data") }))
        {
            var memory = new MemoryTenths();
            using var steps = new StepTimes();
            var before = Environment.CpuUsage.TotalTime;
            var first = system.IngestAsync([sources], memory).GetAwaiter().GetResult();
            var spent = Environment.CpuUsage.TotalTime - before;
            var statistics = system.Store.Statistics();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"files            {files}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"documents        {statistics.Documents} ({statistics.Stubs} stubs, {statistics.Citations} citations, {statistics.OpenCitations} open)"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ingestion        {first.Elapsed.TotalSeconds:0.0} s, {first.Documents / first.Elapsed.TotalSeconds:0} documents/s"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"processor        {spent.TotalSeconds:0.0} s, {1000 * spent.TotalSeconds / first.Documents:0.0} ms a document"));
            Console.WriteLine($"steps            {steps}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"quarantined      {first.Quarantined}, failed {first.Failed}"));
            Console.WriteLine($"working set      {string.Join(", ", memory.Samples)} MB at each tenth; peak {MemoryTenths.Peak()} MB");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"store            {statistics.Bytes >> 20} MB"));
            foreach (var problem in first.Problems.Take(5))
            {
                Console.WriteLine($"  {problem.Path}: {problem.ReasonEnglish}");
            }
        }

        using var again = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = Path.Combine(folder, "data") });
        var second = again.IngestAsync([sources]).GetAwaiter().GetResult();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"unchanged run    {second.Elapsed.TotalSeconds:0.00} s for {second.Unchanged} unchanged, {second.Ingested} ingested"));
        again.Dispose();
        if (args.Length < 2)
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }
}
