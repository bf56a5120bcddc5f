using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Search.Api.Access;
using Search.Api.Pages;
using Search.Application.Comparison;
using Search.Application.Contracts;
using Search.Application.Layout;
using Search.Application.Lines;
using Search.Application.Reading;
using Search.Application.UseCases;
using Search.Store;

namespace Search.Api.Endpoints;

/// <summary>Two documents, or two files of one document, side by side.</summary>
internal static class CompareEndpoints
{
    private const int MostSuggestions = 8;

    public static void MapCompare(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription().WithPagingNames().WithValidation();
        pages.RequireScope(Scopes.Read);
        pages.MapGet("/so-sanh", Compare).AuditsSecretReads().WithETag();
    }

    private static IResult Compare(
        [MaxLength(256)] string? a,
        [MaxLength(256)] string? b,
        [FromQuery(Name = "tep-a"), Range(0, 1000)] int? fileA,
        [FromQuery(Name = "tep-b"), Range(0, 1000)] int? fileB,
        [FromQuery(Name = "ca")] string? whole,
        CollectionReader knowledge,
        DocumentService documents,
        ValidityService validity,
        HttpContext context)
    {
        var left = Side(knowledge, a, fileA);
        var right = Side(knowledge, b, fileB);
        var comparison = left.Paragraphs.Count > 0 && right.Paragraphs.Count > 0 ? TextComparison.Of(left.Paragraphs, right.Paragraphs) : null;
        return PageResults.Show<CompareView>(
            context,
            (nameof(CompareView.Left), left),
            (nameof(CompareView.Right), right),
            (nameof(CompareView.Comparison), comparison),
            (nameof(CompareView.IsWhole), whole is "1"),
            (nameof(CompareView.Suggestions), comparison is null ? Suggestions(left.Record ?? right.Record, documents, validity) : []));
    }

    private static ComparedSide Side(CollectionReader knowledge, string? asked, int? file)
    {
        if (string.IsNullOrWhiteSpace(asked))
        {
            return new ComparedSide();
        }

        var keys = KeyResolution.Find(knowledge, asked);
        if (keys.Count != 1)
        {
            return new ComparedSide { Asked = asked, Candidates = [.. keys.Select(knowledge.Summary).OfType<DocumentSummary>().Select(DocumentLines.Of)] };
        }

        var record = knowledge.Document(keys[0]);
        var shown = file is { } index && record?.Sources.ElementAtOrDefault(index) is { } source ? knowledge.Store.ReadFrom(keys[0], source.Path) : record;
        return new ComparedSide
        {
            Asked = asked,
            File = file,
            Record = record,
            Path = file is { } named && record?.Sources.ElementAtOrDefault(named) is { } used ? Text.PersonalData.MaskPath(used.Path) : null,
            Paragraphs = shown is null
                ? []
                : [.. TextLayout.Of(shown, [], []).Select(block => string.Concat(block.Runs.Select(run => run.Text)))],
        };
    }

    // What one compares a document with: what replaced or amended it, and what reads like it.
    private static List<DocumentLine> Suggestions(DocumentRecord? record, DocumentService documents, ValidityService validity) => record?.Document is null
        ? []
        :
        [
            .. documents.CitedBy(record.Summary.Key)
                .Where(line => line.Citation.Citation.Relation is "thay-the" or "sua-doi-bo-sung" or "hop-nhat" or "dinh-chinh")
                .Select(line => line.Document)
                .Concat(documents.Similar(record.Summary.Key, MostSuggestions))
                .Where(line => line.Status is not "stub" and not "known")
                .DistinctBy(line => line.Key, StringComparer.Ordinal)
                .Take(MostSuggestions),
        ];
}
