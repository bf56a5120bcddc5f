using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Search.Api.Exports;
using Search.Api.Pages;
using Search.Application.Contracts;
using Search.Application.Lines;
using Search.Application.Reading;
using Search.Application.UseCases;
using Search.Documents;

namespace Search.Api.Endpoints;

/// <summary>Atom feeds: documents that answer a search, documents that cite one; the latest arrival first.</summary>
internal static class FeedEndpoints
{
    private const int Entries = 50;

    // So many documents of a search are put in the order of their arrival.
    private const int Window = 500;
    private const string PageText = "Page of the feed from 1; the link with rel=next leads through them.";

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi("Feeds", Scopes.Read);
        api.WithETag();
        api.MapGet("/feed.atom", Search)
            .WithName("searchFeed").WithSummary("Documents that answer a search, as Atom, the latest arrival first")
            .Produces<string>(200, "application/atom+xml")
            .WithRequestTimeout(RouteMetadata.SearchTimeout);
        api.MapGet("/documents/{slug}/cited-by.atom", CitedBy)
            .WithName("citedByFeed").WithSummary("Documents that cite a document, as Atom, the latest arrival first")
            .Produces<string>(200, "application/atom+xml")
            .MayFail(404, 409);
    }

    private static IResult Search(
        [AsParameters] SearchQuery query,
        [FromQuery, Description(PageText), Range(1, Window / Entries)] int? page,
        SearchService search,
        CollectionReader knowledge,
        HttpRequest request,
        CancellationToken stop)
    {
        var asked = query with { Sort = "newest", Limit = ApiLimits.PageSize, Cursor = null, Mode = null, Passages = 1, Facets = false, Explain = false };
        var found = new List<AtomFeed.Entry>();
        for (var answer = search.Search(asked, stop, includeWeak: false); ; answer = search.Search(asked with { Cursor = answer.NextCursor }, stop, includeWeak: false))
        {
            found.AddRange(answer.Hits.Select(hit => Entry(knowledge, hit.Document, hit.Passages is [var first, ..] ? first.Snippet.Text : null)).OfType<AtomFeed.Entry>());
            if (answer.NextCursor is null || found.Count >= Window)
            {
                break;
            }
        }

        var path = SearchAddress.Of(query with { Cursor = null, Sort = null });
        return Answer(request, $"Tìm: {query.Q}", path, path, found, page ?? 1, query.Limit ?? Entries);
    }

    private static IResult CitedBy(
        [Description("Slug, key or number of the cited document.")] string slug,
        [FromQuery, Description(PageText), Range(1, Window / Entries)] int? page,
        DocumentService documents,
        CollectionReader knowledge,
        HttpRequest request)
    {
        var record = documents.Record(slug);
        var found = documents.CitedBy(record.Summary.Key)
            .GroupBy(line => line.Document.Key, StringComparer.Ordinal)
            .Select(citing => Entry(knowledge, citing.First().Document, citing.First().Citation.Sentence))
            .OfType<AtomFeed.Entry>().ToList();
        var path = DocumentLines.Url(record.Summary.Key);
        return Answer(request, $"Dẫn chiếu đến {record.Summary.Number ?? record.Summary.Title}", path + "#duoc-dan", path, found, page ?? 1, Entries);
    }

    private static IResult Answer(HttpRequest request, string title, string name, string shown, List<AtomFeed.Entry> found, int page, int length)
    {
        var entries = found.OrderByDescending(entry => entry.Arrived).ThenBy(entry => entry.Document.Key, StringComparer.Ordinal)
            .Skip((page - 1) * length).Take(length).ToList();
        var next = found.Count > page * length && page < Window / Entries ? request.Path + With(request.Query, page + 1) : null;
        return TypedResults.Bytes(AtomFeed.Write(request, title, name, shown, entries, next), AtomFeed.MediaType);
    }

    private static QueryString With(IQueryCollection query, int page) =>
        QueryString.Create(query.Where(pair => pair.Key is not "page").Append(new("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture))));

    // A document that is only known by being cited has not arrived.
    private static AtomFeed.Entry? Entry(CollectionReader knowledge, DocumentLine document, string? summary) =>
        DocumentKey.TryParse(document.Key, out var key) && knowledge.Document(key) is { Sources: [var source, ..] }
            ? new AtomFeed.Entry(document, source.IngestedAt, summary)
            : null;
}
