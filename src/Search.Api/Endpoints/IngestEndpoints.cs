using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Search.Api.Access;
using Search.Api.Collections;
using Search.Api.Contracts;
using Search.Api.Jobs;
using Search.Api.Problems;
using Search.Api.Settings;
using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Application.Reading;
using Search.Store;
using Search.Store.Audit;

namespace Search.Api.Endpoints;

/// <summary>Uploads as jobs, what became of them, and the files that were refused.</summary>
internal static class IngestEndpoints
{
    private const string JobText = "Id of the job.";
    private const string RefusedText = "Id of the refused file, from the list of them.";

    public static void MapIngest(this IEndpointRouteBuilder app)
    {
        var write = app.MapApi("Ingest", Scopes.Ingest);
        write.MapPost("/ingest", UploadAsync)
            .WithName("upload").WithSummary("Take a file in")
            .WithDescription("The body is the file itself. The answer is a job, accepted when the file is on disk; ask for it at "
                + "`Location` until it is done, which it is when the store's transaction is on disk. Needs a key with the scope ingest.")
            // The form's type is what curl --data-binary says of any file; the body is taken as it is all the same.
            .Accepts<string>("application/octet-stream", "text/plain", "text/markdown", "text/html", "text/csv", "application/pdf", "application/zip",
                "application/x-www-form-urlencoded",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
            .WithMetadata(new RequestSizeLimitAttribute(1L << 30))
            .WithRequestTimeout(RouteMetadata.StreamTimeout)
            .Audited(AuditActions.Uploaded)
            .MayFail(413, 415);
        write.MapGet("/ingest/jobs", Jobs).WithName("listJobs").WithSummary("The jobs of the calling key, newest first")
            .WithDescription("The last 1,000 jobs of the host are remembered, over restarts too. A key sees its own.");
        write.MapGet("/ingest/jobs/{id}", Job).WithName("getJob").WithSummary("Status of a job, and what became of its files").MayFail(404);
        write.MapPost("/ingest/quarantine/{id}/retry", Retry)
            .WithName("retryQuarantined").WithSummary("Try a refused file again now")
            .WithDescription("The file is taken in under the rules of today, as a job.").Audited(AuditActions.Released).MayFail(404);
        write.MapPost("/ingest/quarantine/{id}/release", Release)
            .WithName("releaseQuarantined").WithSummary("Forget the refusal of a file")
            .WithDescription("The file itself stays where it is; one that is still there is looked at as a new one by the next look over its folder.")
            .Audited(AuditActions.Released)
            .MayFail(404);
        var read = app.MapApi("Ingest", Scopes.Read);
        read.MapGet("/ingest/status", Status).WithName("ingestStatus").WithSummary("Counts of store and index");
        read.MapGet("/ingest/quarantine", Quarantine).WithName("quarantine").WithSummary("Refused files with their reasons, latest first");
    }

    private static async Task<Accepted<JobAnswer>> UploadAsync(
        [FromQuery, Description("Name of the file; its extension tells the format. A file of that name is replaced where it holds the same document; otherwise this one gets a name with a number.")] string? name,
        HttpRequest request,
        CurrentCollection current,
        IOptions<SearchOptions> options,
        CancellationToken stop)
    {
        var file = SafeName(name);
        var jobs = current.Collection.Jobs;
        RefuseWhenFull(jobs);
        return Accepted(await AcceptAsync(jobs, file, request, stream => BodyText.CopyAsync(request, stream, options.Value.MaxUploadBytes, stop)));
    }

    /// <summary>Receives a file on disk and accepts its job.</summary>
    /// <param name="jobs">The jobs of the collection.</param>
    /// <param name="file">A safe name.</param>
    /// <param name="request">Whose job it is.</param>
    /// <param name="write">Writes the file; what it throws discards what was received.</param>
    public static async Task<IngestJob> AcceptAsync(IngestJobs jobs, string file, HttpRequest request, Func<Stream, Task> write)
    {
        var id = jobs.NewId();
        var isReceived = false;
        try
        {
            await using (var stream = jobs.Receive(id))
            {
                await write(stream);
                stream.Flush(flushToDisk: true);
            }

            isReceived = true;
        }
        finally
        {
            if (!isReceived)
            {
                jobs.Discard(id);
            }
        }

        return jobs.Accept(id, Owner(request), file, isRetry: false);
    }

    private static Ok<ListAnswer<JobAnswer>> Jobs(
        [FromQuery, Description("At most so many. Default: 50."), Range(1, ApiLimits.PageSize)] int? limit,
        HttpRequest request,
        CurrentCollection current)
    {
        var jobs = current.Collection.Jobs.Of(Owner(request));
        return TypedResults.Ok(new ListAnswer<JobAnswer>(
            jobs.Count, [.. jobs.Take(Limits.Between("limit", limit ?? 50, 1, ApiLimits.PageSize)).Select(JobLines.Of)]));
    }

    private static Ok<JobAnswer> Job([Description(JobText)] string id, HttpRequest request, CurrentCollection current) =>
        current.Collection.Jobs.TryFind(id, Owner(request), out var job)
            ? TypedResults.Ok(JobLines.Of(job))
            : throw new ProblemException(ProblemKinds.NotFound, "Không có tác vụ này. (There is no such job.)");

    private static Ok<StatisticsAnswer> Status(CollectionReader knowledge)
    {
        using var lease = knowledge.Lease();
        return TypedResults.Ok(StatisticsAnswer.Of(knowledge.Statistics, lease.Snapshot));
    }

    private static Ok<ListAnswer<QuarantineLine>> Quarantine(
        [FromQuery, Description("How many to skip. Default: 0."), Range(0, ApiLimits.Window)] int? offset,
        [FromQuery, Description("At most so many. Default: 100."), Range(1, ApiLimits.PageSize)] int? limit,
        CollectionReader knowledge)
    {
        var skip = Limits.Between("offset", offset ?? 0, 0, ApiLimits.Window);
        var take = Limits.Between("limit", limit ?? ApiLimits.PageSize, 1, ApiLimits.PageSize);
        return TypedResults.Ok(new ListAnswer<QuarantineLine>(
            (int)knowledge.CountQuarantine(), [.. knowledge.Quarantine(skip, take).Select(JobLines.Of)]));
    }

    private static Accepted<JobAnswer> Retry([Description(RefusedText)] string id, HttpRequest request, CurrentCollection current) =>
        Accepted(RetryRefused(id, request, current));

    /// <summary>Accepts a job that tries a refused file again.</summary>
    public static IngestJob RetryRefused(string id, HttpRequest request, CurrentCollection current)
    {
        var entry = Refused(current.Collection.CollectionReader, id);
        var jobs = current.Collection.Jobs;
        RefuseWhenFull(jobs);
        return jobs.Accept(jobs.NewId(), Owner(request), entry.Path, isRetry: true);
    }

    private static NoContent Release([Description(RefusedText)] string id, CurrentCollection current)
    {
        ReleaseRefused(id, current);
        return TypedResults.NoContent();
    }

    /// <summary>Forgets the refusal of a file.</summary>
    public static void ReleaseRefused(string id, CurrentCollection current)
    {
        var entry = Refused(current.Collection.CollectionReader, id);
        try
        {
            current.Collection.System.Store.Release(entry.Path);
        }
        catch (StoreBusyException)
        {
            throw new ProblemException(
                ProblemKinds.Unavailable, "Một tiến trình khác đang ghi vào kho. (Another process is writing to the store.)");
        }
    }

    private static Accepted<JobAnswer> Accepted(IngestJob job)
    {
        var answer = JobLines.Of(job);
        return TypedResults.Accepted(answer.Links.Self, answer);
    }

    private static QuarantineEntry Refused(CollectionReader knowledge, string id) =>
        knowledge.Refused(entry => string.Equals(JobLines.QuarantineId(entry), id, StringComparison.Ordinal))
        ?? throw new ProblemException(ProblemKinds.NotFound, "Không có tệp bị từ chối này. (There is no such refused file.)");

    private static string Owner(HttpRequest request) => request.HttpContext.Features.Get<Caller>()!.Id;

    /// <summary>Accepts nothing where too many jobs wait.</summary>
    /// <exception cref="ProblemException">Too many wait.</exception>
    public static void RefuseWhenFull(IngestJobs jobs)
    {
        if (!jobs.IsFull)
        {
            return;
        }

        throw new ProblemException(
            ProblemKinds.Unavailable,
            $"Đã có {IngestJobs.MostWaiting} tác vụ đang chờ. (There are {IngestJobs.MostWaiting} jobs waiting already.)");
    }

    /// <summary>Bytes of a name: what most file systems take, less room for what makes it unique.</summary>
    private const int LongestName = 220;

    /// <summary>Whether a file may bear that name: it becomes a file in the upload folder and nowhere else.</summary>
    public static bool IsSafeName([NotNullWhen(true)] string? name) =>
        !string.IsNullOrWhiteSpace(name) && name.Length <= 128 && Encoding.UTF8.GetByteCount(name) <= LongestName && name[0] is not ('.' or '~')
        && !char.IsWhiteSpace(name[0]) && !char.IsWhiteSpace(name[^1])
        && !name.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format || char.IsSurrogate(c) || c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' or '\uFFFD')
        && Path.HasExtension(name) && !name.Equals("README.md", StringComparison.OrdinalIgnoreCase);

    private static string SafeName(string? name)
    {
        if (!IsSafeName(name))
        {
            throw ProblemException.Invalid(
                "name", $"Cần tên tệp có phần mở rộng, không quá {LongestName} byte, không có dấu gạch chéo và ký tự ẩn.", $"A file name with an extension, of at most {LongestName} bytes, without slashes and hidden characters is needed.");
        }

        return name;
    }
}
