using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace Search.Pages.Tests;

/// <summary>The graph page as readers use it.</summary>
[Collection("site")]
public sealed class GraphPageTests(Site site)
{
    private const string Graph = "/do-thi/04-ct-tw-2011-07-06";

    [Fact]
    public async Task ExpandingAddsDocumentsAndCollapsingTakesThemAway()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoToGraphAsync(Graph);
        var items = reader.Page.Locator("#graph-list [data-key]");
        var before = await items.CountAsync();
        var grew = false;
        // Some neighbors know nobody else; one of them does.
        for (var i = 1; i < before && !grew; i++)
        {
            await items.Nth(i).Locator("[data-pick]").ClickAsync();
            var expand = reader.Page.Locator("#graph-panel [data-act=expand]");
            if (await expand.CountAsync() == 0)
            {
                continue;
            }

            await expand.ClickAsync();
            await reader.Page.Locator("#graph-panel [data-act=expand][aria-expanded=true]").WaitForAsync();
            grew = await items.CountAsync() > before;
            await expand.ClickAsync();
            await reader.Page.Locator("#graph-panel [data-act=expand][aria-expanded=false]").WaitForAsync();
            Assert.Equal(before, await items.CountAsync());
        }

        Assert.True(grew);
        reader.CheckConsole();
    }

    [Fact]
    public async Task FiltersGoIntoTheAddressAndTheListFollows()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoToGraphAsync(Graph + "?depth=2");
        var items = reader.Page.Locator("#graph-list [data-key]");
        var before = await items.CountAsync();
        await reader.Page.Locator(".choices summary").First.ClickAsync();
        await reader.Page.Locator("input[name=relation]").First.CheckAsync();
        await reader.Page.WaitForFunctionAsync("() => location.search.includes('relation=')");
        await reader.Page.WaitForFunctionAsync("n => document.querySelectorAll('#graph-list [data-key]').length < n", before);
        Assert.True(await items.CountAsync() > 0);
        // The address alone leads to the same.
        var shown = await items.CountAsync();
        await reader.GoToGraphAsync(new Uri(reader.Page.Url).PathAndQuery);
        Assert.Equal(shown, await items.CountAsync());
        reader.CheckConsole();
    }

    [Fact]
    public async Task AnArrowShowsTheSentenceThatProvesIt()
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoToGraphAsync(Graph);
        await reader.Page.Locator("#graph-list [data-source]").First.FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.Locator("#graph-panel blockquote").First.WaitForAsync();
        await reader.CheckAccessAsync("graph with a sentence");
        reader.CheckConsole();
    }

    [Theory]
    [InlineData("png", "\u0089PNG")]
    [InlineData("svg", "<svg")]
    [InlineData("graphml", "<?xml")]
    public async Task TheGraphIsSaved(string format, string start)
    {
        await using var reader = await site.ReaderAsync();
        await reader.GoToGraphAsync(Graph);
        var download = await reader.Page.RunAndWaitForDownloadAsync(() => reader.Page.Locator($"[data-act={format}]").ClickAsync());
        Assert.Equal("04-ct-tw-2011-07-06." + format, download.SuggestedFilename);
        var bytes = await File.ReadAllBytesAsync((await download.PathAsync())!);
        Assert.StartsWith(start, System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        if (format is not "png")
        {
            System.Xml.Linq.XDocument.Parse(System.Text.Encoding.UTF8.GetString(bytes));
        }

        reader.CheckConsole();
    }

    [Fact]
    public async Task TwoThousandDocumentsAreDrawn()
    {
        await using var reader = await site.ReaderAsync();
        var data = Many(2000, 3000);
        await reader.Page.RouteAsync("**" + Graph, async route =>
        {
            var answer = await route.FetchAsync();
            var html = await answer.TextAsync();
            var at = html.IndexOf("<template id=\"graph-data\">", StringComparison.Ordinal);
            var end = html.IndexOf("</template>", at, StringComparison.Ordinal);
            await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Body = html[..at] + "<template id=\"graph-data\">" + data + html[end..] });
        });
        await reader.GoToGraphAsync(Graph);
        Assert.StartsWith("Sơ đồ 2000 văn bản", await reader.Page.Locator("#graph-canvas").GetAttributeAsync("aria-label"), StringComparison.Ordinal);
        await reader.Page.Locator("#graph-layout").SelectOptionAsync("time");
        await reader.Page.Locator("[data-act=in]").ClickAsync();
        reader.CheckConsole();
    }

    [Fact]
    public async Task FurtherDocumentsJoinTheGraphByParts()
    {
        // As many documents as two parts hold, cited by one; small files are quick to take in.
        var corpus = Directory.CreateTempSubdirectory("search-pages-graph-").FullName;
        try
        {
            var mentions = string.Join("; ", Enumerable.Range(1, 620).Select(i => string.Create(CultureInfo.InvariantCulture, $"Kế hoạch số {i + 1000}-KH/TW, ngày {(i % 28) + 1:00}/{(i % 9) + 3}/{1990 + (i % 25)}")));
            await File.WriteAllTextAsync(
                Path.Combine(corpus, "bc.txt"),
                $"BAN BÍ THƯ                         ĐẢNG CỘNG SẢN VIỆT NAM\n*                                        Hà Nội, ngày 05 tháng 3 năm 2018\nSố 77-BC/TW\n\nBÁO CÁO\ntổng kết việc thực hiện các kế hoạch\n\nCăn cứ {mentions}.\n",
                TestContext.Current.CancellationToken);
            await using var host = await Search.Testing.SearchHost.StartAsync(("Search:Corpus", corpus));
            await using var reader = await site.ReaderAsync();
            await reader.GoToGraphAsync(host.Address + "/do-thi/77-bc-tw-2018-03-05");
            var items = reader.Page.Locator("#graph-list [data-key]");
            Assert.Equal(500, await items.CountAsync());
            await reader.Page.Locator("a[data-act=more]").ClickAsync();
            await reader.Page.WaitForFunctionAsync("() => document.querySelectorAll('#graph-list [data-key]').length === 621");
            Assert.Equal(0, await reader.Page.Locator("a[data-act=more]").CountAsync());
            Assert.Equal(621, (await items.EvaluateAllAsync<string[]>("all => all.map(item => item.dataset.key)")).Distinct(StringComparer.Ordinal).Count());
            reader.CheckConsole();

            // The interface gives the same parts.
            var parts = new List<string>();
            foreach (var offset in new[] { 0, 500 })
            {
                using var answer = JsonDocument.Parse(await host.Client.GetStringAsync(new Uri($"/api/graph?key=77-bc-tw-2018-03-05&limit=500&offset={offset}", UriKind.Relative)));
                parts.AddRange(answer.RootElement.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("key").GetString()!));
                Assert.Equal(offset == 0 ? 499 : 121, answer.RootElement.GetProperty("edges").GetArrayLength());
            }

            Assert.Equal(621, parts.Distinct(StringComparer.Ordinal).Count());
        }
        finally
        {
            Directory.Delete(corpus, recursive: true);
        }
    }

    private static string Many(int documents, int citations)
    {
        string[] levels = ["trung-uong", "tinh", "huyen", "co-so"];
        var nodes = Enumerable.Range(0, documents).Select(i => new
        {
            key = i == 0 ? "04-CT/TW@2011-07-06" : $"{i}-KH/TU@2012-01-01",
            slug = $"{i}-kh-tu-2012-01-01",
            url = $"/van-ban/{i}-kh-tu-2012-01-01",
            name = $"Kế hoạch {i}-KH/TU",
            @short = $"{i}-KH/TU",
            title = "Thực hiện",
            type = "ke-hoach",
            date = string.Create(CultureInfo.InvariantCulture, $"{1990 + (i % 35)}-01-01"),
            level = levels[i % 4],
            levelName = levels[i % 4],
            status = i % 3 == 0 ? "stub" : "present",
            citedBy = i % 50,
        }).ToList();
        var edges = Enumerable.Range(0, citations)
            .Select(i => (From: 1 + (i * 7 % (documents - 1)), To: i * 13 % 97))
            .Where(e => e.From != e.To)
            .Distinct()
            .Select(e => new { source = nodes[e.From].key, target = nodes[e.To].key, relation = "thuc-hien", label = "thực hiện" });
        return JsonSerializer.Serialize(new { center = nodes[0].key, nodes, edges });
    }
}
