using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Application.Lines;
using Search.Application.Reading;
using Search.Application.UseCases;
using Search.Documents;

namespace Search.Api.Endpoints;

/// <summary>The collection as a whole: wanted documents, what happened over time, the catalogues of names.</summary>
internal static class CollectionEndpoints
{
    public static void MapCollection(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi("Collection", Scopes.Read);
        api.WithETag();
        api.MapGet("/stubs", Stubs).WithName("listStubs").WithSummary("Wanted documents, by demand")
            .WithDescription("Documents that others cite and the collection does not hold, most cited first.");
        api.MapGet("/open-citations", Open).WithName("listOpenCitations").WithSummary("Citations that are linked to nothing, with their candidates");
        api.MapGet("/timeline", Timeline).WithName("getTimeline").WithSummary("The documents of each year");
        api.MapGet("/catalogue", Catalogue).WithName("getCatalogue").WithSummary("Types, relations, terms and provinces with their names");
        api.MapGet("/statistics", Statistics).WithName("getStatistics").WithSummary("Counts of the collection");
    }

    private static Ok<ListAnswer<StubLine>> Stubs(
        [FromQuery, Description("At most so many. Default: 50."), Range(1, ApiLimits.PageSize)] int? limit,
        CollectionReader knowledge)
    {
        var take = Limits.Between("limit", limit ?? 50, 1, ApiLimits.PageSize);
        var stubs = knowledge.Stubs(take);
        return TypedResults.Ok(new ListAnswer<StubLine>(
            (int)knowledge.Statistics.Stubs,
            [.. stubs.Select(s => new StubLine(DocumentLines.Of(s.Summary), s.Demand, s.Mentions))]));
    }

    private static Ok<ListAnswer<CitedByLine>> Open(
        [FromQuery, Description("At most so many. Default: 50."), Range(1, ApiLimits.PageSize)] int? limit,
        CollectionReader knowledge)
    {
        var open = knowledge.Store.OpenCitations(Limits.Between("limit", limit ?? 50, 1, ApiLimits.PageSize));
        return TypedResults.Ok(new ListAnswer<CitedByLine>(
            (int)knowledge.Statistics.OpenCitations, [.. open.Select(CitationLines.Line)]));
    }

    private static Ok<ListAnswer<YearLine>> Timeline(
        [FromQuery, Description("Only this type: chi-thi."), MaxLength(64)] string? type,
        [FromQuery, Description("Only this level: trung-uong."), MaxLength(64)] string? level,
        [FromQuery, Description("Whether documents known only by being cited count too. Default: false.")] bool? stubs,
        [FromQuery, Description("Documents shown for each year. Default: 5."), Range(0, 20)] int? documents,
        CollectionReader knowledge)
    {
        FilterValues.CheckLevels(level is null ? null : [level]);
        if (type is not null && knowledge.Base.Catalogue.Type(type) is null)
        {
            throw FilterValues.OneOf("type", type, [.. knowledge.Base.Catalogue.Types.Select(t => t.Id)]);
        }

        var shown = Limits.Between("documents", documents ?? 5, 0, 20);
        var years = knowledge.List(stubs == true)
            .Where(d => d.Date is not null
                && (type is null || string.Equals(d.Type, type, StringComparison.Ordinal))
                && (level is null || string.Equals(d.Level, level, StringComparison.Ordinal)))
            .GroupBy(d => d.Date!.Value.Year)
            .OrderBy(year => year.Key)
            .Select(year => new YearLine(
                year.Key, year.Count(), [.. year.OrderBy(d => d.Date).Take(shown).Select(DocumentLines.Of)]))
            .ToList();
        return TypedResults.Ok(new ListAnswer<YearLine>(years.Count, years));
    }

    private static Ok<CatalogueAnswer> Catalogue()
    {
        var all = Documents.Catalogues.Catalogue.Default;
        return TypedResults.Ok(new CatalogueAnswer(
            [.. all.Types.Select(t => new NameLine(t.Id, t.Name, t.NameEn, [.. t.Abbreviations]))],
            [.. all.Relations.Select(r => new RelationLine(r.Id, r.Label, r.Inverse, r.LabelEn, r.InverseEn))],
            [.. all.Bodies.Select(b => new NameLine(b.Id, b.Name, b.NameEn, b.Abbreviation is { } sign ? [sign] : []))],
            [.. all.Provinces.Select(p => new NameLine(p.Id, p.Name, null, p.Variants))]));
    }

    private static Ok<StatisticsAnswer> Statistics(CollectionReader knowledge)
    {
        using var lease = knowledge.Lease();
        return TypedResults.Ok(StatisticsAnswer.Of(knowledge.Statistics, lease.Snapshot));
    }
}
