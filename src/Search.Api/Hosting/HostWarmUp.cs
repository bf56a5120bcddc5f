using System.Text.Json;
using Microsoft.Extensions.Options;
using Search.Api.Collections;
using Search.Api.Settings;
using Search.Application.Contracts;
using Search.Application.Reading;
using Search.Documents;

namespace Search.Api.Hosting;

/// <summary>
/// Does for nobody what the first readers would wait for. When the host has started a page of each kind is made, since the first one
/// of a kind compiles thousands of methods; that runs beside what the start ingests, and the host serves meanwhile. When all is
/// ingested, documents are searched for and read.
/// </summary>
internal sealed partial class HostWarmUp(
    EndpointDataSource routes,
    IServiceScopeFactory scopes,
    CollectionRegistry collections,
    IHostApplicationLifetime lifetime,
    IOptions<SearchOptions> options,
    IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json,
    ILogger<HostWarmUp> log) : BackgroundService
{
    /// <summary>The most cited ones: no single document has every part that a page can have.</summary>
    private const int Documents = 3;

    private const int WarmingSearches = 400;

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

    /// <summary>Searches for documents by their titles, then reads as many as are kept in memory.</summary>
    public void Search(CancellationToken stop)
    {
        if (!options.Value.WarmUp)
        {
            return;
        }

        try
        {
            var (search, knowledge) = (collections.Open.Search, collections.Open.CollectionReader);
            search.Search(new SearchQuery { Q = "chỉ thị", Facets = true }, stop);
            _ = knowledge.Graph;
            foreach (var document in knowledge.List(includeStubs: false).Take(WarmingSearches))
            {
                if (stop.IsCancellationRequested)
                {
                    return;
                }

                var words = (document.Title ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
                var answer = search.Search(
                    new SearchQuery { Q = string.Join(' ', words.Where(word => word.All(char.IsLetterOrDigit)).Take(4)) }, stop);
                _ = JsonSerializer.SerializeToUtf8Bytes(answer, json.Value.SerializerOptions);
            }

            foreach (var collection in collections.All)
            {
                collection.CollectionReader.WarmUp(stop);
            }
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            Skipped("search", error.Message);
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
