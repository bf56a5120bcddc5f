namespace Search.Ingestion.Tests;

/// <summary>The suite as a program: one ingestion in a process of its own, to be killed from outside.</summary>
public static class Program
{
    /// <summary><c>ingest DATA SOURCES</c>: prints each path once it is acknowledged.</summary>
    public static async Task<int> Main(string[] args)
    {
        if (args is not ["ingest", var data, var sources])
        {
            return 2;
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
