using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Search.Api.Access;
using Search.Api.Collections;
using Search.Application.Contracts;
using Search.Application.Corrections;
using Search.Application.Errors;

namespace Search.Api.Endpoints;

/// <summary>What people corrected: list, add, take back.</summary>
internal static class CorrectionEndpoints
{
    public static void MapCorrections(this IEndpointRouteBuilder app)
    {
        var read = app.MapApi("Corrections", Scopes.Read);
        read.MapGet("/corrections", List).WithName("listCorrections").WithSummary("What people corrected, newest first")
            .WithDescription("Each with what became of it: 'applied', 'waiting' for its file, in 'conflict' with what is read now, 'superseded' by a later one, 'undone'.")
            .MayFail(404, 409);
        read.MapGet("/corrections/{id}", Get).WithName("getCorrection").WithSummary("One correction").MayFail(404);
        var edit = app.MapApi("Corrections", Scopes.Edit);
        edit.MapPost("/corrections", AddAsync).WithName("addCorrection").WithSummary("Correct a field, a citation, a wanted document or a file")
            .WithDescription("The correction is on disk when the answer comes. It outlasts every later reading of the file and can be taken back.")
            .MayFail(404, 409, 413, 415);
        edit.MapDelete("/corrections/{id}", UndoAsync).WithName("undoCorrection").WithSummary("Take a correction back")
            .WithDescription("What the program reads is there again; the correction stays in the history.").MayFail(404);
    }

    private static Ok<ListAnswer<CorrectionLine>> List(
        [FromQuery, Description("Only those of this document, by key or slug."), MaxLength(500)] string? document,
        [FromQuery, Description("Only those of this state: applied, waiting, conflict, superseded, undone."), AllowedValues(null, "applied", "waiting", "conflict", "superseded", "undone")] string? state,
        [FromQuery, Description("How many to skip. Default: 0."), Range(0, ApiLimits.Window)] int? offset,
        [FromQuery, Description("At most so many. Default: 50."), Range(1, ApiLimits.PageSize)] int? limit,
        CorrectionService corrections)
    {
        var all = corrections.List(document, state);
        return TypedResults.Ok(new ListAnswer<CorrectionLine>(
            all.Count,
            [.. all.Skip(Limits.Between("offset", offset ?? 0, 0, ApiLimits.Window)).Take(Limits.Between("limit", limit ?? 50, 1, ApiLimits.PageSize))]));
    }

    private static Ok<CorrectionLine> Get([Description("Id of the correction."), MaxLength(64)] string id, CorrectionService corrections) =>
        TypedResults.Ok(corrections.Get(id));

    private static async Task<Created<CorrectionLine>> AddAsync(CorrectionRequest request, HttpContext context, CurrentCollection current, CorrectionWork work)
    {
        var caller = context.Features.Get<Caller>()!;
        var corrections = current.Collection.Corrections;
        var correction = corrections.Add(request, caller.Name, caller.Account?.DisplayName);
        await work.ApplyAsync(current.Collection, correction, caller.Name);
        return TypedResults.Created($"/api/corrections/{correction.Id}", corrections.Get(correction.Id));
    }

    private static async Task<Ok<CorrectionLine>> UndoAsync(
        [Description("Id of the correction."), MaxLength(64)] string id, HttpContext context, CurrentCollection current, CorrectionWork work)
    {
        var caller = context.Features.Get<Caller>()!;
        var corrections = current.Collection.Corrections;
        var correction = corrections.Undo(id, caller.Name);
        await work.ApplyAsync(current.Collection, correction, caller.Name);
        return TypedResults.Ok(corrections.Get(correction.Id));
    }
}
