namespace Search.Api.Hosting;

/// <summary>
/// HEAD is answered wherever GET is, by the same handler: the server sends the headers and leaves the body out
/// (RFC 9110 9.3.2).
/// </summary>
internal static class HeadRequests
{
    public static void UseHead(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // The server itself remembers what it was asked for; this only chooses the route.
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    });
}
