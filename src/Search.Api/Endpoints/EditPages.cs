using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Search.Api.Access;
using Search.Api.Collections;
using Search.Api.Pages;
using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Application.Lines;
using Search.Documents;
using Search.Ingestion.Corrections;
using Search.Store.Audit;
using Search.Store.Corrections;

namespace Search.Api.Endpoints;

/// <summary>The pages by which people correct: one document, and what waits for somebody.</summary>
internal static class EditPages
{
    private const int MostOpen = 50;
    private const int MostMentions = 1000;
    private const int MostRefused = 200;

    public static void MapEditing(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription();
        pages.RequireScope(Scopes.Edit);
        pages.MapGet("/van-ban/{slug}/sua", (string slug, string? truong, bool? xong, HttpContext context, CurrentCollection current) =>
            Show(slug, truong, xong == true, problem: null, context, current)).AuditsSecretReads();
        pages.MapPost("/van-ban/{slug}/sua", CorrectAsync);
        pages.MapPost("/van-ban/{slug}/tach", SplitAsync);
        pages.MapPost("/sua/{id}/bo", UndoAsync);
        pages.MapGet("/viec", (int? xong, HttpContext context, CurrentCollection current) => Desk(context, current, xong ?? 0, problem: null));
        pages.MapPost("/viec/dan-chieu", SettleAsync);
        pages.MapPost("/viec/da-biet", RecordAsync);
        pages.MapPost("/viec/tep/khong-phai", NoDocumentAsync);
        app.MapGroup("").ExcludeFromDescription().RequireScope(Scopes.Ingest).MapPost("/viec/tep/tra-lai", Release);
    }

    private static IResult Show(string slug, string? field, bool isDone, string? problem, HttpContext context, CurrentCollection current)
    {
        var collection = current.Collection;
        var record = collection.Documents.Readable(slug);
        var catalogue = collection.System.Catalogue;
        return PageResults.Show<EditView>(
            context,
            (nameof(EditView.Token), PageForms.TokenOf(context)),
            (nameof(EditView.Document), DocumentLines.Of(record.Summary)),
            (nameof(EditView.Fields), record.Document is { } document
                ? DocumentCorrections.Fields.Select(name => (name, DocumentCorrections.Value(document, name))).ToList()
                : []),
            (nameof(EditView.Citations), record.Document is null ? [] : collection.Documents.Citations(record)),
            (nameof(EditView.Citing), record.Summary.Status is DocumentStatus.Stub ? collection.Documents.CitedBy(record.Summary.Key) : []),
            (nameof(EditView.Repairs), collection.Repairs.Lines(record)),
            (nameof(EditView.History), collection.Corrections.List(record.Summary.Key.Value, state: null)),
            (nameof(EditView.Types), catalogue.Types.Select(type => type.Id).ToList()),
            (nameof(EditView.Relations), catalogue.Relations.Select(relation => relation.Id).ToList()),
            (nameof(EditView.Chosen), field),
            (nameof(EditView.Done), isDone),
            (nameof(EditView.Problem), problem)).Own(context, problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static Task<IResult> CorrectAsync(
        string slug, [FromForm] string? kind, [FromForm] string? field, [FromForm] int? start, [FromForm] string? value, [FromForm] string? relation,
        [FromForm] string? from, [FromForm] string? to, [FromForm] string? reason, HttpContext context, CurrentCollection current, CorrectionWork work) =>
        ChangeAsync(
            slug,
            key => new CorrectionRequest { Kind = kind ?? "", Document = key, Field = field, Start = start, Value = value, Relation = relation, From = from, To = to, Reason = reason },
            field, context, current, work);

    /// <summary>One form for all mentions of a wanted document: those that name another one are split off to it.</summary>
    private static Task<IResult> SplitAsync(string slug, [FromForm] IFormCollection form, HttpContext context, CurrentCollection current, CorrectionWork work) =>
        ChangeAsync(
            slug,
            key => new CorrectionRequest
            {
                Kind = "split",
                Document = key,
                Mentions = [.. Rows(form).Select(row => new CorrectionMention { Document = row.Document, Start = row.Start, Value = row.Value })],
                Reason = form["reason"],
            },
            field: null, context, current, work);

    private static async Task<IResult> ChangeAsync(
        string slug, Func<string, CorrectionRequest> request, string? field, HttpContext context, CurrentCollection current, CorrectionWork work)
    {
        var key = current.Collection.Documents.Record(slug).Summary.Key;
        try
        {
            // A corrected number or date gives the document another address, and a merged one has none any more.
            var correction = await AddAsync(request(key.Value), context, current, work);
            var shown = correction.Kind is CorrectionKinds.Extent ? null : current.Collection.Corrections.PageOf(correction);
            return TypedResults.LocalRedirect($"/van-ban/{(shown ?? key).Slug}/sua?xong=true#lich-su-sua");
        }
        catch (SearchException error)
        {
            return Show(key.Value, field, isDone: false, error.Message, context, current);
        }
    }

    private static async Task<IResult> UndoAsync(string id, [FromForm] string? ve, HttpContext context, CurrentCollection current, CorrectionWork work)
    {
        var caller = context.Features.Get<Caller>()!;
        var correction = current.Collection.Corrections.Undo(id, caller.Name);
        await work.ApplyAsync(current.Collection, correction, caller.Name);
        // A corrected document has another address again, what was merged one of its own, and the one it was shown on may be gone.
        return TypedResults.LocalRedirect(
            correction.Kind is not CorrectionKinds.Extent && ve?.StartsWith("/van-ban/", StringComparison.Ordinal) is true
                ? current.Collection.Corrections.PageOf(correction) is { } shown ? $"/van-ban/{shown.Slug}/sua#lich-su-sua" : "/viec"
                : PageForms.Back(ve));
    }

    private static IResult Desk(HttpContext context, CurrentCollection current, int settled, string? problem)
    {
        var collection = current.Collection;
        return PageResults.Show<DeskView>(
            context,
            (nameof(DeskView.Token), PageForms.TokenOf(context)),
            (nameof(DeskView.Open), collection.System.Store.OpenCitations(MostOpen).Select(CitationLines.Line).ToList()),
            (nameof(DeskView.Total), collection.CollectionReader.Statistics.OpenCitations),
            (nameof(DeskView.Refused), collection.CollectionReader.Quarantine(0, MostRefused)),
            (nameof(DeskView.Conflicts), collection.Corrections.List(document: null, "conflict")),
            (nameof(DeskView.MayRelease), context.Features.Get<Caller>()!.May(Scopes.Ingest)),
            (nameof(DeskView.Types), collection.System.Catalogue.Types.Select(type => type.Id).ToList()),
            (nameof(DeskView.Settled), settled),
            (nameof(DeskView.Problem), problem)).Own(context, problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    /// <summary>One form for all rows: those that name a document are settled, the others stay open.</summary>
    private static async Task<IResult> SettleAsync([FromForm] IFormCollection form, HttpContext context, CurrentCollection current, CorrectionWork work)
    {
        var settled = 0;
        foreach (var row in Rows(form).Take(MostOpen))
        {
            try
            {
                await AddAsync(new CorrectionRequest { Kind = "citation", Document = row.Document, Start = row.Start, Value = row.Value }, context, current, work);
                settled++;
            }
            catch (SearchException error)
            {
                return Desk(context, current, settled, $"{row.Value}: {error.Message}");
            }
        }

        return TypedResults.LocalRedirect($"/viec?xong={settled}#dan-chieu-ngo");
    }

    /// <summary>The rows of a form of mentions in which a document was written.</summary>
    private static IEnumerable<(string Document, int Start, string Value)> Rows(IFormCollection form)
    {
        var (document, start, value) = (form["document"], form["start"], form["value"]);
        for (var row = 0; row < Math.Min(Math.Min(document.Count, start.Count), Math.Min(value.Count, MostMentions)); row++)
        {
            if (!string.IsNullOrWhiteSpace(value[row]) && int.TryParse(start[row], NumberStyles.None, CultureInfo.InvariantCulture, out var place))
            {
                yield return (document[row] ?? "", place, value[row]!);
            }
        }
    }

    private static async Task<IResult> RecordAsync([FromForm] IFormCollection form, HttpContext context, CurrentCollection current, CorrectionWork work)
    {
        try
        {
            var fields = DocumentCorrections.HeaderFields.ToDictionary(name => name, name => form[name].FirstOrDefault(), StringComparer.Ordinal);
            var correction = await AddAsync(new CorrectionRequest { Kind = "known", Fields = fields, Reason = form["reason"] }, context, current, work);
            return TypedResults.LocalRedirect($"/van-ban/{DocumentKey.Parse(correction.Document).Slug}/sua?xong=true#lich-su-sua");
        }
        catch (SearchException error)
        {
            return Desk(context, current, settled: 0, error.Message);
        }
    }

    private static async Task<IResult> NoDocumentAsync([FromForm] string? path, HttpContext context, CurrentCollection current, CorrectionWork work)
    {
        try
        {
            await AddAsync(new CorrectionRequest { Kind = "no-document", Path = path }, context, current, work);
            return TypedResults.LocalRedirect("/viec?xong=1#tep");
        }
        catch (SearchException error)
        {
            return Desk(context, current, settled: 0, error.Message);
        }
    }

    private static IResult Release([FromForm] string? path, HttpContext context, CurrentCollection current, TimeProvider clock)
    {
        var collection = current.Collection;
        if (collection.CollectionReader.Refused(entry => string.Equals(entry.Path, path, StringComparison.Ordinal)) is not { } refused || collection.Jobs.IsFull)
        {
            return Desk(context, current, settled: 0, "Không có tệp này trong danh sách. (There is no such file on the list.)");
        }

        var caller = context.Features.Get<Caller>()!;
        AuditLog.Append(collection.System.Store.Records, new AuditEntry(clock.GetUtcNow(), caller.Name, AuditActions.Released, refused.Path));
        collection.Jobs.Accept(collection.Jobs.NewId(), caller.Id, refused.Path, isRetry: true);
        return TypedResults.LocalRedirect("/viec?xong=1#tep");
    }

    private static async Task<Correction> AddAsync(CorrectionRequest request, HttpContext context, CurrentCollection current, CorrectionWork work)
    {
        var caller = context.Features.Get<Caller>()!;
        var correction = current.Collection.Corrections.Add(request, caller.Name, caller.Account?.DisplayName);
        await work.ApplyAsync(current.Collection, correction, caller.Name);
        return correction;
    }
}
