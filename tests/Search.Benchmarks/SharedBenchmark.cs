using System.Diagnostics;
using System.Globalization;
using Search.Ingestion;
using Search.Ingestion.Snapshots;
using Search.Testing.Files;
using Search.Testing;

namespace Search.Benchmarks;

/// <summary>
/// A store in PostgreSQL beside one in the data folder, in one run: the rate of ingestion, how soon another node answers with
/// what was committed, and how soon a new node is ready from a snapshot and from the shared store.
/// </summary>
internal static class SharedBenchmark
{
    private const int Commits = 200;

    /// <summary><c>shared [DOCUMENTS]</c>; 2,000 by default. PostgreSQL must be installed.</summary>
    public static int Run(string[] args)
    {
        var documents = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 2000;
        var folder = Directory.CreateTempSubdirectory("shared-bench-").FullName;
        var sources = Path.Combine(folder, "sources");
        Folders.Fill(sources, documents, seed: 2026);
        var connection = PostgresServer.Get().NewSchema();

        // Once in vain, so that neither pays for what is compiled and opened first.
        Ingest(Options(folder, "warm", null), sources);
        var alone = Ingest(Options(folder, "alone", null), sources);
        var shared = Ingest(Options(folder, "one", connection), sources);
        Say($"ingestion        {alone:0} documents/s in the data folder, {shared:0} through PostgreSQL, ratio {shared / alone:0.00}");

        using (var one = KnowledgeBase.Open(Options(folder, "one", connection)))
        {
            using var storage = SnapshotLocation.Open(Path.Combine(folder, "snapshots"));
            var clock = Stopwatch.StartNew();
            var manifest = SnapshotWriter.Publish(one, Path.Combine(folder, "one"), "one", storage, TimeProvider.System);
            Say($"snapshot         {manifest.Bytes >> 20} MiB in {clock.Elapsed.TotalSeconds:0.0} s");
            Visible(one, folder, connection);
        }

        var seeded = New(Options(folder, "seeded", connection), Path.Combine(folder, "snapshots"));
        var copied = New(Options(folder, "copied", connection), null);
        Say($"new node         ready after {seeded.TotalSeconds:0.0} s from a snapshot, {copied.TotalSeconds:0.0} s from PostgreSQL");
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static double Ingest(KnowledgeOptions options, string sources)
    {
        using var system = KnowledgeBase.Open(options);
        var run = system.IngestAsync([sources]).GetAwaiter().GetResult();
        return run.Documents / run.Elapsed.TotalSeconds;
    }

    private static TimeSpan New(KnowledgeOptions options, string? snapshots)
    {
        options.Snapshots = snapshots;
        var clock = Stopwatch.StartNew();
        Seeding.Of(options);
        using var system = KnowledgeBase.Open(options);
        if (system.Engine.Revision != system.Store.Revision)
        {
            throw new InvalidOperationException("The new node is not ready.");
        }

        return clock.Elapsed;
    }

    /// <summary>From the acknowledgement on one node to the answer on another, which follows as a host does.</summary>
    private static void Visible(KnowledgeBase one, string folder, string connection)
    {
        using var other = KnowledgeBase.Open(Options(folder, "other", connection));
        using var stop = new CancellationTokenSource();
        var following = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                other.Store.Shared!.Follow();
                other.CatchUp();
                await other.Store.Shared.WaitAsync(TimeSpan.FromMilliseconds(250), stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        });
        var delays = new List<double>();
        for (var i = 0; i < Commits; i++)
        {
            var paper = Path.Combine(folder, "sources", $"moi-{i}.md");
            File.WriteAllText(paper, $"# Thông báo {i}\n\nMột thông báo về việc thứ {i}.\n");
            one.IngestAsync([paper]).GetAwaiter().GetResult();
            var (revision, clock) = (one.Store.Revision, Stopwatch.StartNew());
            while (other.Engine.Revision < revision)
            {
                Thread.Sleep(1);
            }

            delays.Add(clock.Elapsed.TotalSeconds);
        }

        stop.Cancel();
        following.GetAwaiter().GetResult();
        delays.Sort();
        Say($"visible          p50 {delays[Commits / 2]:0.00} s, p99 {delays[Commits * 99 / 100]:0.00} s on another node, {Commits} commits one after the other");
    }

    private static KnowledgeOptions Options(string folder, string node, string? connection) =>
        new() { DataDirectory = Path.Combine(folder, node), Node = node, SharedStore = connection, Uploads = Path.Combine(folder, "uploads", node), Snapshots = null };

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
