using Microsoft.AspNetCore.Http;
using Search.Api.SignIn;

namespace Search.Api.Tests;

/// <summary>The name of the session's cookie by the line it goes over.</summary>
public sealed class HostCookieTests
{
    [Theory]
    [InlineData("https", "__Host-phien=x; path=/; secure")]
    [InlineData("http", "phien=x; domain=example.vn; path=/a")]
    public void OverTlsTheCookieBelongsToThisHostAlone(string scheme, string expected)
    {
        var context = new DefaultHttpContext();
        context.Request.Scheme = scheme;
        new HostCookies().AppendResponseCookie(context, "phien", "x", new CookieOptions { Domain = "example.vn", Path = "/a" });
        Assert.StartsWith(expected, context.Response.Headers.SetCookie.ToString(), StringComparison.Ordinal);

        context.Request.Headers.Cookie = "phien=open; __Host-phien=own";
        Assert.Equal(scheme is "https" ? "own" : "open", new HostCookies().GetRequestCookie(context, "phien"));
    }
}
