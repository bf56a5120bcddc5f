using Microsoft.Extensions.Options;
using Search.Api.Collections;
using Search.Api.Settings;
using Search.Application.Reading;

namespace Search.Api.Hosting;

/// <summary>
/// Makes a page of each kind when the host has started, for nobody: the first one of a kind compiles thousands of methods, which
/// takes seconds that a reader would wait. It runs beside what the start ingests, and the host serves meanwhile.
/// </summary>
internal sealed partial class PageWarmUp(
    EndpointDataSource routes,
    IServiceScopeFactory scopes,
    CollectionRegistry collections,
    IHostApplicationLifetime lifetime,
    IOptions<SearchOptions> options,
    ILogger<PageWarmUp> log) : BackgroundService
{
    /// <summary>The most cited ones: no single document has every part that a page can have.</summary>
    private const int Documents = 3;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.WarmUp)
        {
            return;
        }

        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onStart = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        foreach (var (pattern, slug, query) in Pages(collections.Open.CollectionReader))
        {
            try
            {
                await MakeAsync(pattern, slug, query, stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException and not OutOfMemoryException)
            {
                // A reader who asks for the page is told what is wrong with it.
                Skipped(pattern, error.Message);
            }
        }
    }

    /// <summary>A page of each kind that readers come to first.</summary>
    internal static IReadOnlyList<(string Pattern, string? Slug, string Query)> Pages(CollectionReader knowledge)
    {
        var documents = knowledge.List(includeStubs: false).OrderByDescending(document => document.CitedBy).Take(Documents).Select(document => document.Key.Slug).ToList();
        return
        [
            ("/", null, ""),
            ("/", null, "?q=ch%E1%BB%89+th%E1%BB%8B"),
            .. documents.Select(slug => ("/van-ban/{slug}", (string?)slug, "")),
            .. documents.Take(1).SelectMany(slug => new[] { ("/do-thi/{slug}", (string?)slug, ""), ("/lich-su/{slug}", slug, "") }),
            ("/danh-muc", null, ""),
            ("/con-thieu", null, ""),
        ];
    }

    /// <summary>Makes a page and throws it away.</summary>
    /// <returns>The status it would have been answered with; null where there is no such route.</returns>
    internal async Task<int?> MakeAsync(string pattern, string? slug, string query, CancellationToken stop)
    {
        var route = routes.Endpoints.OfType<RouteEndpoint>().FirstOrDefault(endpoint =>
            string.Equals(endpoint.RoutePattern.RawText, pattern, StringComparison.Ordinal)
            && endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is { HttpMethods: var methods } && methods.Contains(HttpMethods.Get));
        if (route?.RequestDelegate is not { } answer)
        {
            return null;
        }

        await using var scope = scopes.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = stop };
        context.Request.Method = HttpMethods.Get;
        context.Request.Scheme = Uri.UriSchemeHttp;
        context.Request.Host = new HostString("localhost");
        context.Request.Path = slug is null ? pattern : pattern.Replace("{slug}", slug, StringComparison.Ordinal);
        context.Request.QueryString = new QueryString(query.Length == 0 ? null : query);
        if (slug is not null)
        {
            context.Request.RouteValues["slug"] = slug;
        }

        context.SetEndpoint(route);
        await answer(context);
        return context.Response.StatusCode;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Pattern} was not made ready: {Reason}")]
    private partial void Skipped(string pattern, string reason);
}
