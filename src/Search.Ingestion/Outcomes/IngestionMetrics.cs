using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Search.Ingestion;

/// <summary>Counters of the worker on the meter <c>Search</c>. No tag ever carries text of a document.</summary>
internal static class IngestionMetrics
{
    private static readonly Meter Meter = new("Search");

    private static readonly Counter<long> Files = Meter.CreateCounter<long>(
        "search.ingest.files", "{file}", "Files looked at, by outcome.");

    private static readonly Counter<long> Documents = Meter.CreateCounter<long>(
        "search.ingest.documents", "{document}", "Documents taken in.");

    private static readonly Counter<long> Citations = Meter.CreateCounter<long>(
        "search.ingest.citations", "{citation}", "Mentions of documents found, by whether they are linked.");

    private static readonly Histogram<double> StepTimes = Meter.CreateHistogram<double>(
        "search.ingest.step.duration", "s", "Time of one step for one file.");

    /// <summary>Counts a file. Of one that bears a secrecy mark nothing is counted, for that it exists is a secret too; of one
    /// that was refused before and is refused again, neither.</summary>
    public static void Count(IngestEvent told)
    {
        if (told.IsAgain || string.Equals(told.Code, Steps.SecrecyStep.Code, StringComparison.Ordinal))
        {
            return;
        }

        Files.Add(1, new KeyValuePair<string, object?>("outcome", told.Outcome.ToString().ToLowerInvariant()));
        if (told.Outcome != IngestOutcome.Ingested)
        {
            return;
        }

        Documents.Add(told.Documents.Count);
        Citations.Add(told.Citations - told.OpenCitations, new KeyValuePair<string, object?>("state", "linked"));
        Citations.Add(told.OpenCitations, new KeyValuePair<string, object?>("state", "open"));
    }

    /// <summary>Records how long a step took.</summary>
    public static void Record(string step, TimeSpan time) =>
        StepTimes.Record(time.TotalSeconds, new KeyValuePair<string, object?>("step", step));

    /// <param name="step">What is timed.</param>
    /// <param name="isCounted">False for collections whose work is nobody's business.</param>
    public static Timing Time(string step, bool isCounted) => new(step, isCounted ? Stopwatch.GetTimestamp() : 0);

    /// <summary>Records the time between making and disposing.</summary>
    internal readonly struct Timing(string step, long start) : IDisposable
    {
        public void Dispose()
        {
            if (start != 0)
            {
                Record(step, Stopwatch.GetElapsedTime(start));
            }
        }
    }
}
