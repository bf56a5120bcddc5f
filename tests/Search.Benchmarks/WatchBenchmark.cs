using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Search.Documents.Catalogues;
using Search.Engine;
using Search.Ingestion;
using Search.Testing.Files;

namespace Search.Benchmarks;

/// <summary>How long a file that appears in a watched folder takes until it can be found, in a folder that holds many.</summary>
internal static class WatchBenchmark
{
    /// <summary><c>watch [DOCUMENTS] [FILES]</c>; 20 files appear one after the other among 5,000 documents by default.</summary>
    public static int Run(string[] args)
    {
        var documents = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5000;
        var appearing = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 20;
        var folder = Directory.CreateTempSubdirectory("watch-bench-").FullName;
        var sources = Path.Combine(folder, "sources");
        Folders.Fill(sources, documents, seed: 2026);
        using (var system = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = Path.Combine(folder, "data") }))
        {
            system.IngestAsync([sources]).GetAwaiter().GetResult();
            using var worker = new IngestionWorker(
                system, new IngestionWorkerOptions { Folders = [sources] }, NullLogger<IngestionWorker>.Instance);
            worker.StartAsync(CancellationToken.None).GetAwaiter().GetResult();
            var seconds = Appear(system, sources, appearing);
            worker.StopAsync(CancellationToken.None).GetAwaiter().GetResult();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{appearing} files among {documents} documents: found after {EvaluationMeasures.Percentile(seconds, 0.5):0.0} s (median), {seconds.Max():0.0} s at most"));
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static double[] Appear(KnowledgeBase system, string sources, int files)
    {
        var papers = new PaperGenerator(7, Catalogue.Default);
        var random = new Random(7);
        var seconds = new double[files];
        for (var i = 0; i < files; i++)
        {
            // At any moment between two looks.
            Thread.Sleep(random.Next(3000));
            var before = system.Store.Files().Count;
            var watch = Stopwatch.StartNew();
            File.WriteAllBytes(Path.Combine(sources, string.Create(CultureInfo.InvariantCulture, $"new-{i}.txt")), FileForms.Text(papers.Next()));
            while (system.Store.Files().Count == before || system.Engine.Revision != system.Store.Revision)
            {
                Thread.Sleep(20);
            }

            seconds[i] = watch.Elapsed.TotalSeconds;
        }

        return seconds;
    }
}
