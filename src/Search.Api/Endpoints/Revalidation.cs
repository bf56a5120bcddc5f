using System.Globalization;
using Microsoft.Extensions.Primitives;
using Search.Api.Caching;
using Search.Api.Collections;

namespace Search.Api.Endpoints;

/// <summary>
/// Answers that change only with the collection carry an ETag made of the store's revision, the index generation,
/// the program's build and the address; a caller that has it gets 304 before any work is done, and a question that
/// was asked before gets the bytes of its answer.
/// </summary>
internal static class Revalidation
{
    private const int LongestAddress = 1024;

    public static TBuilder WithETag<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter<TBuilder, Filter>();

    private sealed class Filter : IEndpointFilter
    {
        public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            var http = context.HttpContext;
            var answers = http.RequestServices.GetRequiredService<CurrentCollection>().Collection.Answers;
            var request = Address(http.Request);
            var tag = Tag(answers.State, request);
            if (IsKnown(http.Request.Headers.IfNoneMatch, tag))
            {
                Head(http.Response, tag);
                return TypedResults.StatusCode(StatusCodes.Status304NotModified);
            }

            if (request.Length > LongestAddress)
            {
                return await Fresh();
            }

            if (answers.Find(request) is { } kept)
            {
                Head(http.Response, tag);
                return new KeptResult(kept);
            }

            return await Fresh() is IResult result ? new CachingResult(result, answers, request) : null;

            async ValueTask<object?> Fresh()
            {
                var fresh = await next(context);
                Head(http.Response, tag);
                return fresh;
            }
        }

        private static void Head(HttpResponse response, string tag)
        {
            response.Headers.ETag = tag;
            response.Headers.CacheControl = "private, no-cache";
            response.Headers.Vary = "Accept, Accept-Encoding, Cookie";
        }

        // Everything an answer may depend on beside the collection.
        private static string Address(HttpRequest request)
        {
            var language = request.Cookies[Pages.PageContext.LanguageCookie] is "en" ? "en" : "";
            return string.Concat(
                $"{request.Scheme}://{request.Host.Value}{request.Path.Value}{request.QueryString.Value}", "\n", language, "\n" + request.Headers.Accept.ToString());
        }

        private static string Tag(string state, string request)
        {
            var hash = 0xcbf29ce484222325ul;
            foreach (var c in request)
            {
                hash = (hash ^ c) * 0x100000001b3ul;
            }

            return string.Create(CultureInfo.InvariantCulture, $"W/\"{state}.{hash:x}\"");
        }

        // Compared weakly, RFC 9110 13.1.2: one of a list, with or without W/, or *.
        private static bool IsKnown(StringValues tags, string tag)
        {
            foreach (var known in tags)
            {
                if (known is "*" || known?.Contains(tag.AsSpan(2), StringComparison.Ordinal) == true)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private sealed class KeptResult(CachedResponse answer) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => answer.WriteAsync(httpContext);
    }
}
