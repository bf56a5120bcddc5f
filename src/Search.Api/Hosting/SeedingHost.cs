using Search.Api.Settings;
using Search.Api.Problems;
using Search.Ingestion;

namespace Search.Api.Hosting;

/// <summary>
/// Answers in place of a host that still copies a shared store into its empty data folder, which may take minutes: it lives
/// (<c>/healthz</c>), and everything else is 503 with <c>seeding</c>, so that a load balancer waits and an operator sees why.
/// </summary>
internal static class SeedingHost
{
    private static readonly ProblemKind Seeding = ProblemKinds.Unavailable;

    /// <summary>Starts it where it is needed.</summary>
    /// <param name="configuration">What the host is configured with: it listens where the host will.</param>
    /// <param name="options">The host's settings.</param>
    /// <param name="stop">Gives the start up.</param>
    /// <returns>To be disposed of before the host listens; null where the host has nothing to copy.</returns>
    public static async Task<IAsyncDisposable?> StartAsync(IConfiguration configuration, SearchOptions options, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(options.Store) || DocumentStores.Exists(options.Data))
        {
            return null;
        }

        var builder = WebApplication.CreateBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (string.IsNullOrEmpty(configuration["urls"]) && string.IsNullOrEmpty(configuration["http_ports"]))
        {
            builder.WebHost.UseUrls(ApiHost.DefaultUrl);
        }

        var app = builder.Build();
        app.Run(AnswerAsync);
        try
        {
            await app.StartAsync(stop);
            return app;
        }
        catch (IOException)
        {
            // The port is taken: the host itself will say so.
            await app.DisposeAsync();
            return null;
        }
    }

    private static Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/healthz")
        {
            return context.Response.WriteAsJsonAsync(new { status = "alive", seeding = true }, context.RequestAborted);
        }

        context.Response.StatusCode = Seeding.Status;
        context.Response.Headers.RetryAfter = "5";
        return context.Response.WriteAsJsonAsync(
            new
            {
                type = Seeding.Type,
                title = Seeding.Title,
                status = Seeding.Status,
                detail = "Máy chủ mới đang chép kho chung. (The new host is copying the shared store.)",
                seeding = true,
            },
            options: null,
            "application/problem+json",
            context.RequestAborted);
    }
}
