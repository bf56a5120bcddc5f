using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Search.Api.Access;
using Search.Api.Contracts;
using Search.Api.Hosting;
using Search.Api.Problems;
using Search.Api.Services;
using Search.Store;

namespace Search.Api.Endpoints;

/// <summary>Uploads, and what became of the files taken in.</summary>
internal static class IngestEndpoints
{
    public static void MapIngest(this IEndpointRouteBuilder app)
    {
        var write = app.MapApi("Ingest", Scopes.Ingest);
        write.MapPost("/ingest", UploadAsync)
            .WithName("upload").WithSummary("Take a file in")
            .WithDescription("The body is the file itself. Acknowledged when the store's transaction is on disk. Needs a key with the scope ingest.")
            .Accepts<string>("application/octet-stream", "text/plain", "text/markdown", "text/html", "application/pdf",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
            .WithMetadata(new RequestSizeLimitAttribute(1L << 30))
            .WithRequestTimeout(RouteMetadata.StreamTimeout)
            .MayFail(413, 415);
        var read = app.MapApi("Ingest", Scopes.Read);
        read.MapGet("/ingest/status", Status).WithName("ingestStatus").WithSummary("Counts of store and index");
        read.MapGet("/ingest/quarantine", Quarantine).WithName("quarantine").WithSummary("Refused files with their reasons, latest first");
    }

    private static async Task<Results<Ok<UploadAnswer>, UnprocessableEntity<UploadAnswer>>> UploadAsync(
        [FromQuery, Description("Name of the file; its extension tells the format.")] string? name,
        HttpRequest request,
        Knowledge knowledge,
        IOptions<SearchOptions> options,
        CancellationToken stop)
    {
        var file = SafeName(name);
        var bytes = await BodyText.BytesAsync(request, options.Value.MaxUploadBytes);
        var folder = knowledge.Base.UploadFolder;
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, file);
        var fresh = path + ".part";
        await using (var stream = new FileStream(fresh, FileMode.Create, FileAccess.Write))
        {
            await stream.WriteAsync(bytes, stop);
            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
        Ingestion.IngestEvent? told = null;
        try
        {
            await knowledge.Base.IngestAsync([path], new Catch(e => told = e), stop);
        }
        catch (StoreBusyException)
        {
            throw new ProblemException(
                ProblemKinds.Unavailable,
                "Một tiến trình khác đang ghi vào kho. (Another process is writing to the store.)");
        }

        var answer = new UploadAnswer(
            file,
            told?.Outcome.ToString().ToLowerInvariant() ?? "unchanged",
            [.. (told?.Documents ?? []).Select(key => key.Value)],
            told?.Code,
            told?.Reason);
        return told?.Outcome is Ingestion.IngestOutcome.Quarantined or Ingestion.IngestOutcome.Failed
            ? TypedResults.UnprocessableEntity(answer)
            : TypedResults.Ok(answer);
    }

    private static Ok<StatisticsAnswer> Status(Knowledge knowledge)
    {
        using var lease = knowledge.Lease();
        return TypedResults.Ok(StatisticsAnswer.Of(knowledge.Statistics, lease.Snapshot));
    }

    private static Ok<ListAnswer<QuarantineLine>> Quarantine(Knowledge knowledge)
    {
        var lines = knowledge.Quarantine
            .Select(q => new QuarantineLine(q.Path, q.Size, q.Step, q.Code, q.Reason, q.ReasonEnglish, q.At, q.Attempts))
            .ToList();
        return TypedResults.Ok(new ListAnswer<QuarantineLine>(lines.Count, lines));
    }

    // The name becomes a file in the upload folder and nowhere else.
    private static string SafeName(string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > 128 || name[0] == '.'
            || name.Any(c => char.IsControl(c) || c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|')
            || !Path.HasExtension(name))
        {
            throw ProblemException.Invalid(
                "name", "Cần tên tệp có phần mở rộng, không có dấu gạch chéo.", "A file name with an extension and without slashes is needed.");
        }

        return name;
    }

    private sealed class Catch(Action<Ingestion.IngestEvent> then) : IProgress<Ingestion.IngestEvent>
    {
        public void Report(Ingestion.IngestEvent value) => then(value);
    }
}
