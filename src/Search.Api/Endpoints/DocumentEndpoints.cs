using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Search.Api.Access;
using Search.Api.Collections;
using Search.Api.Exports;
using Search.Api.Problems;
using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Application.Lines;
using Search.Application.Reading;
using Search.Application.UseCases;
using Search.Citations;
using Search.Store.Audit;

namespace Search.Api.Endpoints;

/// <summary>One document: letterhead, text, citations in both directions, history, similar ones, reference formats.</summary>
internal static class DocumentEndpoints
{
    private const string SlugText = "Slug (04-ct-tw-2011-07-06), key (04-CT/TW@2011-07-06, percent-encoded) or number, where only one document fits.";

    public static void MapDocuments(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi("Documents", Scopes.Read);
        api.MayFail(404, 409);
        api.AuditsSecretReads();
        api.WithETag();
        api.MapGet("/documents", List).WithName("listDocuments").WithSummary("List every document, by key");
        api.MapGet("/documents/{slug}", Get).WithName("getDocument").WithSummary("Letterhead, outline and sources of a document");
        api.MapGet("/documents/{slug}/text", Text)
            .WithName("getText")
            .WithSummary("The text of a document")
            .WithDescription("JSON with anchors and spans, plain text, Markdown or Akoma Ntoso XML, by format= or by Accept.")
            .Produces<TextAnswer>(200, "application/json", "text/plain", "text/markdown", "application/akn+xml")
            .MayFail(406);
        api.MapGet("/documents/{slug}/citations", Citations).WithName("getCitations").WithSummary("The citations a document makes");
        api.MapGet("/documents/{slug}/cited-by", CitedBy).WithName("getCitedBy").WithSummary("The citations of a document by others");
        api.MapGet("/documents/{slug}/validity", Validity).WithName("getValidity").WithSummary("Whether a document holds on a day, and the sentences that say so");
        api.MapGet("/documents/{slug}/history", History).WithName("getHistory").WithSummary("What happened to a document, oldest first");
        api.MapGet("/documents/{slug}/similar", Similar).WithName("getSimilar").WithSummary("Documents with similar content");
        api.MapGet("/documents/{slug}/repairs", Repairs).WithName("getRepairs").WithSummary("Scanned words that are probably wrong")
            .WithDescription("Each waits for a person: a correction of the kind 'repair' accepts or rejects the reading, and it is not offered again.");
        api.MapGet("/documents/{slug}/cite.ris", Ris).WithName("getRis").WithSummary("Reference in RIS format").Produces<string>(200, "application/x-research-info-systems");
        api.MapGet("/documents/{slug}/cite.bib", BibTeX).WithName("getBibTeX").WithSummary("Reference in BibTeX format").Produces<string>(200, "application/x-bibtex");
        // Outside the group that keeps answers ready: a file is as large as it is, and is read from the disk each time.
        app.MapApi("Documents", Scopes.Read).MapGet("/documents/{slug}/original", Original)
            .AuditsSecretReads()
            .WithName("getOriginal").WithSummary("The file a document was read from")
            .WithDescription("As it came in, out of its archive or message, compared with its SHA-256. A file in which personal data are masked is given to a key with the scope admin alone.")
            .Produces<string>(200, "application/octet-stream")
            .MayFail(404, 409);
        app.MapApi("Documents", Scopes.Admin).MapDelete("/documents/{slug}", RemoveAsync)
            .Audited(AuditActions.Removed)
            .WithName("removeDocument").WithSummary("Take a document out")
            .WithDescription("The files that hold it are refused from now on, so that it does not come back; it is gone from answers when this returns. "
                + "Documents that lie in the same files go with it. Needs a key with the scope admin.")
            .MayFail(404, 409);
    }

    private static FileContentHttpResult Original([Description(SlugText)] string slug, HttpContext context, DocumentService documents, CancellationToken stop)
    {
        var record = documents.Readable(slug);
        CheckOriginal(record, context);
        var file = documents.Original(record, stop);
        return TypedResults.Bytes(file.Bytes, "application/octet-stream", file.Name);
    }

    /// <summary>The original, and every picture of it, shows what the text masks.</summary>
    /// <exception cref="ProblemException">The caller may not see it.</exception>
    public static void CheckOriginal(Store.DocumentRecord record, HttpContext context)
    {
        if (DocumentService.IsMasked(record) && context.Features.Get<Caller>()?.May(Scopes.Admin) is not true)
        {
            throw new ProblemException(
                ProblemKinds.ScopeMissing,
                "Tệp gốc có dữ liệu cá nhân được che trong văn bản; cần mã truy cập có quyền 'admin'. (The original holds personal data that the text masks; a key with the scope 'admin' is needed.)");
        }
    }

    private static async Task<Ok<ListAnswer<string>>> RemoveAsync(
        [Description(SlugText)] string slug, HttpContext context, DocumentService documents, CurrentCollection current, CancellationToken stop)
    {
        var key = documents.Readable(slug).Summary.Key;
        var gone = await current.Collection.System.RemoveAsync(key, context.Features.Get<Caller>()!.Id, stop);
        return gone.Count > 0
            ? TypedResults.Ok(new ListAnswer<string>(gone.Count, [.. gone.Select(one => one.Value)]))
            : throw new ProblemException(ProblemKinds.NotFound, "Không có văn bản này trong kho. (There is no such document in the store.)");
    }

    private static Ok<ListAnswer<DocumentLine>> List(
        [FromQuery, Description("Whether documents known only by being cited are listed too. Default: false.")] bool? stubs,
        [FromQuery, Description("How many to skip. Default: 0."), Range(0, ApiLimits.Window)] int? offset,
        [FromQuery, Description("At most so many. Default: 20."), Range(1, ApiLimits.PageSize)] int? limit,
        CollectionReader knowledge)
    {
        var skip = Limits.Between("offset", offset ?? 0, 0, ApiLimits.Window);
        var take = Limits.Between("limit", limit ?? 20, 1, ApiLimits.PageSize);
        var all = knowledge.List(stubs == true);
        var page = all.Skip(skip).Take(take).ToList();
        // One question for what a row says more than a summary: no text is read for a list.
        var printed = knowledge.Store.PrintedNumbersOf(page.Select(summary => summary.Key));
        return TypedResults.Ok(new ListAnswer<DocumentLine>(
            all.Count, [.. page.Select(summary => DocumentLines.Of(summary) with { PrintedNumber = printed.GetValueOrDefault(summary.Key) })]));
    }

    private static Ok<DocumentAnswer> Get([Description(SlugText)] string slug, DocumentService documents) =>
        TypedResults.Ok(documents.Describe(documents.Readable(slug)));

    private static IResult Text(
        [Description(SlugText)] string slug,
        [FromQuery, Description("json (default), txt, md or akn."), AllowedValues("json", "txt", "md", "akn", null)] string? format,
        HttpRequest request,
        DocumentService documents,
        CollectionReader knowledge)
    {
        var record = documents.Readable(slug);
        if (record.Document is not { } document || record.Text is not { } text)
        {
            throw new ProblemException(
                ProblemKinds.NotFound,
                "Kho chưa có toàn văn của văn bản này. (The collection does not hold the text of this document.)");
        }

        return (format ?? TextFormats.Accepted(request)) switch
        {
            "json" => TypedResults.Ok(new TextAnswer(
                document.Key.Value,
                text,
                document.Span.Start,
                documents.Outline(record),
                [.. knowledge.CitationsOf(document.Key).Select(CitationLines.Of)],
                [.. document.Pages.Select(page => new PageLine(page.Number, page.Start))])),
            "txt" => TypedResults.Text(record.Reading, "text/plain; charset=utf-8", Encoding.UTF8),
            "md" => TypedResults.Text(MarkdownText.Of(record, knowledge.CitationsOf(document.Key)), "text/markdown; charset=utf-8", Encoding.UTF8),
            "akn" => TypedResults.Text(AkomaNtosoWriter.Write(document, record.SourceText!, knowledge.CitationsOf(document.Key)), "application/akn+xml; charset=utf-8", Encoding.UTF8),
            null => throw new ProblemException(
                ProblemKinds.NotAcceptable,
                "Có các định dạng json, txt, md, akn. (The formats are json, txt, md, akn.)"),
            _ => throw ProblemException.Invalid(
                "format", "Có các định dạng json, txt, md, akn.", "The formats are json, txt, md, akn."),
        };
    }

    private static Ok<ListAnswer<CitationLine>> Citations([Description(SlugText)] string slug, DocumentService documents)
    {
        var lines = documents.Citations(documents.Readable(slug));
        return TypedResults.Ok(new ListAnswer<CitationLine>(lines.Count, lines));
    }

    private static Ok<ListAnswer<CitedByLine>> CitedBy(
        [Description(SlugText)] string slug,
        [FromQuery, Description("Only this relation, citing to cited: huong-dan."), MaxLength(64)] string? relation,
        [FromQuery, Description("How many to skip. Default: 0."), Range(0, ApiLimits.Window)] int? offset,
        [FromQuery, Description("At most so many. Default: 100."), Range(1, ApiLimits.PageSize)] int? limit,
        DocumentService documents)
    {
        var skip = Limits.Between("offset", offset ?? 0, 0, ApiLimits.Window);
        var take = Limits.Between("limit", limit ?? ApiLimits.PageSize, 1, ApiLimits.PageSize);
        var lines = documents.CitedBy(documents.Readable(slug).Summary.Key, relation);
        return TypedResults.Ok(new ListAnswer<CitedByLine>(lines.Count, [.. lines.Skip(skip).Take(take)]));
    }

    private static Ok<ValidityDescription> Validity(
        [Description(SlugText)] string slug,
        [FromQuery, Description("The day asked for, 2026-11-28. Default: today.")] DateOnly? asOf,
        DocumentService documents,
        ValidityService validity) =>
        TypedResults.Ok(validity.Of(documents.Readable(slug), asOf));

    private static Ok<ListAnswer<HistoryEvent>> History([Description(SlugText)] string slug, DocumentService documents)
    {
        var events = documents.History(documents.Readable(slug));
        return TypedResults.Ok(new ListAnswer<HistoryEvent>(events.Count, events));
    }

    private static Ok<ListAnswer<DocumentLine>> Similar(
        [Description(SlugText)] string slug,
        [FromQuery, Description("At most so many. Default: 10."), Range(1, 50)] int? limit,
        DocumentService documents)
    {
        var similar = documents.Similar(documents.Readable(slug).Summary.Key, Limits.Between("limit", limit ?? 10, 1, 50));
        return TypedResults.Ok(new ListAnswer<DocumentLine>(similar.Count, similar));
    }

    private static Ok<ListAnswer<RepairLine>> Repairs([Description(SlugText)] string slug, DocumentService documents, RepairService repairs)
    {
        var lines = repairs.Lines(documents.Readable(slug));
        return TypedResults.Ok(new ListAnswer<RepairLine>(lines.Count, lines));
    }

    private static IResult Ris([Description(SlugText)] string slug, HttpRequest request, DocumentService documents) =>
        TypedResults.Text(
            References.Ris(documents.Describe(documents.Readable(slug)), request), "application/x-research-info-systems; charset=utf-8", Encoding.UTF8);

    private static IResult BibTeX([Description(SlugText)] string slug, HttpRequest request, DocumentService documents) =>
        TypedResults.Text(
            References.BibTeX(documents.Describe(documents.Readable(slug)), request), "application/x-bibtex; charset=utf-8", Encoding.UTF8);
}
