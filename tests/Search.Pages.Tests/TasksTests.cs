using Microsoft.Playwright;

namespace Search.Pages.Tests;

/// <summary>The tasks of an archivist's day, with the keyboard alone; and what a page may weigh.</summary>
[Collection("site")]
public sealed class TasksTests(Site site)
{
    private const string Directive = "/van-ban/04-ct-tw-2011-07-06";

    [Fact]
    public async Task FromThePlanToTheDirectiveInOneStep()
    {
        await using var reader = await site.ReaderAsync();
        using var citing = await AskAsync("/api/documents/04-ct-tw-2011-07-06/cited-by");
        var plan = citing.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("document"))
            .First(document => document.GetProperty("type").GetString() is "ke-hoach" or "cong-van").GetProperty("url").GetString()!;
        await reader.GoAsync(plan);
        await PressAsync(reader, $"#luoc-do a[href='{Directive}']");
        await reader.ArriveAsync("**" + Directive);
        reader.CheckConsole();
    }

    [Fact]
    public async Task WhetherADocumentIsInForceIsSeenInOneLook()
    {
        await using var reader = await site.ReaderAsync();
        using var known = await AskAsync("/api/documents/04-ct-tw-2011-07-06/validity");
        await reader.GoAsync(Directive);
        var line = reader.Page.Locator(".validity");
        Assert.True((await line.BoundingBoxAsync())!.Y < Screen.Wide.Height / 2);
        Assert.Contains(known.RootElement.GetProperty("label").GetString()!, await line.InnerTextAsync(), StringComparison.Ordinal);
        foreach (var evidence in known.RootElement.GetProperty("evidence").EnumerateArray().Take(1))
        {
            Assert.Equal(evidence.GetProperty("text").GetString(), await line.Locator("q").TextContentAsync());
        }
    }

    [Fact]
    public async Task WhoGuidesADirectiveAndTheSentenceInItsText()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync(Directive);
        Assert.True(await reader.Page.Locator("#duoc-dan .box-huong-dan .paper a").First.IsVisibleAsync());
        await PressAsync(reader, "#duoc-dan li > .proof a");
        await reader.Page.WaitForFunctionAsync("document.querySelector('.text :target') !== null");
        Assert.True(await reader.Page.Locator($".text a.cite[href='{Directive}']").CountAsync() > 0);
        reader.CheckConsole();
    }

    [Fact]
    public async Task AllPapersOfAProvinceAndAYear()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/danh-muc?tinh=" + Uri.EscapeDataString("Quảng Ngãi"));
        await reader.Page.Locator("select[name=nam]").FocusAsync();
        await reader.Page.Locator("select[name=nam]").SelectOptionAsync("2011");
        await PressAsync(reader, ".filters button");
        await reader.ArriveAsync("**nam=2011**");
        Assert.Contains("552-CV/TU", await reader.Page.Locator(".rows").InnerTextAsync(), StringComparison.Ordinal);
        reader.CheckConsole();
    }

    [Fact]
    public async Task WhatIsNewSinceADay()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/cach-tim");
        await reader.Page.Locator("input[name=from]").FillAsync("2020-01-01");
        await PressAsync(reader, ".advanced button");
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

    // As a hand on the keyboard does it: the focus goes there, and Enter is pressed.
    private static Task PressAsync(Reader reader, string what) => reader.Page.Locator(what).First.PressAsync("Enter");
}
