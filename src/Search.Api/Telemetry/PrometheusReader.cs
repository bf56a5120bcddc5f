using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using Search.Api.Collections;
using Search.Application.Reading;

namespace Search.Api.Telemetry;

/// <summary>Collects all metrics when asked and writes them in the Prometheus text format, version 0.0.4.</summary>
internal sealed class PrometheusReader : IDisposable
{
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly Exporter _exporter;
    private readonly BaseExportingMetricReader _reader;
    private readonly MeterProvider _provider;
    private readonly Lock _lock = new();

    public PrometheusReader(CollectionRegistry rooms, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(rooms);
        _exporter = new Exporter(rooms.Metrics.Host);
        _reader = new BaseExportingMetricReader(_exporter) { TemporalityPreference = MetricReaderTemporalityPreference.Cumulative };
        var builder = Sdk.CreateMeterProviderBuilder()
            .AddMeter(
                SearchMetrics.MeterName,
                "Microsoft.AspNetCore.Hosting",
                "Microsoft.AspNetCore.Server.Kestrel",
                "Microsoft.AspNetCore.RateLimiting",
                "System.Runtime")
            .AddReader(_reader);
        if (!string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            builder.AddOtlpExporter();
        }

        _provider = builder.Build();
    }

    public string Read()
    {
        lock (_lock)
        {
            _reader.Collect();
            return _exporter.Text;
        }
    }

    public void Dispose() => _provider.Dispose();

    private sealed class Exporter(string host) : BaseExporter<Metric>
    {
        public string Text { get; private set; } = "";

        public override ExportResult Export(in Batch<Metric> batch)
        {
            var text = new StringBuilder();
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var metric in batch)
            {
                var owner = metric.MeterTags?.FirstOrDefault(tag => tag.Key is SearchMetrics.HostTag).Value;
                if (owner is null || owner.Equals(host))
                {
                    Write(text, metric, seen);
                }
            }

            Text = text.ToString();
            return ExportResult.Success;
        }

        private static void Write(StringBuilder text, Metric metric, HashSet<string> seen)
        {
            var isCounter = metric.MetricType is MetricType.LongSum or MetricType.DoubleSum;
            var isHistogram = metric.MetricType is MetricType.Histogram;
            if (metric.MetricType is MetricType.ExponentialHistogram)
            {
                return;
            }

            var name = Name(metric) + (isCounter ? "_total" : "");
            if (!seen.Add(name))
            {
                return;
            }

            if (metric.Description.Length > 0)
            {
                text.Append($"# HELP {name} {metric.Description.ReplaceLineEndings(" ")}\n");
            }

            text.Append($"# TYPE {name} {(isCounter ? "counter" : isHistogram ? "histogram" : "gauge")}\n");
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                var labels = Labels(point.Tags);
                if (isHistogram)
                {
                    long count = 0;
                    foreach (var bucket in point.GetHistogramBuckets())
                    {
                        count += bucket.BucketCount;
                        var bound = double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : Number(bucket.ExplicitBound);
                        text.Append($"{name}_bucket{{{labels}{(labels.Length > 0 ? "," : "")}le=\"{bound}\"}} {count}\n");
                    }

                    Line(text, name + "_sum", labels, Number(point.GetHistogramSum()));
                    Line(text, name + "_count", labels, Number(point.GetHistogramCount()));
                }
                else
                {
                    Line(text, name, labels, Number(metric.MetricType switch
                    {
                        MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong(),
                        MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble(),
                        MetricType.LongGauge => point.GetGaugeLastValueLong(),
                        _ => point.GetGaugeLastValueDouble(),
                    }));
                }
            }
        }

        private static string Name(Metric metric)
        {
            var unit = metric.Unit switch
            {
                "s" => "_seconds",
                "ms" => "_milliseconds",
                "By" => "_bytes",
                _ => "",
            };
            return Safe(metric.Name) + unit;
        }

        private static string Labels(ReadOnlyTagCollection tags)
        {
            var labels = new StringBuilder();
            foreach (var tag in tags)
            {
                if (labels.Length > 0)
                {
                    labels.Append(',');
                }

                var value = Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "";
                value = value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n");
                labels.Append(Safe(tag.Key)).Append("=\"").Append(value).Append('"');
            }

            return labels.ToString();
        }

        private static void Line(StringBuilder text, string name, string labels, string value) =>
            text.Append(name).Append(labels.Length > 0 ? "{" + labels + "}" : "").Append(' ').Append(value).Append('\n');

        private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

        private static string Safe(string name)
        {
            var safe = new StringBuilder(name);
            for (var i = 0; i < safe.Length; i++)
            {
                if (!char.IsAsciiLetterOrDigit(safe[i]))
                {
                    safe[i] = '_';
                }
            }

            return safe.ToString();
        }
    }
}
