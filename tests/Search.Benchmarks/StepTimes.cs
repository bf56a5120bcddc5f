using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Search.Benchmarks;

/// <summary>Processor time of each step over all files, from the worker's own metrics.</summary>
internal sealed class StepTimes : IDisposable
{
    private readonly ConcurrentDictionary<string, double> _seconds = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();

    public StepTimes()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name is "search.ingest.step.duration")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) =>
            _seconds.AddOrUpdate((string)tags[0].Value!, seconds, (_, sum) => sum + seconds));
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    public override string ToString() => string.Join(", ", _seconds.OrderByDescending(step => step.Value)
        .Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.Key} {step.Value:0.0} s")));
}
