using System.Diagnostics;
using System.Globalization;
using Search.Engine.LuceneNet;

namespace Search.Engine.Campaign;

/// <summary>
/// Kills a process that writes, at random moments: what it said to be committed is there afterwards, whole and sound, and
/// the next writer goes on from it.
/// </summary>
public static class KillCampaign
{
    private const int Passages = 60;
    private const int LongestMilliseconds = 700;

    /// <summary>The name by which the program is started as the writer.</summary>
    public const string Writer = "write";

    /// <summary>Runs it.</summary>
    /// <param name="kills">How many.</param>
    public static Outcome Run(int kills)
    {
        var folder = Directory.CreateTempSubdirectory("campaign-kills-").FullName;
        var random = new Random(17);
        var failures = new List<string>();
        var commits = 0L;
        try
        {
            for (var kill = 1; kill <= kills; kill++)
            {
                var acknowledged = WriteUntilKilled(folder, random.Next(LongestMilliseconds));
                commits = Math.Max(commits, acknowledged);
                if (Problem(folder, acknowledged) is { } problem)
                {
                    failures.Add(string.Create(CultureInfo.InvariantCulture, $"kill {kill}: {problem}"));
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return new Outcome("kills of a writer", string.Create(CultureInfo.InvariantCulture, $"{kills} kills over {commits} commits, {failures.Count} bad"), failures);
    }

    /// <summary>Writes and commits until it is killed, and tells each commit by a line.</summary>
    /// <param name="folder">The index.</param>
    public static void Write(string folder)
    {
        using var engine = LuceneNetEngine.Open(folder, null, new LuceneNetOptions { SegmentsPerTier = 3 });
        for (var revision = Math.Max(0, engine.Revision) + 1; ; revision++)
        {
            using (var writer = engine.OpenWriter())
            {
                if (revision % 20 == 0)
                {
                    writer.Clear();
                }

                for (var i = 0; i < Passages; i++)
                {
                    writer.Put(new IndexEntry
                    {
                        Id = string.Create(CultureInfo.InvariantCulture, $"d{i / 3}#{i}"),
                        Group = string.Create(CultureInfo.InvariantCulture, $"d{i / 3}"),
                        Text = new Dictionary<string, string>(StringComparer.Ordinal) { [IndexFields.Body] = string.Create(CultureInfo.InvariantCulture, $"bản r{revision} số {i}") },
                    });
                }

                writer.Commit(revision);
            }

            Console.WriteLine(revision);
        }
    }

    private static long WriteUntilKilled(string folder, int milliseconds)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(typeof(KillCampaign).Assembly.Location);
        start.ArgumentList.Add(Writer);
        start.ArgumentList.Add(folder);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The writer did not start.");
        var acknowledged = 0L;

        // The first commit tells that the program runs; the clock begins there.
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (acknowledged == 0)
            {
                _ = KillAsync(process, milliseconds);
            }

            acknowledged = long.Parse(line, CultureInfo.InvariantCulture);
        }

        process.WaitForExit();
        return acknowledged;
    }

    private static async Task KillAsync(Process process, int milliseconds)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System).ConfigureAwait(false);
        process.Kill();
    }

    private static string? Problem(string folder, long acknowledged)
    {
        using var engine = LuceneNetEngine.Open(folder);
        if (!engine.Verify(CancellationToken.None).IsSound)
        {
            return "not sound";
        }

        using var snapshot = engine.OpenSnapshot();
        if (snapshot.Revision < acknowledged)
        {
            return string.Create(CultureInfo.InvariantCulture, $"revision {snapshot.Revision}, {acknowledged} was acknowledged");
        }

        var word = string.Create(CultureInfo.InvariantCulture, $"r{snapshot.Revision}");
        var found = snapshot.Search(
            new SearchRequest { Query = new TermQuery(word), Limit = 100, GroupByDocument = false }, CancellationToken.None).Hits.Count;
        return found == Passages && snapshot.Statistics.Entries == Passages
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{found} of {Passages} passages of revision {snapshot.Revision}, {snapshot.Statistics.Entries} in all");
    }
}
