using OpenTelemetry.Metrics;
using Search.Application.Reading;

namespace Search.Api.Telemetry;

/// <summary>Our own metrics, the web host's and the runtime's, scraped from <c>/metrics</c> and, where
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector, sent to it.</summary>
internal static class Metrics
{
    public static void AddMetrics(this IServiceCollection services, IConfiguration configuration) =>
        services.AddOpenTelemetry().WithMetrics(metrics =>
        {
            metrics.AddMeter(SearchMetrics.MeterName).AddAspNetCoreInstrumentation().AddRuntimeInstrumentation()
                .AddPrometheusExporter(exporter =>
                {
                    // The names of the series are the contract; labels that say who counts would part them.
                    exporter.ScopeInfoEnabled = false;
                    exporter.TargetInfoEnabled = false;
                });
            if (!string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            {
                metrics.AddOtlpExporter();
            }
        });
}
