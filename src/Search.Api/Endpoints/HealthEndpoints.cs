using Microsoft.AspNetCore.Http.HttpResults;
using Search.Api.Access;
using Search.Api.Collections;
using Search.Api.Contracts;
using Search.Api.Problems;
using Search.Application.Reading;
using Search.Engine;
using Search.Store;

namespace Search.Api.Endpoints;

/// <summary>What a supervisor asks.</summary>
internal static class HealthEndpoints
{
    private static readonly string Fingerprint = string.Concat(
        new[] { typeof(ISearchEngine), typeof(CollectionReader), typeof(HealthEndpoints) }.Select(type => type.Module.ModuleVersionId.ToString("N")[..8]));

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("").WithTags("Operation");
        health.MapGet("/healthz", () => TypedResults.Ok(new HealthAnswer("alive", null, null)))
            .WithName("healthz").WithSummary("The process answers").OpenToEveryone();
        health.MapGet("/readyz", Ready)
            .WithName("readyz").WithSummary("A generation of the index is loaded and the store answers")
            .MayFail(503).OpenToEveryone();
        // The exporter answers; the route is one of ours, with its scope and its place in the contract.
        var scrape = app.CreateApplicationBuilder().UseOpenTelemetryPrometheusScrapingEndpoint(_ => true).Build();
        Delegate metrics = (HttpContext context) => scrape(context);
        health.MapGet("/metrics", metrics)
            .WithName("metrics").WithSummary("Metrics in the Prometheus text format")
            .Produces<string>(200, "text/plain")
            .MayFail(401, 403)
            .RequireScope(Scopes.Read);
    }

    private static Ok<HealthAnswer> Ready(CollectionReader knowledge, SharedNode node, IHostApplicationLifetime lifetime)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw new ProblemException(ProblemKinds.Unavailable, "Máy chủ đang dừng. (The server is going down.)");
        }

        try
        {
            using var lease = knowledge.Lease();
            // What is lost or damaged is no reason to take the host out of service: what is sound is served.
            var isDegraded = knowledge.Base.Warnings.Count > 0 || knowledge.Base.DamageFound.Count > 0;
            var revision = knowledge.Store.Revision;
            var (applied, head) = (Math.Min(revision, lease.Snapshot.Revision), Math.Max(revision, node.Shared?.State.HeadRevision ?? 0));
            var lag = node.Lag.TotalSeconds;
            return node.IsReady
                ? TypedResults.Ok(new HealthAnswer(
                    node.IsStale ? "stale" : isDegraded ? "degraded" : "ready",
                    revision,
                    lease.Snapshot.Generation,
                    applied,
                    head,
                    head - applied,
                    Math.Round(lag, 1),
                    node.Leads,
                    Seeding: false,
                    Draining: false,
                    Fingerprint))
                : throw new ProblemException(
                    ProblemKinds.Unavailable,
                    $"Bản sao đang ở sau kho chung {head - applied} bản, {lag:0} giây. (The copy is {head - applied} revisions, {lag:0} seconds behind the shared store.)");
        }
        catch (Exception e) when (e is IOException or IndexDamagedException or StoreBusyException)
        {
            throw new ProblemException(
                ProblemKinds.Unavailable,
                "Chỉ mục chưa mở được; hãy chạy 'search verify'. (The index cannot be opened; run 'search verify'.)");
        }
    }
}
