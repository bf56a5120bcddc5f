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

    private static readonly Histogram<double> Steps = Meter.CreateHistogram<double>(
        "search.ingest.step.duration", "s", "Time of one step for one file.");

    public static void Count(IngestEvent told)
    {
        Files.Add(1, new KeyValuePair<string, object?>("outcome", told.Outcome.ToString().ToLowerInvariant()));
        if (told.Outcome != IngestOutcome.Ingested)
        {
            return;
        }

        Documents.Add(told.Documents.Count);
        Citations.Add(told.Citations - told.OpenCitations, new KeyValuePair<string, object?>("state", "linked"));
        Citations.Add(told.OpenCitations, new KeyValuePair<string, object?>("state", "open"));
    }

    public static Timing Time(string step) => new(step, Stopwatch.GetTimestamp());

    /// <summary>Records the time between making and disposing.</summary>
    internal readonly struct Timing(string step, long start) : IDisposable
    {
        public void Dispose() => Steps.Record(
            Stopwatch.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>("step", step));
    }
}
