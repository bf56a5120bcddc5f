using System.Globalization;
using Search.Benchmarks.Load;

namespace Search.Benchmarks;

/// <summary>
/// The Release host over every article of the law corpus, asked by clients on the same machine:
/// <c>load [--folder DIR] [--small] [--clients N] [--seconds S] [--only NAME] [--engine] [--prepare] [--set KEY=VALUE]…</c>.
/// </summary>
internal static class LoadBenchmark
{
    public static int Run(string[] args)
    {
        var small = args.Contains("--small", StringComparer.Ordinal);
        var folder = Option(args, "--folder") ?? Path.Combine(Path.GetTempPath(), small ? "search-load-small" : "search-load");
        var clients = int.Parse(Option(args, "--clients") ?? "16", CultureInfo.InvariantCulture);
        var seconds = double.Parse(Option(args, "--seconds") ?? "5", CultureInfo.InvariantCulture);
        var only = Option(args, "--only");
        LawStore.Ensure(folder, small);
        if (args.Contains("--prepare", StringComparer.Ordinal))
        {
            return 0;
        }

        if (args.Contains("--engine", StringComparer.Ordinal))
        {
            EngineShare.Print(Path.Combine(folder, "data"), LoadQueries.Make(40_000));
            return 0;
        }

        var settings = args.Index().Where(a => a.Index > 0 && args[a.Index - 1] is "--set").Select(a => "--" + a.Item);
        using var host = HostProcess.Start(Path.Combine(folder, "data"), settings);
        var queries = LoadQueries.Make(40_000).Select(q => "/api/search?q=" + Uri.EscapeDataString(q)).ToList();
        var pages = Pages(folder);
        Console.WriteLine(LoadResult.Head);
        // The first requests compile the host; they are not counted.
        _ = LoadRun.Measure("warm-up", host, Prepare(queries.Skip(30_000), host), clients, seconds, repeats: false);
        Show("search, every query another", Prepare(queries.Take(30_000), host), repeats: false);
        Show("search, 1,000 queries over and over", Prepare(queries.Take(1_000), host), repeats: true);
        Show("search, 20 documents with 3 passages each", Prepare(queries.Take(30_000).Select(q => q + "&limit=20&passages=3"), host), repeats: false);
        Show("document, every one another", Prepare(pages.Select(p => "/api/documents/" + p), host), repeats: false);
        Show("document page", Prepare(pages.Select(p => "/van-ban/" + p), host), repeats: false);
        Show("document page, 1,000 over and over", Prepare(pages.Take(1_000).Select(p => "/van-ban/" + p), host), repeats: true);
        Show("search by ETag", [.. queries.Take(200).Select(q => LoadClient.Request(q, host.Port, $"If-None-Match: {Tag(host, q)}\r\n"))], repeats: true, expected: 304);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nhost: {host.ResidentMegabytes} MB resident; {Environment.ProcessorCount} processors shared with {clients} clients"));
        return 0;

        void Show(string name, List<byte[]> requests, bool repeats, int expected = 200)
        {
            if (only is not null && !name.Contains(only, StringComparison.Ordinal))
            {
                return;
            }

            Console.WriteLine(LoadRun.Measure(name, host, requests, clients, seconds, repeats, expected));
        }
    }

    private static List<byte[]> Prepare(IEnumerable<string> paths, HostProcess host, string headers = "") =>
        [.. paths.Select(path => LoadClient.Request(path, host.Port, headers))];

    private static string Tag(HostProcess host, string path)
    {
        using var client = new LoadClient(host.Port);
        client.Get(LoadClient.Request(path, host.Port));
        return client.Header("ETag") ?? throw new InvalidOperationException("The answer has no ETag.");
    }

    private static List<string> Pages(string folder)
    {
        using var store = Store.Sqlite.SqliteDocumentStore.Open(Path.Combine(folder, "data"), Documents.Catalogues.Catalogue.Default);
        var slugs = store.List().Select(document => document.Key.Slug).ToArray();
        new Random(2026).Shuffle(slugs);
        return [.. slugs];
    }

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
