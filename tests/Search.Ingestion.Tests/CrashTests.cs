using System.Diagnostics;
using Search.Testing.Files;
using Search.Testing;

namespace Search.Ingestion.Tests;

/// <summary>kill -9 in the middle of an ingestion: what was acknowledged is there, nothing is there twice, and in the
/// end the index is that of an undisturbed run.</summary>
public sealed class CrashTests : SystemFixture
{
    private static readonly int Kills = Campaign.Count(3, 20);

    [Fact]
    public async Task NothingAcknowledgedIsLostByKills()
    {
        Folders.Fill(Sources, Campaign.Count(60, 120), seed: 42);
        var random = new Random(20260720);
        var acknowledged = new HashSet<string>(StringComparer.Ordinal);

        for (var kill = 0; kill < Kills; kill++)
        {
            var isDone = await RunAndKill(lines: random.Next(0, 12), TimeSpan.FromMilliseconds(random.Next(0, 30)), acknowledged);
            using var system = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = Data });
            var paths = system.Store.Files().Select(file => file.Path).ToList();
            Assert.Superset(acknowledged, paths.ToHashSet(StringComparer.Ordinal));
            Assert.Equal(paths.Count, paths.Distinct(StringComparer.Ordinal).Count());
            Assert.True(system.Verify().IsSound);
            if (!isDone)
            {
                continue;
            }
            // Everything is in already: begin again, so that later kills hit something, too.
            system.Dispose();
            Directory.Delete(Data, recursive: true);
            acknowledged.Clear();
        }

        await Ingest();
        var disturbed = Digest();
        Close();
        Directory.Delete(Data, recursive: true);
        await Ingest();
        Assert.Equal(Digest(), disturbed);
    }

    /// <returns>True when it came to its end before the kill.</returns>
    private async Task<bool> RunAndKill(int lines, TimeSpan delay, HashSet<string> acknowledged)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) is "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])["exec", typeof(Program).Assembly.Location, "ingest", Data, Sources])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        while (lines-- > 0 && await process.StandardOutput.ReadLineAsync() is { } line)
        {
            acknowledged.Add(line);
        }

        await Task.Delay(delay);
        process.Kill();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            acknowledged.Add(line);
        }

        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }

    private string Digest()
    {
        using var snapshot = CollectionReader.Engine.OpenSnapshot();
        return snapshot.Digest;
    }
}
