using System.Diagnostics;
using Search.Ingestion;

namespace Search.Benchmarks;

/// <summary>The working set at each tenth of a run.</summary>
internal sealed class MemoryTenths : IProgress<IngestEvent>
{
    /// <summary>In MB.</summary>
    public List<long> Samples { get; } = [];

    public void Report(IngestEvent value)
    {
        if ((long)value.Done * 10 / Math.Max(1, value.Total) > Samples.Count)
        {
            Samples.Add(Environment.WorkingSet >> 20);
        }
    }

    /// <summary>The highest of the process so far, in MB.</summary>
    public static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 >> 20;
    }
}
