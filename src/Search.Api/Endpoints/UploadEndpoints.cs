using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Search.Api.Access;
using Search.Api.Collections;
using Search.Api.Pages;
using Search.Api.Problems;
using Search.Api.Settings;
using Search.Application.Lines;
using Search.Application.Reading;
using Search.Store.Audit;

namespace Search.Api.Endpoints;

/// <summary>The pages by which staff bring files in and settle refused ones. Each form works without scripts and carries the
/// framework's token; each upload becomes the same job as one of <c>POST /api/ingest</c>.</summary>
internal static class UploadEndpoints
{
    private const string Page = "/nap";
    private const int MostFiles = 100;

    public static void MapUploads(this IEndpointRouteBuilder app)
    {
        var read = app.MapGroup("").ExcludeFromDescription();
        read.RequireScope(Scopes.Read);
        read.MapGet(Page, Show);
        var write = app.MapGroup("").ExcludeFromDescription();
        write.RequireScope(Scopes.Ingest);
        // A form holds a hundred files of the largest size; the files themselves are bounded one by one.
        write.MapPost(Page, UploadAsync)
            .WithMetadata(new RequestSizeLimitAttribute(1L << 30), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = 1L << 30 })
            .WithRequestTimeout(RouteMetadata.StreamTimeout)
            .Audited(AuditActions.Uploaded);
        write.MapPost("/tinh-trang/cach-ly/{id}/thu-lai", Retry).Audited(AuditActions.Released);
        write.MapPost("/tinh-trang/cach-ly/{id}/bo", Release).Audited(AuditActions.Released);
    }

    /// <summary>Whether whoever asks may bring files in.</summary>
    public static bool May(HttpContext context) => context.Features.Get<Caller>()!.May(Scopes.Ingest);

    /// <summary>The token of the forms of a page; null for whoever may not send them.</summary>
    public static string? Token(HttpContext context) =>
        May(context) ? context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken : null;

    private static RazorComponentResult<UploadView> Show(
        [FromQuery(Name = "viec")] string[]? ids, [FromQuery(Name = "tu-choi")] string[]? refused, [FromQuery(Name = "van-ban")] string? wanted, HttpContext context, CurrentCollection current, CollectionReader knowledge)
    {
        context.Response.Headers.CacheControl = "no-store";
        var owner = context.Features.Get<Caller>()!.Id;
        var jobs = (ids ?? []).Take(MostFiles)
            .Select(id => current.Collection.Jobs.TryFind(id, owner, out var job) ? job : null)
            .OfType<Jobs.IngestJob>()
            .Select(Jobs.JobLines.Of)
            .ToList();
        if (jobs.Exists(job => job.FinishedAt is null))
        {
            // Without a script the page looks again by itself until all is done.
            context.Response.Headers["Refresh"] = "2";
        }

        return PageResults.Show<UploadView>(
            context,
            (nameof(UploadView.Token), Token(context)),
            (nameof(UploadView.Jobs), jobs),
            (nameof(UploadView.Refused), (refused ?? []).Take(MostFiles).ToList()),
            (nameof(UploadView.Documents), Documents(jobs, knowledge)),
            (nameof(UploadView.Wanted), wanted is { Length: > 0 and < 120 } ? Wanted(knowledge, wanted) : null),
            (nameof(UploadView.MaxBytes), context.RequestServices.GetRequiredService<IOptions<SearchOptions>>().Value.MaxUploadBytes));
    }

    private static async Task<IResult> UploadAsync(
        IFormFileCollection files, HttpContext context, CurrentCollection current, IOptions<SearchOptions> options, CancellationToken stop)
    {
        var jobs = current.Collection.Jobs;
        var ids = new List<string>();
        var refused = new List<string>();
        foreach (var file in files.Where(file => file.Length > 0 || file.FileName.Length > 0).Take(MostFiles))
        {
            // Browsers send a folder's files with their paths.
            var name = file.FileName[(file.FileName.LastIndexOfAny(['/', '\\']) + 1)..];
            if (file.Length > options.Value.MaxUploadBytes || !IngestEndpoints.IsSafeName(name))
            {
                refused.Add(name);
                continue;
            }

            IngestEndpoints.RefuseWhenFull(jobs);
            await using var body = file.OpenReadStream();
            ids.Add((await IngestEndpoints.AcceptAsync(jobs, name, context.Request, stream => body.CopyToAsync(stream, stop))).Id);
        }

        if (ids.Count == 0)
        {
            throw ProblemException.Invalid(
                "files",
                refused.Count == 0 ? "Chưa chọn tệp nào." : $"Không nhận được tệp nào: {string.Join(", ", refused)}. Tên tệp cần có phần mở rộng, và tệp không lớn quá giới hạn.",
                refused.Count == 0 ? "No file was chosen." : "No file could be accepted: its name needs an extension and its size has a limit.");
        }

        return TypedResults.LocalRedirect(Page + "?viec=" + string.Join("&viec=", ids) + string.Concat(refused.Select(name => "&tu-choi=" + Uri.EscapeDataString(name))));
    }

    private static IResult Retry(string id, IFormCollection form, HttpContext context, CurrentCollection current)
    {
        var job = IngestEndpoints.RetryRefused(id, context.Request, current);
        return TypedResults.LocalRedirect($"{Page}?viec={job.Id}");
    }

    private static IResult Release(string id, IFormCollection form, CurrentCollection current)
    {
        IngestEndpoints.ReleaseRefused(id, current);
        return TypedResults.LocalRedirect("/tinh-trang#cach-ly");
    }

    private static Dictionary<string, Application.Contracts.DocumentLine> Documents(IEnumerable<Contracts.JobAnswer> jobs, CollectionReader knowledge)
    {
        var known = new Dictionary<string, Application.Contracts.DocumentLine>(StringComparer.Ordinal);
        foreach (var key in jobs.SelectMany(job => job.Files).SelectMany(file => file.Documents))
        {
            if (Search.Documents.DocumentKey.TryParse(key, out var parsed) && knowledge.Summary(parsed) is { } summary)
            {
                known[key] = DocumentLines.Of(summary);
            }
        }

        return known;
    }

    private static Application.Contracts.DocumentLine? Wanted(CollectionReader knowledge, string slug)
    {
        try
        {
            return knowledge.Summary(Application.UseCases.KeyResolution.One(knowledge, slug)) is { } summary ? DocumentLines.Of(summary) : null;
        }
        catch (Application.Errors.SearchException)
        {
            // The form is as good without it.
            return null;
        }
    }
}
