using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Search.Api.Access;
using Search.Api.Alerts;
using Search.Api.Collections;
using Search.Api.Pages;
using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Application.Lines;
using Search.Store.Audit;

namespace Search.Api.Endpoints;

/// <summary>The pages of what a person keeps: follows with their alerts, lists and notes.</summary>
internal static class OwnPages
{
    // Reading the form is what makes the framework check its token.
    private const string Token = "__RequestVerificationToken";

    public static void MapOwnPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription();
        pages.RequireScope(Scopes.Own);
        pages.MapGet("/theo-doi", ([AsParameters] SearchQuery query, [FromQuery(Name = "van-ban")] string? slug, HttpContext context, CurrentCollection current, AlertWork alerts) =>
            Follows(query, slug, secret: null, problem: null, context, current, alerts));
        pages.MapPost("/theo-doi", Follow);
        pages.MapPost("/theo-doi/{id}/bo", (string id, [FromForm(Name = Token)] string? token, HttpContext context, AlertWork alerts) =>
        {
            alerts.Remove(CallerOf(context), id);
            return TypedResults.LocalRedirect("/theo-doi");
        });
        pages.MapGet("/gio", ([FromQuery(Name = "van-ban")] string? slug, string? chu, HttpContext context, CurrentCollection current) => Notebook(slug, chu, problem: null, context, current));
        pages.MapPost("/gio/bo-vao", Put);
        pages.MapPost("/gio/{id}/lay-ra", (string id, [FromForm] string? document, HttpContext context, CurrentCollection current) =>
        {
            current.Collection.Notebook.Take(id, CallerOf(context).Owner!, document ?? "");
            return TypedResults.LocalRedirect("/gio");
        });
        pages.MapPost("/gio/{id}/bo", (string id, [FromForm(Name = Token)] string? token, HttpContext context, CurrentCollection current) =>
        {
            current.Collection.Notebook.RemoveBasket(id, CallerOf(context).Owner!);
            return TypedResults.LocalRedirect("/gio");
        });
        pages.MapGet("/gio/{id}.{format:regex(^(ris|csv|md|bib)$)}", File).Audited(AuditActions.Exported);
        pages.MapPost("/ghi-chu", Note);
        pages.MapPost("/ghi-chu/{id}/bo", (string id, [FromForm(Name = Token)] string? token, HttpContext context, CurrentCollection current) =>
        {
            current.Collection.Notebook.RemoveNote(id, CallerOf(context).Owner!);
            return TypedResults.LocalRedirect("/gio");
        });
    }

    private static IResult Follows(SearchQuery query, string? slug, string? secret, string? problem, HttpContext context, CurrentCollection current, AlertWork alerts)
    {
        var caller = CallerOf(context);
        var document = string.IsNullOrEmpty(slug) ? null : DocumentLines.Of(current.Collection.Documents.Record(slug).Summary);
        var address = SearchAddress.Chosen(query).Any() || query.From is not null || query.To is not null ? SearchAddress.Of(query with { Cursor = null, Sort = null, Mode = null }) : null;
        return PageResults.Show<FollowsView>(
            context,
            (nameof(FollowsView.Token), PageForms.TokenOf(context)),
            (nameof(FollowsView.Items), alerts.List(caller).Select(follow => (follow, alerts.Alerts(caller, follow.Id))).ToList()),
            (nameof(FollowsView.Document), document),
            (nameof(FollowsView.Query), query.Q),
            (nameof(FollowsView.Address), address),
            (nameof(FollowsView.HasEmail), caller.Account?.Email is not null),
            (nameof(FollowsView.Secret), secret),
            (nameof(FollowsView.Problem), problem)).Own(context, problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static IResult Follow(
        [FromForm] string? kind, [FromForm] string? query, [FromForm] string? address, [FromForm] string? document, [FromForm] string? name, [FromForm] string? mail,
        HttpContext context, CurrentCollection current, AlertWork alerts, CancellationToken stop)
    {
        try
        {
            alerts.Add(new FollowRequest { Kind = kind, Query = query, Search = Search(address), Document = document, Name = name, Mail = mail }, CallerOf(context), current.Collection, stop);
            return TypedResults.LocalRedirect("/theo-doi");
        }
        catch (SearchException error)
        {
            return Follows(new SearchQuery { Q = query }, slug: null, secret: null, error.Message, context, current, alerts);
        }
    }

    /// <summary>A search from its address.</summary>
    private static SearchQuery? Search(string? address)
    {
        if (string.IsNullOrEmpty(address) || address.Length > 8192 || address.IndexOf('?', StringComparison.Ordinal) is not (>= 0 and var at))
        {
            return null;
        }

        var parts = QueryHelpers.ParseQuery(address[at..]);
        return new SearchQuery
        {
            Q = One("q"),
            Type = Many("type"),
            Issuer = Many("issuer"),
            Level = Many("level"),
            Province = Many("province"),
            Term = Many("term"),
            Year = Many("year"),
            Validity = Many("validity"),
            Signer = Many("signer"),
            Recipient = Many("recipient"),
            From = Day("from"),
            To = Day("to"),
            Verbatim = One("verbatim") is "true" ? true : null,
        };

        string? One(string part) => parts.TryGetValue(part, out var values) ? values[0] : null;

        string[]? Many(string part) => parts.TryGetValue(part, out StringValues values) ? [.. values.OfType<string>().Take(ApiLimits.Values)] : null;

        DateOnly? Day(string part) => DateOnly.TryParseExact(One(part), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;
    }

    private static IResult Notebook(string? slug, string? quote, string? problem, HttpContext context, CurrentCollection current)
    {
        var (collection, owner) = (current.Collection, CallerOf(context).Owner!);
        var record = string.IsNullOrEmpty(slug) ? null : collection.Documents.Record(slug);
        return PageResults.Show<NotebookView>(
            context,
            (nameof(NotebookView.Token), PageForms.TokenOf(context)),
            (nameof(NotebookView.Baskets), collection.Notebook.Baskets(owner).Select(collection.Notebook.Line).ToList()),
            (nameof(NotebookView.Notes), record is null ? collection.Notebook.NotesOf(owner) : collection.Notebook.Notes(record, owner)),
            (nameof(NotebookView.Document), record is null ? null : DocumentLines.Of(record.Summary)),
            (nameof(NotebookView.Quote), quote),
            (nameof(NotebookView.Problem), problem)).Own(context, problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static IResult Put([FromForm] string? document, [FromForm] string? basket, HttpContext context, CurrentCollection current)
    {
        var (notebook, owner) = (current.Collection.Notebook, CallerOf(context).Owner!);
        try
        {
            var there = notebook.Baskets(owner).FirstOrDefault(own => string.Equals(own.Name, basket?.Trim(), StringComparison.Ordinal)) ?? notebook.AddBasket(new BasketRequest { Name = basket }, owner);
            notebook.Put(there.Id, owner, document ?? "");
            return TypedResults.LocalRedirect("/gio");
        }
        catch (SearchException error)
        {
            return Notebook(slug: null, quote: null, error.Message, context, current);
        }
    }

    private static IResult Note([FromForm] string? document, [FromForm] string? quote, [FromForm] string? text, [FromForm] string? shared, HttpContext context, CurrentCollection current)
    {
        var caller = CallerOf(context);
        try
        {
            current.Collection.Notebook.AddNote(document ?? "", new NoteRequest { Text = text, Quote = quote, Shared = shared is "true" }, caller.Owner!, caller.Account?.Shown ?? caller.Name);
            return TypedResults.LocalRedirect("/gio?van-ban=" + Uri.EscapeDataString(document ?? ""));
        }
        catch (SearchException error)
        {
            return Notebook(document, quote, error.Message, context, current);
        }
    }

    private static IResult File(string id, string format, HttpContext context, CurrentCollection current, CancellationToken stop) =>
        current.Collection.Notebook.Baskets(CallerOf(context).Owner!).FirstOrDefault(basket => string.Equals(basket.Id, id, StringComparison.Ordinal)) is { } basket
            ? NotebookEndpoints.BasketFile(basket, format, context, current, stop)
            : throw Problems.ProblemException.NotFound(id);

    private static Caller CallerOf(HttpContext context) => context.Features.Get<Caller>()!;
}
