using System.ComponentModel;
using Search.Api.Caching;
using Search.Api.Exports;
using Search.Api.Pages;
using Search.Application.Contracts;
using Search.Application.Lines;
using Search.Application.UseCases;
using Search.Documents;

namespace Search.Api.Endpoints;

/// <summary>Atom feeds: new documents that answer a search, new citations of a document.</summary>
internal static class FeedEndpoints
{
    private const int Entries = 50;

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi("Feeds", Scopes.Read);
        api.WithETag();
        api.MapGet("/feed.atom", Search)
            .WithName("searchFeed").WithSummary("The newest documents that answer a search, as Atom")
            .Produces<string>(200, "application/atom+xml")
            .WithRequestTimeout(RouteMetadata.SearchTimeout);
        api.MapGet("/documents/{slug}/cited-by.atom", CitedBy)
            .WithName("citedByFeed").WithSummary("The newest citations of a document, as Atom")
            .Produces<string>(200, "application/atom+xml")
            .MayFail(404, 409);
    }

    private static IResult Search(
        [AsParameters] SearchQuery query, SearchService search, HttpRequest request, CancellationToken stop)
    {
        var answer = search.Search(query with { Sort = "newest", Limit = query.Limit ?? Entries, Facets = false, Explain = false }, stop);
        var entries = answer.Hits
            .Select(hit => new AtomFeed.Entry(hit.Document.Key, hit.Document, hit.Passages is [var first, ..] ? first.Snippet.Text : null))
            .ToList();
        return TypedResults.Bytes(
            AtomFeed.Write(request, $"Tìm: {query.Q}", SearchAddress.Of(query with { Sort = "newest" }), entries), AtomFeed.MediaType);
    }

    private static IResult CitedBy(
        [Description("Slug, key or number of the cited document.")] string slug, DocumentService documents, HttpRequest request)
    {
        var record = documents.Record(slug);
        var entries = documents.CitedBy(record.Summary.Key)
            .OrderByDescending(line => line.Document.Date)
            .Take(Entries)
            .Select(line => new AtomFeed.Entry(
                $"{line.Document.Key}:{line.Citation.Citation.Start}", line.Document, line.Citation.Sentence))
            .ToList();
        return TypedResults.Bytes(
            AtomFeed.Write(
                request,
                $"Dẫn chiếu đến {record.Summary.Number ?? record.Summary.Title}",
                DocumentLines.Url(record.Summary.Key),
                entries),
            AtomFeed.MediaType);
    }
}
