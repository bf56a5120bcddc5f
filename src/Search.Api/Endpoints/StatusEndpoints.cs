using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Search.Api.Access;
using Search.Api.Pages;
using Search.Application.Contracts;
using Search.Application.Reading;

namespace Search.Api.Endpoints;

/// <summary>Pages for whoever runs the collection: counts, runs, disk, refused and unrecognized files, source files.</summary>
internal static class StatusEndpoints
{
    private const int PageSize = 100;

    /// <summary>The furthest page of a list; whoever needs more exports it.</summary>
    private const int LastPage = 1000;

    public static void MapStatus(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription().WithPagingNames().WithValidation();
        pages.RequireScope(Scopes.Read);
        pages.MapGet("/tinh-trang", Status);
        pages.MapGet("/tinh-trang/tep", Files);
    }

    private static RazorComponentResult<StatusView> Status([Range(1, LastPage)] int? trang, HttpContext context, CollectionReader knowledge)
    {
        using var lease = knowledge.Lease();
        var number = trang ?? 1;
        var unrecognized = knowledge.List(includeStubs: false).Where(document => document is { Key.IsUnrecognized: true, IsAbstract: false, Source: not null }).ToList();
        return PageResults.Show<StatusView>(
            context,
            (nameof(StatusView.Statistics), StatisticsAnswer.Of(knowledge.Statistics, lease.Snapshot)),
            (nameof(StatusView.Quarantine), knowledge.Quarantine((number - 1) * PageSize, PageSize)),
            (nameof(StatusView.Number), number),
            (nameof(StatusView.Pages), PagesOf(knowledge.CountQuarantine())),
            (nameof(StatusView.Runs), knowledge.Base.RecentRuns),
            (nameof(StatusView.Disk), DiskSpace.Of(knowledge.Base.DataFolder)),
            (nameof(StatusView.Unrecognized), unrecognized.Take(PageSize).ToList()),
            (nameof(StatusView.UnrecognizedTotal), unrecognized.Count),
            (nameof(StatusView.Token), UploadEndpoints.Token(context)));
    }

    private static RazorComponentResult<FilesView> Files([Range(1, LastPage)] int? trang, HttpContext context, CollectionReader knowledge)
    {
        var number = trang ?? 1;
        return PageResults.Show<FilesView>(
            context,
            (nameof(FilesView.Files), knowledge.Store.Files(limit: number * PageSize).Skip((number - 1) * PageSize).ToList()),
            (nameof(FilesView.Total), knowledge.Statistics.Files),
            (nameof(FilesView.Number), number),
            (nameof(FilesView.Pages), PagesOf(knowledge.Statistics.Files)));
    }

    private static int PagesOf(long items) => (int)Math.Clamp((items + PageSize - 1) / PageSize, 1, LastPage);
}
