using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Search.Api.Caching;

/// <summary>Sends an answer and keeps its bytes, so that the same question is answered without asking again.</summary>
internal sealed class CachingResult(IResult inner, ResponseCache answers, string request) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var answer = inner is IValueHttpResult { Value: { } value } and IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK }
            ? new CachedResponse(
                JsonSerializer.SerializeToUtf8Bytes(
                    value, value.GetType(), httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions),
                "application/json; charset=utf-8")
            : await CaughtAsync(httpContext);
        if (httpContext.Response.StatusCode == StatusCodes.Status200OK)
        {
            answers.Keep(request, answer);
        }

        await answer.WriteAsync(httpContext);
    }

    private async Task<CachedResponse> CaughtAsync(HttpContext context)
    {
        var sending = context.Features.Get<IHttpResponseBodyFeature>()!;
        using var caught = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(caught));
        try
        {
            await inner.ExecuteAsync(context);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            context.Features.Set(sending);
        }

        return new CachedResponse(caught.ToArray(), context.Response.ContentType);
    }
}
