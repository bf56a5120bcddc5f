using System.Net;
using System.Text.RegularExpressions;

namespace Search.Api.Tests;

[Collection("host")]
public sealed partial class PageTests(ApiHostFixture host)
{
    private static readonly string[] Pages =
    [
        "/", "/?q=%C4%91%E1%BB%91i+ngo%E1%BA%A1i", "/?q=xyzzy", "/?q=doi&mode=history", "/?q=doi&type=chi-thi&lang=en", "/danh-muc", "/con-thieu",
        "/tinh-trang", "/van-ban/04-ct-tw-2011-07-06", "/van-ban/02-hd-bdntw-2017-01-16?q=doi+ngoai", "/problems/not-found", "/do-thi/04-ct-tw-2011-07-06?depth=2",
    ];

    [Fact]
    public async Task NoPageHoldsInlineScriptOrStyle()
    {
        foreach (var page in Pages)
        {
            var html = await host.Client.GetStringAsync(new Uri(page, UriKind.Relative));
            Assert.DoesNotContain(" style=", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<style", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("javascript:", html, StringComparison.OrdinalIgnoreCase);
            Assert.False(InlineScript().IsMatch(html), page);
            Assert.False(EventAttribute().IsMatch(html), page);
        }
    }

    [Fact]
    public async Task EveryLinkOfEveryPageLeadsSomewhere()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in Pages)
        {
            var html = await host.Client.GetStringAsync(new Uri(page, UriKind.Relative));
            foreach (Match link in Link().Matches(html))
            {
                var address = WebUtility.HtmlDecode(link.Groups["to"].Value).Split('#')[0];
                if (address.Length == 0 || address[0] != '/' || !seen.Add(address))
                {
                    continue;
                }

                try
                {
                    // As a browser asks: what needs a name leads to the page for signing in.
                    using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
                    request.Headers.Accept.ParseAdd("text/html, */*;q=0.8");
                    using var response = await host.Client.SendAsync(request);
                    Assert.True((int)response.StatusCode < 400, $"{page} → {address}: {response.StatusCode}");
                }
                catch (HttpRequestException broken)
                {
                    Assert.Fail($"{page} → {address}: {broken.InnerException?.Message ?? broken.Message}");
                }
            }
        }

        Assert.True(seen.Count > 60);
    }

    [Fact]
    public async Task AnchorsOfSearchResultsAreOnTheDocumentsPage()
    {
        var answer = await host.Client.JsonAsync("/api/search?q=doi+ngoai&limit=20");
        foreach (var hit in answer.GetProperty("hits").EnumerateArray())
        {
            var html = await host.Client.GetStringAsync(new Uri(hit.GetProperty("document").GetProperty("url").GetString()!, UriKind.Relative));
            foreach (var passage in hit.GetProperty("passages").EnumerateArray())
            {
                var anchor = passage.GetProperty("anchor").GetString();
                if (anchor is not "doc")
                {
                    Assert.Contains($"id=\"{anchor}\"", html, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public async Task WhatAReaderTypesIsShownAndNeverRun()
    {
        var html = await host.Client.GetStringAsync(new Uri("/?q=" + Uri.EscapeDataString("\"><script>alert(1)</script>"), UriKind.Relative));
        Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheDocumentPageLinksItsCitationsAndShowsWhoCitesIt()
    {
        var html = await host.Client.GetStringAsync(new Uri("/van-ban/02-hd-bdntw-2017-01-16", UriKind.Relative));
        Assert.Contains("href=\"/van-ban/04-ct-tw-2011-07-06\"", html, StringComparison.Ordinal);
        Assert.Contains("02-HD/BĐNTW", html, StringComparison.Ordinal);
        var cited = await host.Client.GetStringAsync(new Uri("/van-ban/04-ct-tw-2011-07-06", UriKind.Relative));
        Assert.Contains("href=\"/van-ban/02-hd-bdntw-2017-01-16\"", cited, StringComparison.Ordinal);
        Assert.Contains("id=\"duoc-dan\"", cited, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheLanguageSwitchComesBackAndLeadsNowhereElse()
    {
        using var response = await host.Client.GetAsync(new Uri("/ngon-ngu?lang=en&ve=%2Fdanh-muc", UriKind.Relative));
        Assert.Equal("/danh-muc", response.Headers.Location!.ToString());
        Assert.Contains("lang=en", response.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        foreach (var evil in new[] { "//evil.example", "/\\evil.example", "https://evil.example", "" })
        {
            using var away = await host.Client.GetAsync(new Uri("/ngon-ngu?lang=vi&ve=" + Uri.EscapeDataString(evil), UriKind.Relative));
            Assert.Equal("/", away.Headers.Location!.ToString());
        }
    }

    [GeneratedRegex("""<script(?![^>]*\ssrc=)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InlineScript();

    [GeneratedRegex("""<[^>]+\son[a-z]+=""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EventAttribute();

    [GeneratedRegex("""(?:href|src|action)="(?<to>[^"]*)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
