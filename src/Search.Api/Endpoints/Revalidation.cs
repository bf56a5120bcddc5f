using System.Globalization;
using Microsoft.Net.Http.Headers;
using Search.Api.Services;

namespace Search.Api.Endpoints;

/// <summary>
/// Answers that change only with the collection carry an ETag made of the store's revision, the index generation
/// and the program's build; a caller that has it gets 304 before any work is done.
/// </summary>
internal static class Revalidation
{
    private static readonly string Build = typeof(Revalidation).Module.ModuleVersionId.ToString("N")[..8];

    public static TBuilder WithETag<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter<TBuilder, Filter>();

    private sealed class Filter(Knowledge knowledge) : IEndpointFilter
    {
        public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            var http = context.HttpContext;
            var tag = string.Create(
                CultureInfo.InvariantCulture, $"W/\"{knowledge.Revision:x}.{knowledge.Generation:x}.{Build}{Language(http)}\"");
            http.Response.OnStarting(static state =>
            {
                var (context, tag) = ((HttpContext, string))state;
                if (context.Response.StatusCode is not (StatusCodes.Status200OK or StatusCodes.Status304NotModified)) return Task.CompletedTask;
                context.Response.Headers.ETag = tag;
                context.Response.Headers.CacheControl = "private, no-cache";
                context.Response.Headers.Append(HeaderNames.Vary, "Accept, Cookie");
                return Task.CompletedTask;
            }, (http, tag));
            foreach (var known in http.Request.Headers.IfNoneMatch)
            {
                if (known?.Contains(tag, StringComparison.Ordinal) == true)
                {
                    return ValueTask.FromResult<object?>(TypedResults.StatusCode(StatusCodes.Status304NotModified));
                }
            }

            return next(context);
        }

        private static string Language(HttpContext http) =>
            http.Request.Cookies[Pages.PageContext.LanguageCookie] is "en" ? ".en" : "";
    }
}
