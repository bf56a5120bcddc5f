using System.Globalization;
using Search.Api.Access;
using Search.Api.Settings;

namespace Search.Api.Hosting;

/// <summary>Headers that every answer carries: nothing from elsewhere, nothing inline, nothing guessed.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Name of the header that tells a caller its rate.</summary>
    public const string RateLimit = "X-RateLimit-Limit";

    // On starting, since the exception handler clears what was set before it.
    public static void UseSecurityHeaders(this IApplicationBuilder app)
    {
        var options = app.ApplicationServices.Settings();
        var local = options.LocalRequestsPerSecond.ToString(CultureInfo.InvariantCulture);
        var foreign = options.RequestsPerSecond.ToString(CultureInfo.InvariantCulture);
        app.Use((context, next) =>
        {
            context.Response.OnStarting(
                state =>
                {
                    var answered = (HttpContext)state;
                    Apply(answered.Response.Headers);
                    // Scripts of this host's own pages and of no other's.
                    answered.Response.Headers.AccessControlAllowOrigin = $"{answered.Request.Scheme}://{answered.Request.Host.Value}";
                    answered.Response.Headers[RateLimit] = answered.Features.Get<Caller>() is { IsLocal: true } ? local : foreign;
                    return Task.CompletedTask;
                },
                context);
            return next(context);
        });
    }

    private static void Apply(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XFrameOptions = "DENY";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }
}
