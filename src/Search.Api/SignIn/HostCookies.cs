using Microsoft.AspNetCore.Authentication.Cookies;

namespace Search.Api.SignIn;

/// <summary>
/// Names the session's cookie <c>__Host-…</c> where the line is TLS: a browser takes such a cookie from this host alone, for
/// all of its paths, over TLS; a neighbor under the same domain can set none. Over loopback without TLS no browser would keep it.
/// </summary>
internal sealed class HostCookies : ICookieManager
{
    private const string Prefix = "__Host-";

    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, Name(context, key), value, Whole(context, options));

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _cookies.DeleteCookie(context, Name(context, key), Whole(context, options));

    private static string Name(HttpContext context, string key) => context.Request.IsHttps ? Prefix + key : key;

    private static CookieOptions Whole(HttpContext context, CookieOptions options)
    {
        if (!context.Request.IsHttps)
        {
            return options;
        }

        return new CookieOptions(options) { Path = "/", Domain = null, Secure = true };
    }
}
