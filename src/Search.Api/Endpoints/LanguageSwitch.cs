using Microsoft.AspNetCore.Http.HttpResults;
using Search.Api.Pages;
using Search.Api.Problems;

namespace Search.Api.Endpoints;

/// <summary>Keeps the reader's language and leads back to the page they came from.</summary>
internal static class LanguageSwitch
{
    /// <exception cref="ProblemException">The address to go back to has control characters.</exception>
    public static RedirectHttpResult Choose(string? lang, string? ve, HttpContext context)
    {
        if (ve?.Any(char.IsControl) == true)
        {
            throw ProblemException.Invalid("ve", "Địa chỉ quay lại có ký tự điều khiển.", "The address to go back to has control characters.");
        }

        context.Response.Cookies.Append(
            PageContext.LanguageCookie,
            lang is "en" ? "en" : "vi",
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        // Only back into this site: neither //host nor a backslash, which browsers read as a slash.
        var back = ve is ['/', ..] && !ve.StartsWith("//", StringComparison.Ordinal) && !ve.Contains('\\', StringComparison.Ordinal) ? ve : "/";
        return TypedResults.LocalRedirect(back);
    }
}
