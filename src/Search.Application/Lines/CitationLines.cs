using System.Text.Json;
using Search.Application.Contracts;
using Search.Citations;
using Search.Documents;
using Search.Store;

namespace Search.Application.Lines;

/// <summary>Turns documents and citations of the model into lines of an answer.</summary>
internal static class CitationLines
{
    public static ExtractedDocument Of(Document document) => new()
    {
        Key = document.Key.Value,
        Number = document.Docket?.Canonical,
        PrintedNumber = document.PrintedNumber,
        Type = document.Type,
        Issuer = document.Issuer,
        Level = document.Level,
        Province = document.Province,
        Date = document.Date,
        Place = document.Place,
        Title = document.Title,
        DisplayTitle = DisplayTitle.Of(document.Title, Search.Documents.Catalogues.Catalogue.Default),
        Signer = document.Signer,
        Recipients = document.Recipients,
        Start = document.Span.Start,
        End = document.Span.End,
        CopyOf = document.CopyOf?.Value,
    };

    public static ExtractedCitation Of(Citation citation) => new()
    {
        Document = citation.Document.Value,
        Start = citation.Span.Start,
        End = citation.Span.End,
        CoreStart = citation.Core.Start,
        CoreEnd = citation.Core.End,
        Text = citation.Text,
        Form = Form(citation.Form),
        Target = citation.Target is { } target
            ? new ExtractedTarget(
                target.Key.Value, target.Number, target.Type, target.Issuer, target.Date, DocumentLines.Status(target.Status))
            : null,
        Relation = citation.Relation,
        Pinpoint = citation.Pinpoint,
        Self = citation.IsSelf,
        Confidence = Math.Round(citation.Confidence, 3),
        Candidates = citation.Target is null ? [.. citation.Candidates.Select(key => key.Value)] : null,
    };

    /// <summary>An editor's mention: a citation without a relation.</summary>
    public static ExtractedNote Note(Citation citation) => new(Of(citation));

    public static CitationLine Line(Citation citation, string sentence, int? page = null) => new()
    {
        Citation = Of(citation),
        RelationLabel = Labels.Relation(citation.Relation),
        Sentence = sentence,
        Anchor = citation.Anchor,
        Page = page,
        Reason = citation.Reason,
        TargetTitle = citation.Target?.Title,
        TargetUrl = citation.Target is { } target ? DocumentLines.Url(target.Key) : null,
    };

    public static CitedByLine Line(CitationRecord record) =>
        new(DocumentLines.Of(record.Citing), Line(record.Citation, OneLine(record.Sentence)));

    /// <summary>Line breaks of a scan mean nothing inside a sentence that is shown as evidence.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Form(CitationForm form) => JsonNamingPolicy.KebabCaseLower.ConvertName(form.ToString());
}
