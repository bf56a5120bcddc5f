using System.Text.Json;
using Search.Application;

namespace Search.Api.Problems;

/// <summary>Writes a <see cref="Problem"/> as the whole answer.</summary>
internal sealed class ProblemResult(Problem problem) : IResult
{
    public const string MediaType = "application/problem+json";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = problem.Status;
        response.ContentType = MediaType + "; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.AppendCommaSeparatedValues("Vary", "Accept-Language");
        if (problem.Status is 429 or 503 && response.Headers.RetryAfter.Count == 0)
        {
            response.Headers.RetryAfter = "1";
        }

        if (problem.Status == 401)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        return HttpMethods.IsHead(httpContext.Request.Method)
            ? Task.CompletedTask
            : JsonSerializer.SerializeAsync(
                response.Body, ProblemLanguage.For(httpContext.Request, problem), WireJson.Compact, httpContext.RequestAborted);
    }
}
