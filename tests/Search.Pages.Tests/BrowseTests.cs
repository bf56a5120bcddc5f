using System.Globalization;
using Search.Api.Pages;
using Search.Documents;
using Search.Store;

namespace Search.Pages.Tests;

/// <summary>The list of documents, the advanced form, the pages of errors.</summary>
[Collection("site")]
public sealed class BrowseTests(Site site)
{
    private static readonly string[] Types = ["chi-thi", "nghi-quyet", "ke-hoach", "cong-van"];

    [Fact]
    public void AHundredThousandDocumentsArePagesOfAHundred()
    {
        var all = Enumerable.Range(0, 100_000).Select(i => new DocumentSummary
        {
            Key = DocumentKey.Parse(string.Create(CultureInfo.InvariantCulture, $"{(i % 999) + 1:00}-KH/TU~lam-dong@{1950 + (i % 70)}-{(i % 12) + 1:00}-{(i / 999 % 28) + 1:00}")),
            Header = new DocumentHeader { Type = Types[i % Types.Length], Level = "tinh", Date = new DateOnly(1950 + (i % 70), (i % 12) + 1, (i / 999 % 28) + 1), Title = "Về việc thực hiện" },
            Status = DocumentStatus.Present,
        }).ToList();
        var last = BrowseList.Of(all, new BrowseQuery { Number = 1000 });
        Assert.Equal((100_000, 1000, 100), (last.Total, last.Pages, last.Documents.Count));
        Assert.Equal(1950, last.Documents[^1].Date!.Value.Year);
        var some = BrowseList.Of(all, new BrowseQuery { Type = "chi-thi", Year = "1950" });
        Assert.Equal(all.Count(d => d.Type is "chi-thi" && d.Date!.Value.Year == 1950), some.Total);
        Assert.Equal(some.Total, Assert.Single(some.Facets["loai"]).Count);
        Assert.Empty(BrowseList.Of(all, new BrowseQuery { Number = 1001 }).Documents);
    }

    [Fact]
    public void TheAdvancedFormIsAQuery()
    {
        var address = new AdvancedQuery { Words = "đối ngoại", Phrase = "nhân \"dân\"", Without = "kinh tế", Number = "04-CT/TW", Issuer = "Ban Bí thư", From = "2011-01-01", To = "" }.Address();
        Assert.Equal("/?q=" + Uri.EscapeDataString("đối ngoại \"nhân dân\" -kinh -tế so:\"04-CT/TW\" coquan:\"Ban Bí thư\"") + "&from=2011-01-01", address);
        Assert.Equal("/", new AdvancedQuery().Address());
    }

    [Fact]
    public async Task TheListIsFilteredAndSortedWithoutScripts()
    {
        await using var reader = await site.ReaderAsync(Screen.NoScript);
        await reader.GoAsync("/danh-muc");
        var all = await reader.Page.Locator(".rows > li").CountAsync();
        await reader.Page.Locator("select[name=loai]").SelectOptionAsync("chi-thi");
        await reader.Page.Locator("select[name=sap]").SelectOptionAsync("dan");
        await reader.Page.Locator(".filters button").ClickAsync();
        Assert.InRange(await reader.Page.Locator(".rows > li").CountAsync(), 1, all - 1);
        Assert.Contains("04-CT/TW", await reader.Page.Locator(".rows > li").First.InnerTextAsync(), StringComparison.Ordinal);
        await reader.Page.Locator(".chip").First.ClickAsync();
        Assert.Equal(all, await reader.Page.Locator(".rows > li").CountAsync());
    }

    [Fact]
    public async Task EveryExampleOfTheHelpFindsSomething()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoAsync("/cach-tim");
        var links = await reader.Page.Locator("table a").EvaluateAllAsync<string[]>("links => links.map(link => link.pathname + link.search)");
        Assert.True(links.Length > 8);
        using var http = new HttpClient();
        foreach (var link in links)
        {
            using var answer = System.Text.Json.JsonDocument.Parse(await http.GetStringAsync(site.Address + "/api/search" + link[1..]));
            Assert.True(answer.RootElement.GetProperty("total").GetProperty("value").GetInt32() > 0, Uri.UnescapeDataString(link));
        }
    }

    [Fact]
    public async Task APageThatIsMissingNamesWhatMayBeMeant()
    {
        await using var reader = await site.ReaderAsync();
        await reader.Page.GotoAsync("/van-ban/36-NQ%2FTW");
        var links = reader.Page.Locator(".candidates-list .paper a");
        Assert.Equal(2, await links.CountAsync());
        await links.First.ClickAsync();
        await reader.ArriveAsync("**/van-ban/*-20*");
        Assert.True(await reader.Page.Locator("article.document").IsVisibleAsync());
    }

    [Fact]
    public async Task ANumberThatOneDocumentBearsOpensThatDocument()
    {
        await using var reader = await site.ReaderAsync();
        await reader.Page.GotoAsync("/van-ban/02-hd-bdntw");
        Assert.True(await reader.Page.Locator("article.document").IsVisibleAsync());
        Assert.Contains("02-HD/BĐNTW", await reader.Page.Locator("h1").First.InnerTextAsync() + await reader.Page.TitleAsync(), StringComparison.Ordinal);
    }
}
