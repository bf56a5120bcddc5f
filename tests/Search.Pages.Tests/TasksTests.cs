using Microsoft.Playwright;

namespace Search.Pages.Tests;

/// <summary>The tasks of a reader's day, with the keyboard alone: what is pressed is what the Tab key has reached. And what a page
/// may weigh.</summary>
[Collection("site")]
public sealed class TasksTests(Site site)
{
    private const string Directive = "/van-ban/04-ct-tw-2011-07-06";

    /// <summary>Links that a person may have to pass on the longest of these pages.</summary>
    private const int MostTabs = 600;

    [Fact]
    public async Task FromThePlanToTheDirectiveInOneStep()
    {
        await using var reader = await site.ReaderAsync();
        using var citing = await AskAsync("/api/documents/04-ct-tw-2011-07-06/cited-by");
        var plan = citing.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("document"))
            .First(document => document.GetProperty("type").GetString() is "ke-hoach" or "cong-van").GetProperty("url").GetString()!;
        await reader.GoAsync(plan);
        await EnterAsync(reader, $"#luoc-do a[href='{Directive}']");
        await reader.ArriveAsync("**" + Directive);
        reader.CheckConsole();
    }

    /// <summary>From the start page: the number is typed, its document entered, and the first screen says what became of it.</summary>
    [Theory]
    [InlineData("66-QĐ/TW", "/van-ban/66-qd-tw-2017-02-06")]
    [InlineData("04-CT/TW", Directive)]
    public async Task WhetherADocumentIsInForceIsSeenInOneLook(string number, string path)
    {
        await using var reader = await site.ReaderAsync();
        using var known = await AskAsync("/api/documents/" + path.Split('/')[^1] + "/validity");
        await reader.GoAsync("/");
        await TabToAsync(reader, "input[name=q]");
        await reader.Page.Keyboard.TypeAsync(number);
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.ArriveAsync("**q=**");
        await EnterAsync(reader, $".hit h2 a[href^='{path}']");
        await reader.ArriveAsync($"**{path}**");
        var line = reader.Page.Locator(".validity");
        Assert.True((await line.BoundingBoxAsync())!.Y < Screen.Wide.Height / 2);
        Assert.Contains(known.RootElement.GetProperty("label").GetString()!, await line.InnerTextAsync(), StringComparison.Ordinal);
        foreach (var evidence in known.RootElement.GetProperty("evidence").EnumerateArray().Take(1))
        {
            Assert.Equal(evidence.GetProperty("text").GetString(), await line.Locator("q").TextContentAsync());
        }

        reader.CheckConsole();
    }

    [Fact]
    public async Task WhoGuidesADirective()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync(Directive);
        await EnterAsync(reader, "#duoc-dan .box-huong-dan .paper a");
        await reader.Page.WaitForFunctionAsync($"address => location.pathname !== address && {Reader.IsLoaded}", Directive);
        Assert.Contains("hướng dẫn", await reader.Page.Locator(".doc-head .meta").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        reader.CheckConsole();
    }

    [Fact]
    public async Task TheSentenceThatCitesADirectiveInItsText()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync(Directive);
        await EnterAsync(reader, "#duoc-dan .proof a");
        await reader.Page.WaitForFunctionAsync("() => document.querySelector('.text :target') !== null");
        Assert.True(await reader.Page.Locator($".text a.cite[href='{Directive}']").CountAsync() > 0);
        reader.CheckConsole();
    }

    [Fact]
    public async Task AllPapersOfAProvinceAndAYear()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/danh-muc?tinh=" + Uri.EscapeDataString("Quảng Ngãi"));
        await TabToAsync(reader, "select[name=nam]");
        await reader.Page.Keyboard.TypeAsync("2011");
        await EnterAsync(reader, ".filters button");
        await reader.ArriveAsync("**nam=2011**");
        Assert.Contains("552-CV/TU", await reader.Page.Locator(".rows").InnerTextAsync(), StringComparison.Ordinal);
        reader.CheckConsole();
    }

    [Fact]
    public async Task WhatIsNewSinceADay()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/cach-tim");
        await TabToAsync(reader, "input[name=from]");
        // The same in the order of days and months of every language.
        await reader.Page.Keyboard.TypeAsync("01012020");
        await EnterAsync(reader, ".advanced button");
        await reader.Page.Locator(".hit").First.WaitForAsync();
        Assert.Contains("from=2020-01-01", reader.Page.Url, StringComparison.Ordinal);
        reader.CheckConsole();
    }

    [Theory]
    [InlineData("/", 8, 900, 40)]
    [InlineData("/?q=đối+ngoại", 8, 2500, 150)]
    [InlineData(Directive, 8, 2500, 150)]
    [InlineData("/danh-muc", 8, 2500, 200)]
    [InlineData("/do-thi/04-ct-tw-2011-07-06", 10, 2500, 200)]
    [InlineData("/tinh-trang", 8, 2500, 200)]
    public async Task APageStaysLight(string path, int requests, int elements, int kilobytes)
    {
        await using var reader = await site.ReaderAsync();
        var asked = new List<IRequest>();
        reader.Page.Request += (_, request) => asked.Add(request);
        var response = await reader.Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.InRange(asked.Count, 1, requests);
        Assert.InRange((await response!.BodyAsync()).Length, 1, kilobytes * 1024);
        Assert.InRange(await reader.Page.EvaluateAsync<int>("document.querySelectorAll('*').length"), 1, elements);
    }

    private async Task<System.Text.Json.JsonDocument> AskAsync(string path)
    {
        using var http = new HttpClient();
        return System.Text.Json.JsonDocument.Parse(await http.GetStringAsync(site.Address + path));
    }

    /// <summary>Moves the focus on until it is there, as somebody without a mouse does.</summary>
    private static async Task TabToAsync(Reader reader, string what)
    {
        for (var i = 0; i < MostTabs; i++)
        {
            await reader.Page.Keyboard.PressAsync("Tab");
            if (await reader.Page.EvaluateAsync<bool>("what => document.activeElement.matches(what)", what))
            {
                return;
            }
        }

        Assert.Fail($"{reader.Page.Url}: the keyboard does not reach {what}");
    }

    private static async Task EnterAsync(Reader reader, string what)
    {
        await TabToAsync(reader, what);
        await reader.Page.Keyboard.PressAsync("Enter");
    }
}
