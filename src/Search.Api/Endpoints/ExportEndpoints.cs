using System.ComponentModel;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Search.Api.Access;
using Search.Api.Exports;
using Search.Api.Problems;
using Search.Application.Contracts;
using Search.Application.Lines;
using Search.Application.Reading;
using Search.Application.UseCases;
using Search.Store.Audit;

namespace Search.Api.Endpoints;

/// <summary>Whole results and the whole collection as files.</summary>
internal static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi("Export", Scopes.Read);
        api.Audited(AuditActions.Exported);
        api.MapGet("/export", Search)
            .WithName("exportSearch").WithSummary("All hits of a search, streamed")
            .WithDescription($"Up to {ApiLimits.Window} hits in the order of the search, as CSV, JSON lines, RIS or BibTeX; limit, cursor and facets do not apply.")
            .Produces<string>(200, "text/csv", "application/jsonl", "application/x-research-info-systems", "application/x-bibtex")
            .WithRequestTimeout(RouteMetadata.StreamTimeout);
        api.MapGet("/export/documents.{format}", AllDocuments)
            .WithName("exportDocuments").WithSummary("Every document, stubs included")
            .Produces<string>(200, "text/csv", "application/jsonl")
            .MayFail(404)
            .WithRequestTimeout(RouteMetadata.StreamTimeout);
        api.MapGet("/export/edges.{format}", AllEdges)
            .WithName("exportEdges").WithSummary("Every linked citation")
            .Produces<string>(200, "text/csv", "application/jsonl")
            .MayFail(404)
            .WithRequestTimeout(RouteMetadata.StreamTimeout);
        api.MapGet("/export/manifest", ManifestAsync)
            .WithName("exportManifest").WithSummary("Sizes and checksums of the whole export")
            .WithRequestTimeout(RouteMetadata.StreamTimeout);
    }

    private static PushStreamHttpResult Search(
        [AsParameters] SearchQuery query,
        [FromQuery, Description("csv, jsonl (default), ris or bib.")] string? format,
        SearchService search,
        HttpContext context,
        CancellationToken stop)
    {
        var reference = format switch { "ris" => References.Ris, "bib" => References.BibTeX, _ => (Func<DocumentAnswer, HttpRequest, string>?)null };
        var kind = reference is null ? Format(format ?? RowWriter.JsonLines, ProblemKinds.InvalidRequest, "csv, jsonl, ris, bib") : format!;
        var asked = query with { Limit = ApiLimits.PageSize, Cursor = null, Facets = false, Mode = null, Passages = 1, Explain = false };
        // The first page is read before the answer begins, so that a bad query is still a problem and not a torn file.
        var first = search.Search(asked, stop, includeWeak: false);
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"ket-qua.{kind}\"";
        if (reference is not null)
        {
            return TypedResults.Stream(
                stream => WriteAsync(stream, Hits(asked, first, search, stop).Select(hit => reference(new DocumentAnswer { Document = hit.Document, Revision = 0 }, context.Request)), stop),
                kind is "ris" ? "application/x-research-info-systems; charset=utf-8" : "application/x-bibtex; charset=utf-8");
        }

        return TypedResults.Stream(
            stream => RowWriter.WriteAsync(stream, kind, Hits(asked, first, search, stop).Select(Row), stop), RowWriter.MediaType(kind));
    }

    private static async Task WriteAsync(Stream stream, IEnumerable<string> texts, CancellationToken stop)
    {
        var writer = new StreamWriter(stream, new System.Text.UTF8Encoding(false), leaveOpen: true);
        await using (writer)
        {
            foreach (var text in texts)
            {
                await writer.WriteAsync(text.AsMemory(), stop);
                await writer.WriteAsync("\n".AsMemory(), stop);
            }
        }
    }

    private static IEnumerable<SearchHitLine> Hits(SearchQuery query, SearchAnswer page, SearchService search, CancellationToken stop)
    {
        var count = 0;
        while (true)
        {
            foreach (var hit in page.Hits)
            {
                count++;
                yield return hit;
            }

            if (page.NextCursor is null || count + ApiLimits.PageSize > ApiLimits.Window)
            {
                yield break;
            }

            page = search.Search(query with { Cursor = page.NextCursor }, stop, includeWeak: false);
        }
    }

    private static ExportedHit Row(SearchHitLine hit)
    {
        var passage = hit.Passages is [var best, ..] ? best : null;
        return new ExportedHit(
            hit.Document.Key,
            hit.Document.Number,
            hit.Document.Type,
            hit.Document.Issuer,
            hit.Document.Date,
            hit.Document.Title,
            hit.Document.Status,
            hit.Document.CitedBy,
            hit.Score,
            passage?.Anchor,
            passage?.Snippet.Text);
    }

    private static PushStreamHttpResult AllDocuments(
        [Description("csv or jsonl.")] string format, CollectionReader knowledge, CancellationToken stop)
    {
        var kind = Format(format, ProblemKinds.NotFound);
        return TypedResults.Stream(stream => RowWriter.WriteAsync(stream, kind, Documents(knowledge), stop), RowWriter.MediaType(kind));
    }

    private static PushStreamHttpResult AllEdges(
        [Description("csv or jsonl.")] string format, CollectionReader knowledge, CancellationToken stop)
    {
        var kind = Format(format, ProblemKinds.NotFound);
        return TypedResults.Stream(stream => RowWriter.WriteAsync(stream, kind, Edges(knowledge), stop), RowWriter.MediaType(kind));
    }

    private static async Task<Ok<ExportManifest>> ManifestAsync(CollectionReader knowledge, CancellationToken stop)
    {
        var documents = Documents(knowledge).ToList();
        var edges = Edges(knowledge).ToList();
        return TypedResults.Ok(new ExportManifest(
            knowledge.Revision,
            [
                await FileAsync("/api/export/documents.jsonl", documents, RowWriter.JsonLines, stop),
                await FileAsync("/api/export/documents.csv", documents, RowWriter.Csv, stop),
                await FileAsync("/api/export/edges.jsonl", edges, RowWriter.JsonLines, stop),
                await FileAsync("/api/export/edges.csv", edges, RowWriter.Csv, stop),
            ]));
    }

    private static async Task<ExportFile> FileAsync<T>(string url, List<T> rows, string format, CancellationToken stop)
    {
        using var hash = SHA256.Create();
        var counter = new CountingStream();
        await using (var hashing = new CryptoStream(counter, hash, CryptoStreamMode.Write, leaveOpen: true))
        {
            await RowWriter.WriteAsync(hashing, format, rows, stop);
        }

        return new ExportFile(url, rows.Count, counter.Count, Convert.ToHexStringLower(hash.Hash!));
    }

    private static IEnumerable<DocumentLine> Documents(CollectionReader knowledge) =>
        knowledge.List(includeStubs: true).Select(DocumentLines.Of);

    private static IEnumerable<ExportedEdge> Edges(CollectionReader knowledge) =>
        knowledge.Store.Links().Where(link => link.Target is not null).Select(link =>
        {
            var line = CitationLines.Of(link);
            return new ExportedEdge(
                line.Document, line.Target!.Key, line.Relation, line.Form, line.Text, line.Pinpoint, line.Start, line.End, line.Confidence);
        });

    private static string Format(string format, ProblemKind otherwise, string known = "csv, jsonl") => format is RowWriter.Csv or RowWriter.JsonLines
        ? format
        : throw new ProblemException(otherwise, $"Có các định dạng {known}. (The formats are {known}.)");
}
