using Microsoft.AspNetCore.Http.HttpResults;
using Search.Api.Access;
using Search.Api.Exports;
using Search.Api.Pages;
using Search.Application.Contracts;
using Search.Application.Lines;
using Search.Application.Reading;
using Search.Documents;

namespace Search.Api.Endpoints;

/// <summary>Pages that lead through the collection: the list, what is wanted, how to search, the guide.</summary>
internal static class BrowseEndpoints
{
    private const int WantedPage = 100;

    /// <summary>Open citations on the page, each with its sentence and candidates; all of them would be megabytes.</summary>
    private const int MostOpen = 100;

    public static void MapBrowsing(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription().WithPagingNames().WithValidation();
        pages.RequireScope(Scopes.Read);
        pages.MapGet("/danh-muc", List).WithETag();
        pages.MapGet("/con-thieu", Wanted).WithETag();
        pages.MapGet("/con-thieu.csv", WantedRows).WithRequestTimeout(RouteMetadata.StreamTimeout);
        pages.MapGet("/cach-tim", Help).WithETag();
        pages.MapGet("/tim", (HttpContext context, [AsParameters] AdvancedQuery query) => TypedResults.LocalRedirect(query.Address()));
        pages.MapGet("/huong-dan", (HttpContext context) => PageResults.Show<GuideView>(context));
    }

    /// <summary>The whole collection as the start page and the forms need it.</summary>
    public static BrowseList Everything(CollectionReader knowledge) => BrowseList.Of(knowledge.List(includeStubs: false), new BrowseQuery());

    private static RazorComponentResult<ListView> List([AsParameters] BrowseQuery query, CollectionReader knowledge, HttpContext context) =>
        PageResults.Show<ListView>(context, (nameof(ListView.Found), BrowseList.Of(knowledge.List(includeStubs: false), query)));

    private static RazorComponentResult<SearchHelpView> Help(CollectionReader knowledge, HttpContext context) =>
        PageResults.Show<SearchHelpView>(context, (nameof(SearchHelpView.All), Everything(knowledge)));

    private static RazorComponentResult<WantedView> Wanted(
        [System.ComponentModel.DataAnnotations.Range(1, 100)] int? trang, CollectionReader knowledge, HttpContext context)
    {
        var page = trang ?? 1;
        var open = knowledge.Store.OpenCitations(MostOpen).Select(CitationLines.Line).ToList();
        var known = new Dictionary<string, DocumentLine>(StringComparer.Ordinal);
        foreach (var candidate in open.SelectMany(o => o.Citation.Citation.Candidates ?? []).Distinct(StringComparer.Ordinal))
        {
            if (DocumentKey.TryParse(candidate, out var key) && knowledge.Summary(key) is { } summary)
            {
                known[candidate] = DocumentLines.Of(summary);
            }
        }

        return PageResults.Show<WantedView>(
            context,
            (nameof(WantedView.Stubs), Stubs(knowledge, page * WantedPage).Skip((page - 1) * WantedPage).ToList()),
            (nameof(WantedView.Total), knowledge.Statistics.Stubs),
            (nameof(WantedView.Number), page),
            (nameof(WantedView.Pages), (int)Math.Min(100, Math.Max(1, (knowledge.Statistics.Stubs + WantedPage - 1) / WantedPage))),
            (nameof(WantedView.Open), page == 1 ? open : []),
            (nameof(WantedView.OpenTotal), knowledge.Statistics.OpenCitations),
            (nameof(WantedView.Known), known));
    }

    private static PushStreamHttpResult WantedRows(CollectionReader knowledge, HttpContext context, CancellationToken stop)
    {
        context.Response.Headers.ContentDisposition = "attachment; filename=\"con-thieu.csv\"";
        var rows = Stubs(knowledge, int.MaxValue).Select(stub => new WantedRow(
            stub.Document.Number, stub.Document.TypeName, stub.Document.Date, stub.Document.Issuer, stub.Document.Title, stub.Demand, stub.Mentions, stub.Document.Key));
        return TypedResults.Stream(stream => RowWriter.WriteAsync(stream, RowWriter.Csv, rows, stop), RowWriter.MediaType(RowWriter.Csv));
    }

    private static IEnumerable<StubLine> Stubs(CollectionReader knowledge, int limit) =>
        knowledge.Stubs(limit).Select(stub => new StubLine(DocumentLines.Of(stub.Summary), stub.Demand, stub.Mentions));

    /// <summary>A line of a request to an archive.</summary>
    private sealed record WantedRow(
        string? Number, string? Type, DateOnly? Date, string? Issuer, string? Title, int CitedBy, int Mentions, string Key);
}
