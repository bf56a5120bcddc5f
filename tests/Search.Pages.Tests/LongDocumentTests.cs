using System.Globalization;
using Microsoft.Playwright;
using Search.Testing;

namespace Search.Pages.Tests;

/// <summary>A document of 300 pages: nothing grows faster than it, everything in it is reached.</summary>
[Collection("site")]
public sealed class LongDocumentTests(Site site, LongDocumentSite documents)
{
    // Top and bottom of what the address names, and the height of the window, in CSS pixels. An anchor inside a
    // paragraph stands for the paragraph.
    private const string Landing =
        """
        () => {
          const box = document.querySelector(":target")?.closest("h1, h2, h3, h4, h5, p, section")?.getBoundingClientRect();
          return box ? [box.top, Math.min(box.bottom, box.top + 200), innerHeight] : [];
        }
        """;

    public static TheoryData<string, bool, bool> Windows { get; } = Combine();

    [Fact]
    public async Task ThreeHundredPagesOpen()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync(documents.LongAddress);
        var page = reader.Page;
        Assert.InRange(await page.Locator(".text .leaf").CountAsync(), 60, 400);
        Assert.True(await page.Locator(".text a.cite").CountAsync() > 600);
        // Broken lines are one paragraph.
        Assert.InRange(await page.Locator(".text p").CountAsync(), 900, 3000);
        Assert.True(await page.Locator(".outline > ol > li").CountAsync() >= 10);
        Assert.Equal(0, await page.Locator(".outline details[open], .rest[open]").CountAsync());
        Assert.True(await page.Locator(".relations details.rest").CountAsync() > 0);
        Assert.False(await page.Locator(".outline details a").First.IsVisibleAsync());
        await page.Locator(".outline summary").First.ClickAsync();
        Assert.True(await page.Locator(".outline details a").First.IsVisibleAsync());
        reader.CheckConsole();
    }

    [Fact]
    public async Task ThePageGrowsWithTheDocument()
    {
        // A browser is not needed, but where there is none the host was not meant to be started either.
        await using var reader = await site.ReaderAsync();
        using var http = new HttpClient();
        var (whole, quarter) = ((await http.GetStringAsync(documents.LongAddress)).Length, (await http.GetStringAsync(documents.QuarterAddress)).Length);
        Assert.InRange((double)whole / quarter, 2.9, 4.6);
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task AnEntryOfTheOutlineAndADeepLinkLandOnTheirPlace(string screen, bool hasScript, bool anchorsScrolling)
    {
        await using var reader = await site.ReaderAsync(Screen.Named(screen) with { HasScript = hasScript });
        if (!anchorsScrolling)
        {
            await DoWithoutScrollAnchoringAsync(reader.Page);
        }

        // Where a place lies does not depend on how many pages follow it: a quarter of the document is enough for every day.
        var address = Campaign.IsWhole ? documents.LongAddress : documents.QuarterAddress;
        await reader.GoAsync(address);
        var fold = reader.Page.Locator(".side > details > summary");
        if (await fold.IsVisibleAsync())
        {
            await fold.ClickAsync();
        }

        var entries = reader.Page.Locator(".outline > ol > li > a");
        var count = await entries.CountAsync();
        Assert.True(count >= 3);
        // The far end, which was not laid out yet, then back; a deep link leads to the middle below.
        foreach (var entry in new[] { count - 1, 0 })
        {
            await entries.Nth(entry).ClickAsync();
            await CheckLandingAsync(reader.Page);
        }

        var anchors = await entries.EvaluateAllAsync<string[]>("links => links.map(link => link.hash)");
        // The second one is below the text.
        foreach (var anchor in new[] { anchors[count / 2], "#dan-chieu" })
        {
            await reader.Page.GotoAsync("about:blank");
            await reader.GoAsync(address + anchor);
            await CheckLandingAsync(reader.Page);
        }

        reader.CheckConsole();
    }

    private static TheoryData<string, bool, bool> Combine()
    {
        var data = new TheoryData<string, bool, bool>();
        // Both layouts without anchoring, which is the harder case, and one with it; the pages' script has no part in it.
        data.Add(Screen.Wide.Name, true, false);
        data.Add(Screen.Phone.Name, false, false);
        data.Add(Screen.Phone.Name, true, true);
        if (Campaign.IsWhole)
        {
            data.Add(Screen.Wide.Name, true, true);
            data.Add(Screen.Tablet.Name, true, false);
            data.Add(Screen.Tablet.Name, true, true);
            data.Add(Screen.Phone.Name, true, false);
        }

        return data;
    }

    // As in a browser that does not correct the position of what is read when heights above it change.
    private static Task DoWithoutScrollAnchoringAsync(IPage page) => page.RouteAsync("**/site.css*", async route =>
    {
        var response = await route.FetchAsync();
        await route.FulfillAsync(new RouteFulfillOptions { Response = response, Body = await response.TextAsync() + "\n* { overflow-anchor: none; }\n" });
    });

    private static async Task CheckLandingAsync(IPage page)
    {
        // Whole in the window once loaded, and still there when the window has been drawn.
        await page.WaitForFunctionAsync($"() => {Reader.IsLoaded}");
        await page.ScreenshotAsync();
        var box = await page.EvaluateAsync<double[]>(Landing);
        var where = string.Join(", ", box.Select(v => v.ToString("F1", CultureInfo.InvariantCulture)));
        Assert.True(box is [>= 0, var bottom, var height] && bottom <= height, $"{page.Url}: top, bottom, window: {where}");
    }
}
