using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Search.Api.Access;
using Search.Api.Alerts;
using Search.Api.Collections;
using Search.Api.Exports;
using Search.Api.Problems;
using Search.Application.Contracts;
using Search.Application.Errors;

namespace Search.Api.Endpoints;

/// <summary>What a caller follows, and what was found for him.</summary>
internal static class FollowEndpoints
{
    private const string IdText = "Id of the follow.";
    private const int Entries = 50;

    public static void MapFollows(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi("Follows", Scopes.Own);
        api.MapGet("/follows", List).WithName("listFollows").WithSummary("What the caller follows, latest first");
        api.MapPost("/follows", Add).WithName("addFollow").WithSummary("Follow a search, a document's citations or chains, or a wanted document")
            .WithDescription("Documents that arrive or change from now on are told: in the list and the Atom feed at once, by e-mail in a digest, by a signed webhook. "
                + "An alert has the same id everywhere. What the caller may not see is told to him by none.")
            .MayFail(404, 409, 413, 415);
        api.MapGet("/follows/{id}", Get).WithName("getFollow").WithSummary("One follow").MayFail(404);
        api.MapDelete("/follows/{id}", Remove).WithName("removeFollow").WithSummary("Follow something no longer").MayFail(404);
        api.MapGet("/follows/{id}/alerts", Alerts).WithName("listAlerts").WithSummary("What a follow found, latest first")
            .WithDescription("Each with what became of it by e-mail and webhook: waiting, sent, undelivered.").MayFail(404);
        api.MapGet("/follows/{id}/feed.atom", Feed).WithName("followFeed").WithSummary("What a follow found, as Atom")
            .Produces<string>(200, "application/atom+xml").MayFail(404);
    }

    private static Ok<ListAnswer<FollowLine>> List(
        [FromQuery, Description("How many to skip. Default: 0."), Range(0, ApiLimits.Window)] int? offset,
        [FromQuery, Description("At most so many. Default: 50."), Range(1, ApiLimits.PageSize)] int? limit,
        HttpContext context,
        AlertWork alerts)
    {
        var all = alerts.List(CallerOf(context));
        return TypedResults.Ok(new ListAnswer<FollowLine>(all.Count, Page(all, offset, limit)));
    }

    private static Created<FollowLine> Add(FollowRequest request, HttpContext context, CurrentCollection current, AlertWork alerts, CancellationToken stop)
    {
        var line = alerts.Add(request, CallerOf(context), current.Collection, stop);
        return TypedResults.Created($"/api/follows/{line.Id}", line);
    }

    private static Ok<FollowLine> Get([Description(IdText), MaxLength(64)] string id, HttpContext context, AlertWork alerts) =>
        TypedResults.Ok(Named(alerts, context, id));

    private static NoContent Remove([Description(IdText), MaxLength(64)] string id, HttpContext context, AlertWork alerts) =>
        alerts.Remove(CallerOf(context), id) ? TypedResults.NoContent() : throw Missing();

    private static Ok<ListAnswer<AlertLine>> Alerts(
        [Description(IdText), MaxLength(64)] string id,
        [FromQuery, Description("How many to skip. Default: 0."), Range(0, ApiLimits.Window)] int? offset,
        [FromQuery, Description("At most so many. Default: 50."), Range(1, ApiLimits.PageSize)] int? limit,
        HttpContext context,
        AlertWork alerts)
    {
        var all = alerts.Alerts(CallerOf(context), Named(alerts, context, id).Id);
        return TypedResults.Ok(new ListAnswer<AlertLine>(all.Count, Page(all, offset, limit)));
    }

    private static FileContentHttpResult Feed([Description(IdText), MaxLength(64)] string id, HttpContext context, AlertWork alerts)
    {
        var follow = Named(alerts, context, id);
        var entries = alerts.Alerts(CallerOf(context), id).Take(Entries).Select(alert => new AtomFeed.Entry(alert.Document, alert.At, Summary: null, alert.Id)).ToList();
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(AtomFeed.Write(context.Request, follow.Name, $"follow/{id}", "/theo-doi", entries, next: null), AtomFeed.MediaType);
    }

    private static Caller CallerOf(HttpContext context) => context.Features.Get<Caller>()!;

    private static FollowLine Named(AlertWork alerts, HttpContext context, string id) => alerts.Find(CallerOf(context), id) ?? throw Missing();

    private static ProblemException Missing() => new(ProblemKinds.NotFound, "Bạn không theo dõi mục này. (You follow no such thing.)");

    private static List<T> Page<T>(IReadOnlyList<T> all, int? offset, int? limit) =>
        [.. all.Skip(Limits.Between("offset", offset ?? 0, 0, ApiLimits.Window)).Take(Limits.Between("limit", limit ?? Entries, 1, ApiLimits.PageSize))];
}
