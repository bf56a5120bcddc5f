using System.Diagnostics.Metrics;

namespace Search.Application.Reading;

/// <summary>Our own meters; those of the host and the runtime are read beside them.</summary>
internal sealed class SearchMetrics : IDisposable
{
    public const string MeterName = "Search";

    private readonly Meter _meter;
    private readonly Histogram<double> _duration;
    private readonly TimeProvider _clock;
    private long _generation = -1;
    private long _generationSince;

    public SearchMetrics(CollectionReader knowledge, TimeProvider clock)
    {
        _clock = clock;
        _meter = new Meter(MeterName);
        _generationSince = clock.GetTimestamp();
        _duration = _meter.CreateHistogram(
            "search.query.duration",
            "s",
            "Time to answer a search, without sending it.",
            tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2] });
        _meter.CreateObservableGauge("search.index.generation.age", () => Age(knowledge), "s", "Age of the index generation that answers.");
        _meter.CreateObservableGauge("search.documents", () => knowledge.Statistics.Documents, "{document}", "Documents present.");
        _meter.CreateObservableGauge("search.stubs", () => knowledge.Statistics.Stubs, "{document}", "Documents known only by being cited.");
        _meter.CreateObservableGauge("search.files.ingested", () => knowledge.Statistics.Files, "{file}", "Files taken in.");
        _meter.CreateObservableGauge("search.files.quarantined", () => knowledge.Statistics.Quarantined, "{file}", "Files refused.");
        _meter.CreateObservableGauge("search.citations.open", () => knowledge.Statistics.OpenCitations, "{citation}", "Citations linked to nothing.");
    }

    public void Searched(TimeSpan took) => _duration.Record(took.TotalSeconds);

    public void Dispose() => _meter.Dispose();

    private double Age(CollectionReader knowledge)
    {
        var generation = knowledge.Generation;
        if (Interlocked.Exchange(ref _generation, generation) != generation)
        {
            Interlocked.Exchange(ref _generationSince, _clock.GetTimestamp());
        }

        return _clock.GetElapsedTime(Interlocked.Read(ref _generationSince)).TotalSeconds;
    }
}
