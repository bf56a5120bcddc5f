using System.Diagnostics;

namespace Search.Pages.Tests;

/// <summary>The document page as readers use it.</summary>
[Collection("site")]
public sealed class DocumentPageTests(Site site)
{
    [Fact]
    public async Task ACardOpensByKeyboardAndClosesWithEscape()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/van-ban/02-hd-bdntw-2017-01-16");
        var link = reader.Page.Locator(".text a.cite").First;
        var card = link.Locator("xpath=..").Locator(".card");
        Assert.False(await card.IsVisibleAsync());
        await link.FocusAsync();
        Assert.True(await card.IsVisibleAsync());
        Assert.Equal(await card.GetAttributeAsync("id"), await link.GetAttributeAsync("aria-describedby"));
        Assert.NotEqual("", (await card.InnerTextAsync()).Trim());
        await reader.CheckAccessAsync("card");
        await reader.Page.Keyboard.PressAsync("Escape");
        Assert.False(await card.IsVisibleAsync());
        reader.CheckConsole();
    }

    [Fact]
    public async Task CitationsAndThoseWhoCiteAreLinksBothWays()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/van-ban/02-hd-bdntw-2017-01-16");
        await reader.Page.Locator(".text a.cite[href='/van-ban/04-ct-tw-2011-07-06']").First.ClickAsync();
        await reader.ArriveAsync("**/van-ban/04-ct-tw-2011-07-06");
        var back = reader.Page.Locator("#duoc-dan a[href='/van-ban/02-hd-bdntw-2017-01-16']").First;
        Assert.True(await back.IsVisibleAsync());
        Assert.NotEqual("", (await reader.Page.Locator("#duoc-dan blockquote").First.InnerTextAsync()).Trim());
        reader.CheckConsole();
    }

    [Fact]
    public async Task ASearchLeadsToThePassageInTheDocument()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/?q=đối+ngoại+nhân+dân");
        await reader.Page.Locator(".hit a.path").First.ClickAsync();
        await reader.ArriveAsync("**/van-ban/**");
        Assert.True(await reader.Page.EvaluateAsync<bool>("document.querySelector(':target') !== null"));
        Assert.True(await reader.Page.Locator(".text mark").CountAsync() > 0);
        reader.CheckConsole();
    }

    [Fact]
    public async Task EveryPrintedPageHasItsHeadAndTheLastOneTheAddress()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/van-ban/02-hd-bdntw-2017-01-16");
        var path = Path.Combine(LooksTests.Folder, "print.pdf");
        await reader.Page.PdfAsync(new() { Path = path, Format = "A4" });
        using var program = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", path, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var pages = text.TrimEnd('\f', '\n').Split('\f');
        Assert.True(pages.Length > 1);
        for (var i = 0; i < pages.Length; i++)
        {
            Assert.StartsWith("Hướng dẫn số 02-HD/BĐNTW", pages[i].TrimStart(), StringComparison.Ordinal);
            Assert.Contains($"{i + 1}/{pages.Length}", pages[i], StringComparison.Ordinal);
        }

        Assert.Contains("/van-ban/02-hd-bdntw-2017-01-16", pages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADocumentKnownByCitationHasAPage()
    {
        await using var reader = await site.ReaderAsync(Screen.Phone);
        await reader.GoAsync("/con-thieu");
        await reader.Page.Locator("main table a").First.ClickAsync();
        await reader.ArriveAsync("**/van-ban/**");
        Assert.True(await reader.Page.Locator("#duoc-dan li").CountAsync() > 0);
        await reader.CheckWidthAsync("stub");
        reader.CheckConsole();
    }
}
