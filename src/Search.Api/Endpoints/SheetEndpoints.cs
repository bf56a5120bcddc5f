using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Search.Api.Access;
using Search.Api.Pages;
using Search.Application.Contracts;
using Search.Application.Layout;
using Search.Application.Lines;
using Search.Application.Sheets;
using Search.Application.UseCases;
using Search.Store;

namespace Search.Api.Endpoints;

/// <summary>Pages of original files as pictures, and beside them the text that was read from them.</summary>
internal static class SheetEndpoints
{
    private const string SlugText = "Slug (04-ct-tw-2011-07-06), key (04-CT/TW@2011-07-06, percent-encoded) or number, where only one document fits.";

    public static void MapSheets(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi("Documents", Scopes.Read);
        api.MayFail(404, 409);
        api.AuditsSecretReads();
        api.MapGet("/documents/{slug}/pages", List)
            .WithName("getPages").WithSummary("The pages of the file a document was read from, and their pictures")
            .WithDescription("None where the file has no pages that can be drawn; PDF files have them.");
        api.MapGet("/documents/{slug}/pages/{page}", PictureAsync)
            .WithName("getPagePicture").WithSummary("A page of the original file as a picture")
            .WithDescription("Of a file in which personal data are masked it is given to a key with the scope admin alone.")
            .Produces<string>(200, "image/jpeg")
            .WithRequestTimeout(RouteMetadata.StreamTimeout);
        var pages = app.MapGroup("").ExcludeFromDescription().WithPagingNames().WithValidation();
        pages.RequireScope(Scopes.Read);
        pages.MapGet("/van-ban/{slug}/trang/{page}", ShowAsync).AuditsSecretReads().WithRequestTimeout(RouteMetadata.StreamTimeout);
    }

    private static Ok<ListAnswer<SheetLine>> List([Description(SlugText)] string slug, DocumentService documents, SheetService sheets)
    {
        var record = documents.Record(slug);
        List<SheetLine> lines = [.. sheets.Pages(record).Select(page => new SheetLine(page.Number, page.Start, Picture(record, page.Number)))];
        return TypedResults.Ok(new ListAnswer<SheetLine>(lines.Count, lines));
    }

    private static async Task<FileContentHttpResult> PictureAsync(
        [Description(SlugText)] string slug,
        [Description("Number of the page in its file, from 1."), Range(1, 100_000)] int page,
        HttpContext context,
        DocumentService documents,
        SheetService sheets,
        CancellationToken stop)
    {
        var record = documents.Record(slug);
        DocumentEndpoints.CheckOriginal(record, context);
        var picture = await sheets.PictureAsync(record, page, stop);
        context.Response.Headers.CacheControl = "private, max-age=3600";
        return TypedResults.Bytes(picture, "image/jpeg", entityTag: new EntityTagHeaderValue($"\"{sheets.Sha256(record)[..16]}-{page}\""));
    }

    private static async Task<IResult> ShowAsync(
        string slug, [Range(1, 100_000)] int page, [FromQuery(Name = "doan"), Range(0, 100_000)] int? paragraph, HttpContext context, DocumentService documents, SheetService sheets, CancellationToken stop)
    {
        var record = documents.Record(slug);
        if (!string.Equals(slug, record.Summary.Key.Slug, StringComparison.Ordinal))
        {
            context.Response.Headers.CacheControl = "private, no-cache";
            return TypedResults.LocalRedirect($"/van-ban/{record.Summary.Key.Slug}/trang/{page}{context.Request.QueryString.Value}", permanent: true, preserveMethod: true);
        }

        DocumentEndpoints.CheckOriginal(record, context);
        var numbers = sheets.Pages(record).Select(line => line.Number).ToList();
        var blocks = OnPage(record, page);
        var texts = blocks.ConvertAll(block => string.Concat(block.Runs.Select(run => run.Text)));
        var chosen = paragraph is { } index && index < texts.Count ? index : (int?)null;
        return PageResults.Show<SheetView>(
            context,
            (nameof(SheetView.Document), DocumentLines.Of(record.Summary)),
            (nameof(SheetView.Number), page),
            (nameof(SheetView.Numbers), numbers.Contains(page) ? numbers : throw Problems.ProblemException.NotFound($"{slug}/trang/{page}")),
            (nameof(SheetView.Picture), Picture(record, page)),
            (nameof(SheetView.Paragraphs), blocks.Select((block, i) => new SheetParagraph(texts[i], block.Anchors.Count > 0 ? block.Anchors[0] : null)).ToList()),
            (nameof(SheetView.Chosen), chosen),
            (nameof(SheetView.Boxes), chosen is { } one ? await sheets.PlacesAsync(record, page, texts, one, stop) : []));
    }

    private static List<TextBlock> OnPage(DocumentRecord record, int page)
    {
        var found = new List<TextBlock>();
        int? now = null;
        foreach (var block in TextLayout.Of(record, [], []))
        {
            now = block.Page ?? now;
            if ((now ?? record.Document!.Pages[0].Number) == page)
            {
                found.Add(block);
            }
        }

        return found;
    }

    private static string Picture(DocumentRecord record, int page) => $"/api/documents/{record.Summary.Key.Slug}/pages/{page}";
}
