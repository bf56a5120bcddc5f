using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Search.Api.Endpoints;

/// <summary>What pages with forms share: the framework's token, and answers that nobody keeps.</summary>
internal static class PageForms
{
    /// <summary>The framework's token of a form, which only a page of this host can send back.</summary>
    public static string TokenOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken!;

    /// <summary>A page of one person alone.</summary>
    public static RazorComponentResult<T> Own<T>(this RazorComponentResult<T> page, HttpContext context, int status = StatusCodes.Status200OK)
        where T : IComponent
    {
        context.Response.Headers.CacheControl = "no-store";
        page.StatusCode = status;
        return page;
    }

    /// <summary>Only back into this site: neither //host nor a backslash, which browsers read as a slash.</summary>
    public static string Back(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal) && !path.Any(char.IsControl) ? path : "/";
}
