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
using Search.Application.Lines;
using Search.Application.Notebooks;
using Search.Store.Audit;

namespace Search.Api.Endpoints;

/// <summary>Notes at places in texts, and lists of documents, of the caller's own.</summary>
internal static class NotebookEndpoints
{
    private const string SlugText = "Slug, key or number of the document.";
    private const string BasketText = "Id of the list.";

    public static void MapNotebooks(this IEndpointRouteBuilder app)
    {
        var notes = app.MapApi("Notes", Scopes.Own);
        notes.MapGet("/documents/{slug}/notes", Notes).WithName("listNotes").WithSummary("Notes at a document: the caller's own, and those that others share")
            .WithDescription("Each with its place in the source as it is now; a note whose words are not in the text any more is lost and says so.").MayFail(404, 409);
        notes.MapPost("/documents/{slug}/notes", AddNote).WithName("addNote").WithSummary("Note something at a place in a text, or on a document")
            .WithDescription("The place is kept by its words and those around them, so that the note outlasts a longer source and another reading.").MayFail(404, 409, 413, 415);
        notes.MapDelete("/documents/{slug}/notes/{id}", RemoveNote).WithName("removeNote").WithSummary("Take a note of one's own away").MayFail(404);

        var baskets = app.MapApi("Baskets", Scopes.Own);
        baskets.MapGet("/baskets", Baskets).WithName("listBaskets").WithSummary("The caller's lists of documents, by name");
        baskets.MapPost("/baskets", AddBasket).WithName("addBasket").WithSummary("Make a list of documents").MayFail(404, 409, 413, 415);
        baskets.MapGet("/baskets/{id}", Basket).WithName("getBasket").WithSummary("One list").MayFail(404);
        baskets.MapDelete("/baskets/{id}", RemoveBasket).WithName("removeBasket").WithSummary("Take a list away").MayFail(404);
        baskets.MapPost("/baskets/{id}/documents", Put).WithName("putIntoBasket").WithSummary("Put a document into a list").MayFail(404, 409, 413, 415);
        baskets.MapDelete("/baskets/{id}/documents/{slug}", Take).WithName("takeFromBasket").WithSummary("Take a document out of a list").MayFail(404, 409);
        baskets.MapGet("/baskets/{id}/export", Export).WithName("exportBasket").WithSummary("A list as RIS, CSV, Markdown or BibTeX")
            .Produces<string>(200, "application/x-research-info-systems", "text/csv", "text/markdown", "application/x-bibtex")
            .Audited(AuditActions.Exported).MayFail(404);
    }

    private static Ok<ListAnswer<NoteLine>> Notes([Description(SlugText)] string slug, HttpContext context, CurrentCollection current)
    {
        var collection = current.Collection;
        var notes = collection.Notebook.Notes(collection.Documents.Record(slug), CallerOf(context).Owner);
        return TypedResults.Ok(new ListAnswer<NoteLine>(notes.Count, notes));
    }

    private static Created<NoteLine> AddNote([Description(SlugText)] string slug, NoteRequest request, HttpContext context, CurrentCollection current)
    {
        var caller = CallerOf(context);
        var note = current.Collection.Notebook.AddNote(slug, request, caller.Owner!, caller.Account?.Shown ?? caller.Name);
        return TypedResults.Created($"/api/documents/{Uri.EscapeDataString(slug)}/notes/{note.Id}", note);
    }

    private static NoContent RemoveNote(
        [Description(SlugText)] string slug, [Description("Id of the note."), MaxLength(64)] string id, HttpContext context, CurrentCollection current)
    {
        current.Collection.Documents.Record(slug);
        return current.Collection.Notebook.RemoveNote(id, CallerOf(context).Owner!)
            ? TypedResults.NoContent()
            : throw new ProblemException(ProblemKinds.NotFound, "Bạn không có ghi chú này. (You have no such note.)");
    }

    private static Ok<ListAnswer<BasketLine>> Baskets(HttpContext context, CurrentCollection current)
    {
        var notebook = current.Collection.Notebook;
        var all = notebook.Baskets(CallerOf(context).Owner!);
        return TypedResults.Ok(new ListAnswer<BasketLine>(all.Count, [.. all.Select(notebook.Line)]));
    }

    private static Created<BasketLine> AddBasket(BasketRequest request, HttpContext context, CurrentCollection current)
    {
        var notebook = current.Collection.Notebook;
        var basket = notebook.AddBasket(request, CallerOf(context).Owner!);
        return TypedResults.Created($"/api/baskets/{basket.Id}", notebook.Line(basket));
    }

    private static Ok<BasketLine> Basket([Description(BasketText), MaxLength(64)] string id, HttpContext context, CurrentCollection current) =>
        TypedResults.Ok(current.Collection.Notebook.Line(Named(id, context, current)));

    private static NoContent RemoveBasket([Description(BasketText), MaxLength(64)] string id, HttpContext context, CurrentCollection current) =>
        current.Collection.Notebook.RemoveBasket(id, CallerOf(context).Owner!) ? TypedResults.NoContent() : throw Missing();

    private static Ok<BasketLine> Put([Description(BasketText), MaxLength(64)] string id, BasketDocument request, HttpContext context, CurrentCollection current)
    {
        var notebook = current.Collection.Notebook;
        return TypedResults.Ok(notebook.Line(notebook.Put(id, CallerOf(context).Owner!, request.Document ?? "") ?? throw Missing()));
    }

    private static Ok<BasketLine> Take(
        [Description(BasketText), MaxLength(64)] string id, [Description(SlugText), MaxLength(500)] string slug, HttpContext context, CurrentCollection current)
    {
        var notebook = current.Collection.Notebook;
        return TypedResults.Ok(notebook.Line(notebook.Take(id, CallerOf(context).Owner!, slug.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase)) ?? throw Missing()));
    }

    private static PushStreamHttpResult Export(
        [Description(BasketText), MaxLength(64)] string id,
        [FromQuery, Description("ris (default), csv, md or bib."), AllowedValues(null, "ris", "csv", "md", "bib")] string? format,
        HttpContext context,
        CurrentCollection current,
        CancellationToken stop)
    {
        return format is null or "ris" or RowWriter.Csv or "md" or "bib"
            ? BasketFile(Named(id, context, current), format ?? "ris", context, current, stop)
            : throw ProblemException.Invalid("format", "Có các định dạng ris, csv, md, bib.", "The formats are ris, csv, md, bib.");
    }

    /// <summary>A list as a file to keep.</summary>
    public static PushStreamHttpResult BasketFile(Basket basket, string format, HttpContext context, CurrentCollection current, CancellationToken stop)
    {
        var collection = current.Collection;
        var lines = collection.Notebook.DocumentsOf(basket).Select(DocumentLines.Of).ToList();
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"gio-{basket.Id}.{format}\"";
        context.Response.Headers.CacheControl = "no-store";
        return format switch
        {
            RowWriter.Csv => TypedResults.Stream(stream => RowWriter.WriteAsync(stream, RowWriter.Csv, lines, stop), RowWriter.MediaType(RowWriter.Csv)),
            "md" => Text(Markdown(basket, lines, context.Request), "text/markdown; charset=utf-8"),
            "bib" => Text(Joined(References.BibTeX), "application/x-bibtex; charset=utf-8"),
            _ => Text(Joined(References.Ris), "application/x-research-info-systems; charset=utf-8"),
        };

        string Joined(Func<DocumentAnswer, HttpRequest, string> write) => string.Join('\n', lines
            .Select(line => collection.CollectionReader.Shown(line.Key) is { } shown ? collection.Documents.Describe(shown.Record) : null)
            .OfType<DocumentAnswer>().Select(answer => write(answer, context.Request)));

        PushStreamHttpResult Text(string text, string type) => TypedResults.Stream(stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text), stop).AsTask(), type);
    }

    private static string Markdown(Basket basket, List<DocumentLine> lines, HttpRequest request)
    {
        var text = new StringBuilder("# ").Append(Plain(basket.Name)).Append("\n\n");
        foreach (var line in lines)
        {
            text.Append("- [").Append(Plain(CitedReference.Of(line))).Append("](").Append($"{request.Scheme}://{request.Host}{line.Url}").Append(")\n");
        }

        return text.ToString();
    }

    // Signs that Markdown gives a meaning stand as they are.
    private static string Plain(string text) =>
        string.Concat(text.ReplaceLineEndings(" ").Select(c => c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' ? $"\\{c}" : c.ToString()));

    private static Basket Named(string id, HttpContext context, CurrentCollection current) =>
        current.Collection.Notebook.Baskets(CallerOf(context).Owner!).FirstOrDefault(basket => string.Equals(basket.Id, id, StringComparison.Ordinal)) ?? throw Missing();

    private static Caller CallerOf(HttpContext context) => context.Features.Get<Caller>()!;

    private static ProblemException Missing() => new(ProblemKinds.NotFound, "Bạn không có giỏ này. (You have no such list.)");
}
