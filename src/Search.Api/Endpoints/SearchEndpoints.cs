using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Search.Application.Contracts;
using Search.Application.UseCases;

namespace Search.Api.Endpoints;

/// <summary>Search and completion.</summary>
internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi("Search", Scopes.Search);
        api.MapGet("/search", Search)
            .WithName("search")
            .WithSummary("Search documents")
            .WithDescription("Ranks documents for a query. Typed with accents, exact matches come first; typed without, both are found.")
            .WithRequestTimeout(RouteMetadata.SearchTimeout)
            .MayFail(410)
            .WithETag();
        api.MapGet("/suggest", Suggest)
            .WithName("suggest")
            .WithSummary("Complete what is being typed")
            .WithRequestTimeout(RouteMetadata.SearchTimeout)
            .WithETag();
    }

    private static Ok<SearchAnswer> Search([AsParameters] SearchQuery query, SearchService search, CancellationToken stop) =>
        TypedResults.Ok(search.Search(query, stop));

    private static Ok<SuggestAnswer> Suggest(
        [FromQuery, Description("What was typed so far."), MaxLength(ApiLimits.QueryLength)] string? q,
        [FromQuery, Description("At most so many. Default: 8."), Range(1, 20)] int? limit,
        SuggestService suggest) =>
        TypedResults.Ok(suggest.Suggest(q, limit));
}
