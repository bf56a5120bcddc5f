using Microsoft.Playwright;

namespace Search.Pages.Tests;

/// <summary>The search page as readers use it.</summary>
[Collection("site")]
public sealed class SearchPageTests(Site site)
{
    [Theory]
    [InlineData("đối ngoại nhân dân")]
    [InlineData("doi ngoai nhan dan")]
    public async Task WordsAreFoundWithAndWithoutAccents(string words)
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/");
        await reader.Page.Locator("#q").FillAsync(words);
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.Locator(".hit").First.WaitForAsync();
        Assert.True(await reader.Page.Locator(".hit").CountAsync() > 3);
        Assert.Contains("đối", (await reader.Page.Locator(".hit mark").AllInnerTextsAsync()).Select(m => m.ToLowerInvariant().Split(' ')[0]));
        reader.CheckConsole();
    }

    [Fact]
    public async Task FiltersNarrowAreShownAsChipsAndGoBack()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/?q=doi+ngoai");
        var all = await Count(reader);
        var facet = reader.Page.Locator(".facet a").First;
        await facet.ClickAsync();
        await reader.Page.Locator(".chip").WaitForAsync();
        var few = await Count(reader);
        Assert.InRange(few, 1, all - 1);
        await reader.Page.GoBackAsync();
        Assert.Equal(all, await Count(reader));
        await reader.Page.GoForwardAsync();
        await reader.Page.Locator(".chip").First.ClickAsync();
        Assert.Equal(all, await Count(reader));
        reader.CheckConsole();
    }

    [Fact]
    public async Task DraggingOverTheYearsFilters()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/?q=doi+ngoai");
        await reader.Page.Locator("svg[data-years]").ScrollIntoViewIfNeededAsync();
        var box = await reader.Page.Locator("svg[data-years]").BoundingBoxAsync();
        Assert.NotNull(box);
        await reader.Page.Mouse.MoveAsync(box.X + (box.Width * 0.7f), box.Y + 20);
        await reader.Page.Mouse.DownAsync();
        await reader.Page.Mouse.MoveAsync(box.X + (box.Width * 0.9f), box.Y + 20, new MouseMoveOptions { Steps = 4 });
        await reader.Page.Mouse.UpAsync();
        await reader.Page.Locator(".chip").WaitForAsync();
        Assert.Matches("from=20\\d\\d-01-01.*to=20\\d\\d-12-31", reader.Page.Url);
        reader.CheckConsole();
    }

    [Fact]
    public async Task KeysFocusSuggestAndOpen()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/");
        await reader.Page.Keyboard.PressAsync("/");
        var box = reader.Page.Locator("#q");
        Assert.True(await box.EvaluateAsync<bool>("e => e === document.activeElement"));
        await box.PressSequentiallyAsync("chi thi 04");
        await reader.Page.Locator("[role=option]").First.WaitForAsync();
        Assert.Equal("true", await box.GetAttributeAsync("aria-expanded"));
        await reader.CheckAccessAsync("suggestions");
        await reader.Page.Keyboard.PressAsync("ArrowDown");
        var active = await box.GetAttributeAsync("aria-activedescendant");
        Assert.Equal("true", await reader.Page.Locator("#" + active).GetAttributeAsync("aria-selected"));
        await reader.Page.Keyboard.PressAsync("Escape");
        Assert.Equal("chi thi 04", await box.InputValueAsync());
        Assert.Equal("false", await box.GetAttributeAsync("aria-expanded"));
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.Locator(".hit").First.WaitForAsync();

        // From hit to hit, and into one.
        await reader.Page.Keyboard.PressAsync("ArrowDown");
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.ArriveAsync("**/van-ban/**");
        reader.CheckConsole();
    }

    [Fact]
    public async Task OnAPhoneTheFiltersAreASheet()
    {
        await using var reader = await site.ReaderAsync(Screen.Phone);
        await reader.GoAsync("/?q=doi+ngoai");
        var facet = reader.Page.Locator(".facet a").First;
        Assert.False(await facet.IsVisibleAsync());
        await reader.Page.Locator(".bar [popovertarget]").ClickAsync();
        Assert.True(await facet.IsVisibleAsync());
        await reader.CheckAccessAsync("filters on a phone");
        await reader.Page.Keyboard.PressAsync("Escape");
        Assert.False(await facet.IsVisibleAsync());
        await reader.Page.Locator(".bar [popovertarget]").ClickAsync();
        await facet.ClickAsync();
        await reader.Page.Locator(".chip").WaitForAsync();
        reader.CheckConsole();
    }

    [Fact]
    public async Task AWantedNumberIsNamedWhereNothingMatches()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/con-thieu");
        var name = await reader.Page.Locator("main table a").First.InnerTextAsync();
        await reader.GoAsync($"/?q={Uri.EscapeDataString(name.Split(' ')[^1])}&from=1900-01-01&to=1900-12-31");
        Assert.True(await reader.Page.Locator(".empty a[href^='/van-ban/']").CountAsync() > 0);
        reader.CheckConsole();
    }

    [Fact]
    public async Task OpenCitationsNameTheirCandidatesAndReasons()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/con-thieu");
        var open = reader.Page.Locator("#de-ngo ~ ul.related > li");
        Assert.SkipWhen(await open.CountAsync() == 0, "Every citation of this collection is settled.");
        Assert.NotEqual("", (await open.First.Locator("p.dim").InnerTextAsync()).Trim());
        var candidates = open.Locator("ul.candidates a");
        Assert.SkipWhen(await candidates.CountAsync() == 0, "No open citation of this collection has a candidate.");
        await candidates.First.ClickAsync();
        await reader.ArriveAsync("**/van-ban/**");
        reader.CheckConsole();
    }

    [Fact]
    public async Task AnErrorSpeaksTheReadersLanguage()
    {
        await using var reader = await site.ReaderAsync();
        await reader.Page.GotoAsync("/van-ban/khong-co?lang=en");
        var text = await reader.Page.Locator("main").InnerTextAsync();
        Assert.Contains("There is no document", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Không tìm thấy", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEmptyResultHelps()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/?q=xyzzyplughwfjz+wfjzxyzzyplugh+zzwjfplughxyz&type=chi-thi");
        Assert.True(await reader.Page.Locator(".empty a").CountAsync() >= 3);
        await reader.Page.Locator(".empty a").First.ClickAsync();
        Assert.DoesNotContain("type=", reader.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheLanguageChangesAndStays()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/?q=doi+ngoai");
        await reader.Page.Locator("a[hreflang=en]").ClickAsync();
        await reader.Page.Locator("html[lang=en]").WaitForAsync();
        Assert.Contains("q=doi", reader.Page.Url, StringComparison.Ordinal);
        await reader.GoAsync("/danh-muc");
        Assert.Equal("en", await reader.Page.Locator("html").GetAttributeAsync("lang"));
        await reader.Page.Locator("a[hreflang=vi]").ClickAsync();
        await reader.Page.Locator("html[lang=vi]").WaitForAsync();
        reader.CheckConsole();
    }

    [Fact]
    public async Task EverythingWorksWithoutScripts()
    {
        await using var reader = await site.ReaderAsync(Screen.NoScript);
        await reader.GoAsync("/");
        await reader.Page.Locator("#q").FillAsync("doi ngoai");
        await reader.Page.Locator("#search button").ClickAsync();
        await reader.Page.Locator(".facet a").First.ClickAsync();
        await reader.Page.Locator(".hit h2 a").First.ClickAsync();
        await reader.Page.Locator("a[href^='/do-thi/']").First.ClickAsync();
        Assert.True(await reader.Page.Locator("#graph-list [data-key]").CountAsync() > 0);
        await reader.Page.Locator("select[name=depth]").SelectOptionAsync("2");
        await reader.Page.Locator("#graph-filters button").ClickAsync();
        Assert.Contains("depth=2", reader.Page.Url, StringComparison.Ordinal);
    }

    private static async Task<int> Count(Reader reader)
    {
        var text = await reader.Page.Locator("[role=status] strong").InnerTextAsync();
        return int.Parse(new string([.. text.Where(char.IsAsciiDigit)]), System.Globalization.CultureInfo.InvariantCulture);
    }
}
