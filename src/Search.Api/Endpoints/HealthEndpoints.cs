using Microsoft.AspNetCore.Http.HttpResults;
using Search.Api.Access;
using Search.Api.Contracts;
using Search.Api.Problems;
using Search.Application.Reading;
using Search.Engine;
using Search.Store;

namespace Search.Api.Endpoints;

/// <summary>What a supervisor asks.</summary>
internal static class HealthEndpoints
{
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

    private static Ok<HealthAnswer> Ready(CollectionReader knowledge)
    {
        try
        {
            using var lease = knowledge.Lease();
            // What is lost or damaged is no reason to take the host out of service: what is sound is served.
            var isDegraded = knowledge.Base.Warnings.Count > 0 || knowledge.Base.DamageFound.Count > 0;
            return TypedResults.Ok(new HealthAnswer(isDegraded ? "degraded" : "ready", knowledge.Store.Revision, lease.Snapshot.Generation));
        }
        catch (Exception e) when (e is IOException or IndexDamagedException or StoreBusyException)
        {
            throw new ProblemException(
                ProblemKinds.Unavailable,
                "Chỉ mục chưa mở được; hãy chạy 'search verify'. (The index cannot be opened; run 'search verify'.)");
        }
    }
}
