using System.Net;

namespace Search.Api.Access;

/// <summary>Where a request comes from.</summary>
internal static class CallerAddress
{
    // A reverse proxy on this machine calls over loopback for the whole world; by one of these it says so. What it said
    // of a request whose client is known now (KnownProxies) is kept under X-Original-….
    private static readonly string[] ProxyHeaders =
    [
        "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via", "X-Original-For", "X-Original-Proto",
        "CF-Connecting-IP", "True-Client-IP", "X-Client-IP", "X-Cluster-Client-IP",
    ];

    /// <summary>Whether a request comes from this machine. A page of a foreign site can make a browser call us under its own
    /// host name; that is not a local caller.</summary>
    public static bool IsLocal(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        return (address is null || IPAddress.IsLoopback(address)) && IsLocalHost(context.Request.Host.Host)
            && !Array.Exists(ProxyHeaders, context.Request.Headers.ContainsKey);
    }

    /// <summary>Whether nobody can listen in between: TLS, by this host or a known proxy, or this machine itself.</summary>
    public static bool IsPrivate(HttpContext context) => context.Request.IsHttps || IsLocal(context);

    private static bool IsLocalHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
