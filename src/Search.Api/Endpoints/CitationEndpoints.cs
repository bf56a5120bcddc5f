using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Application.UseCases;
using Search.Documents;

namespace Search.Api.Endpoints;

/// <summary>Citations of texts that callers bring: find them, check them.</summary>
internal static class CitationEndpoints
{
    public static void MapCitations(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi("Citations", Scopes.Search);
        api.MapPost("/citations/extract", ExtractAsync)
            .WithName("extractCitations").WithSummary("Find the documents of a text and every citation in it")
            .WithDescription("The body is the text itself (text/plain, UTF-8, at most 1 MB). Nothing is kept.")
            .Accepts<string>("text/plain", "text/markdown")
            .MayFail(413, 415);
        api.MapPost("/citations/lookup", LookupAsync)
            .WithName("lookupCitations").WithSummary("Which documents do these citations mean?")
            .WithDescription("The guard against invented citations: every mention with its span and a status, 200 one document, 300 candidates, 404 well-formed and unknown, 400 no such form.")
            .MayFail(413, 415);
        api.MapGet("/citations/lookup", LookupOne)
            .WithName("lookupCitation").WithSummary("Which document does this citation mean?");
    }

    private static async Task<Ok<ExtractionAnswer>> ExtractAsync(
        HttpRequest request,
        [FromQuery, Description("md reads the text as Markdown."), AllowedValues("txt", "md", null)] string? format,
        CitationService citations,
        LargeTexts large)
    {
        var text = await BodyText.ReadAsync(request, ApiLimits.BodyBytes);
        var isMarkdown = format is "md" || request.ContentType?.StartsWith("text/markdown", StringComparison.OrdinalIgnoreCase) == true;
        var stop = request.HttpContext.RequestAborted;
        return TypedResults.Ok(await large.RunAsync(
            text.Length, () => citations.Extract(DocumentReaders.FromText(isMarkdown ? "body.md" : "body.txt", text), stop, ApiLimits.Mentions), stop));
    }

    private static Ok<LookupListAnswer> LookupAsync(LookupRequest request, LookupService lookup) =>
        TypedResults.Ok(lookup.Lookup(request));

    private static Ok<LookupAnswer> LookupOne(
        [FromQuery, Description("A citation in free text: Chỉ thị 04, CT 04, 04-CT/TW."), MaxLength(ApiLimits.QueryLength)] string? q,
        LookupService lookup)
    {
        Limits.Check("q", (q?.Length ?? 0) <= ApiLimits.QueryLength, ApiLimits.QueryLength);
        return TypedResults.Ok(lookup.One(q ?? ""));
    }
}
