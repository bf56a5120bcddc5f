namespace Search.Ingestion.Tests;

/// <summary>The suite as a program: it runs its tests, or one ingestion in a process of its own, to be killed from outside.</summary>
public static class Program
{
    /// <summary><c>ingest DATA SOURCES</c>: prints each path once it is acknowledged. All else is for the runner of the tests.</summary>
    public static async Task<int> Main(string[] args)
    {
        if (args is not ["ingest", var data, var sources])
        {
            return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
        }

        using var system = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = data, IndexEvery = TimeSpan.Zero });
        await using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        var summary = await system.IngestAsync([sources], new Print(output));
        return summary.Failed == 0 ? 0 : 1;
    }

    private sealed class Print(StreamWriter output) : IProgress<IngestEvent>
    {
        public void Report(IngestEvent value)
        {
            if (value.Outcome is IngestOutcome.Ingested or IngestOutcome.Unchanged)
            {
                output.WriteLine(value.Path);
            }
        }
    }
}
