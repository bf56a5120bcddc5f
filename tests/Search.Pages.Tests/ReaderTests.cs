namespace Search.Pages.Tests;

/// <summary>The reader: what stands at the head, beside and in the text.</summary>
[Collection("site")]
public sealed class ReaderTests(Site site, LongDocumentSite documents)
{
    private const string Directive = "/van-ban/04-ct-tw-2011-07-06";

    [Fact]
    public async Task TheTextIsSetAsOnPaperInLinesThatCanBeRead()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync(documents.QuarterAddress);
        var rem = await reader.Page.EvaluateAsync<double>("document.querySelector('.reading').getBoundingClientRect().width / 16");
        Assert.InRange(rem, 38, 42);
        // Issuer on the left, motto and date on the right, at one height; the title below in the middle.
        var left = reader.Page.Locator(".paper-head > div").Nth(0);
        var right = reader.Page.Locator(".paper-head > div").Nth(1);
        Assert.Contains("BAN ĐỐI NGOẠI", await left.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("991-BC/BĐNTW", await left.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("ĐẢNG CỘNG SẢN VIỆT NAM", await right.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("ngày 20 tháng 8", await right.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal((await left.BoundingBoxAsync())!.Y, (await right.BoundingBoxAsync())!.Y);
        Assert.Contains("BÁO CÁO", await reader.Page.Locator(".paper-title").First.InnerTextAsync(), StringComparison.Ordinal);
        var foot = reader.Page.Locator(".paper-foot").Last;
        // The end of a long text is not laid out yet.
        Assert.Contains("Ban Bí thư", await foot.Locator("> div").Nth(0).TextContentAsync(), StringComparison.Ordinal);
        Assert.Contains("Nguyễn Văn An", await foot.Locator("> div").Nth(1).TextContentAsync(), StringComparison.Ordinal);
        reader.CheckConsole();
    }

    [Fact]
    public async Task TheSectionBeingReadIsMarkedInTheOutlineAndGoesIntoTheReference()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync(documents.QuarterAddress);
        var entry = reader.Page.Locator(".outline > ol > li > a").Nth(2);
        await entry.ClickAsync();
        await reader.Page.Locator(".outline > ol > li:nth-child(3) > a[aria-current]").WaitForAsync();
        Assert.Equal(1, await reader.Page.Locator(".outline a[aria-current]").CountAsync());
        Assert.Equal("mục III", await reader.Page.Locator(".outline a[aria-current]").GetAttributeAsync("data-pin"));
        reader.CheckConsole();
    }

    [Fact]
    public async Task WordsAreFoundInTheDocumentAndSteppedThrough()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync(Directive);
        await reader.Page.Locator(".find input").FillAsync("tổng kết");
        await reader.Page.Keyboard.PressAsync("Enter");
        var steps = reader.Page.Locator(".steps");
        await steps.WaitForAsync();
        var count = await reader.Page.Locator(".text mark").CountAsync();
        Assert.True(count > 1);
        await steps.Locator("button").Nth(1).ClickAsync();
        await steps.Locator("button").Nth(1).ClickAsync();
        Assert.Equal("trung-2", await reader.Page.Locator("mark.now").GetAttributeAsync("id"));
        await steps.Locator("button").Nth(0).ClickAsync();
        await steps.Locator("button").Nth(0).ClickAsync();
        Assert.Equal($"trung-{count}", await reader.Page.Locator("mark.now").GetAttributeAsync("id"));
        reader.CheckConsole();
    }

    [Fact]
    public async Task WithoutScriptsAMatchIsStillALink()
    {
        await using var reader = await site.ReaderAsync(Screen.NoScript);
        await reader.GoAsync(Directive + "?q=tổng+kết");
        await reader.Page.Locator(".steps a").ClickAsync();
        Assert.True(await reader.Page.Locator("mark:target").IsVisibleAsync());
    }

    [Fact]
    public async Task TabsBesideTheTextAreReachedByKeyboard()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync(Directive);
        await reader.Page.Locator("#ben-muc-luc").FocusAsync();
        Assert.True(await reader.Page.Locator(".outline a").First.IsVisibleAsync());
        await reader.Page.Keyboard.PressAsync("ArrowRight");
        Assert.True(await reader.Page.Locator("[data-tab=luoc-do] a").First.IsVisibleAsync());
        Assert.False(await reader.Page.Locator(".outline a").First.IsVisibleAsync());
        await reader.Page.Keyboard.PressAsync("ArrowRight");
        Assert.True(await reader.Page.Locator("[data-tab=ghi-chu]").IsVisibleAsync());
        await reader.CheckAccessAsync("notes beside the text");
        reader.CheckConsole();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OnAPhoneTheOutlineIsClosedBeforeTheTextAndTheTextOnTheFirstScreen(bool hasScript)
    {
        await using var reader = await site.ReaderAsync(Screen.Phone with { HasScript = hasScript });
        await reader.GoAsync(Directive);
        var fold = reader.Page.Locator(".side > details > summary");
        var text = await reader.Page.Locator(".text").BoundingBoxAsync();
        Assert.InRange(text!.Y, (await fold.BoundingBoxAsync())!.Y, Screen.Phone.Height);
        Assert.False(await reader.Page.Locator(".outline a").First.IsVisibleAsync());
        await fold.ClickAsync();
        Assert.True(await reader.Page.Locator(".outline a").First.IsVisibleAsync());
    }

    [Fact]
    public async Task EachPaperStandsOnceInTheSchemeAndTheCountsAgreeWithTheApi()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync(Directive);
        var links = await reader.Page.Locator("#duoc-dan .paper a").EvaluateAllAsync<string[]>("links => links.map(link => link.pathname)");
        Assert.NotEmpty(links);
        Assert.Equal(links.Length, links.Distinct(StringComparer.Ordinal).Count());
        using var http = new HttpClient();
        using var answer = System.Text.Json.JsonDocument.Parse(await http.GetStringAsync(site.Address + "/api/documents/04-ct-tw-2011-07-06"));
        Assert.Equal(answer.RootElement.GetProperty("document").GetProperty("citedBy").GetInt32(), links.Length);
        Assert.Equal(links.Length, int.Parse(await reader.Page.Locator("#duoc-dan > h3 small").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture));
        // The sentence is open.
        Assert.True(await reader.Page.Locator("#duoc-dan .proof").First.IsVisibleAsync());
        Assert.True(await reader.Page.Locator("#chuoi .chain").First.IsVisibleAsync());
    }
}
