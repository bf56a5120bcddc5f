using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Search.Api.Problems;

namespace Search.Api.Pages;

/// <summary>Answers with a page.</summary>
internal static class PageResults
{
    public static RazorComponentResult<T> Show<T>(HttpContext context, params (string Name, object? Value)[] parameters)
        where T : IComponent
    {
        var all = parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        all[nameof(View.Page)] = PageContext.Of(context);
        return new RazorComponentResult<T>(all) { PreventStreamingRendering = true };
    }

    public static RazorComponentResult<ErrorView> Error(HttpContext context, ProblemKind kind, Problem problem)
    {
        context.Response.Headers.CacheControl = "no-store";
        var page = Show<ErrorView>(context, (nameof(ErrorView.Kind), kind), (nameof(ErrorView.Problem), problem));
        page.StatusCode = kind.Status;
        return page;
    }
}
