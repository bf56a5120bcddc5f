using Microsoft.Playwright;
using Search.Testing;

namespace Search.Pages.Tests;

/// <summary>
/// Every page in every look: nothing breaks a rule of accessibility, nothing runs out of the window, the console is
/// silent. The theme changes colors alone and the width all else, so that a wide bright window and a narrow dark one say what
/// can be said. The whole campaign has all looks, and puts a picture of each page into <c>screenshots/</c>, which is not
/// committed, for people to judge.
/// </summary>
[Collection("site")]
public sealed class LooksTests(Site site)
{
    /// <summary>Where pictures for people to judge lie; it is not committed.</summary>
    internal static readonly string Folder = Directory.CreateDirectory(Path.Combine(RepositoryFiles.Root, "screenshots")).FullName;

    private static readonly Dictionary<string, string> Pages = new(StringComparer.Ordinal)
    {
        ["start"] = "/",
        ["results"] = "/?q=đối+ngoại+nhân+dân",
        ["results-filtered"] = "/?q=doi+ngoai&type=chi-thi&from=2000-01-01",
        ["results-by-year"] = "/?q=doi+ngoai&mode=history",
        ["results-none"] = "/?q=%22xyzzy+plugh%22",
        ["results-wrong"] = "/?q=nam:abc",
        ["document"] = "/van-ban/02-hd-bdntw-2017-01-16?q=đối+ngoại",
        ["document-cited"] = "/van-ban/04-ct-tw-2011-07-06",
        ["graph"] = "/do-thi/04-ct-tw-2011-07-06?depth=2",
        ["history"] = "/lich-su?q=đối+ngoại+nhân+dân",
        ["history-document"] = "/lich-su/04-ct-tw-2011-07-06",
        ["list"] = "/danh-muc",
        ["list-filtered"] = "/danh-muc?loai=chi-thi&sap=dan",
        ["how-to-search"] = "/cach-tim",
        ["guide"] = "/huong-dan",
        ["wanted"] = "/con-thieu",
        ["status"] = "/tinh-trang",
        ["missing"] = "/van-ban/khong-co",
        ["ambiguous"] = "/van-ban/36-NQ%2FTW",
        ["compare"] = "/so-sanh?a=04-ct-tw-2011-07-06&b=02-hd-bdntw-2017-01-16",
        ["compare-one"] = "/so-sanh?a=04-ct-tw-2011-07-06&b=36-NQ%2FTW",
        ["files"] = "/tinh-trang/tep",
        ["upload"] = "/nap",
        ["english"] = "/?q=đối+ngoại&lang=en",
    };

    public static TheoryData<string> Screens =>
        [.. ((Screen[])[Screen.Wide, Screen.PhoneDark, .. Campaign.IsWhole ? [Screen.WideDark, Screen.Phone, Screen.Tablet, Screen.NoScript] : (Screen[])[]]).Select(screen => screen.Name)];

    [Theory]
    [MemberData(nameof(Screens))]
    public Task EveryPageIsWholeAndOpenToAll(string screen) => Look(Screen.Named(screen));

    private async Task Look(Screen screen)
    {
        await using var reader = await site.ReaderAsync(screen);
        var found = new List<string>();
        foreach (var (name, path) in await All(reader))
        {
            var what = $"{name} ({screen.Name})";
            await reader.Page.GotoAsync(path);
            Assert.Equal(1, await reader.Page.Locator("main h1").CountAsync());
            if (screen.HasScript && name.StartsWith("graph", StringComparison.Ordinal))
            {
                await reader.Page.Locator("[data-ready=true]").WaitForAsync();
            }

            if (Campaign.IsWhole)
            {
                await reader.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}.{screen.Name}.png") });
            }

            try
            {
                await reader.CheckWidthAsync(what);
                if (screen.AccessRules is { } rules)
                {
                    await reader.CheckAccessAsync(what, rules);
                }
            }
            catch (Xunit.Sdk.XunitException e)
            {
                found.Add(e.Message);
            }
        }

        Assert.True(found.Count == 0, string.Join("\n\n", found));
        reader.CheckConsole();
    }

    // A document that is only known by citation has no fixed name: the most wanted one.
    private static async Task<List<KeyValuePair<string, string>>> All(Reader reader)
    {
        await reader.GoAsync("/con-thieu");
        var stub = await reader.Page.Locator("main table a").First.GetAttributeAsync("href");
        return [.. Pages, new("stub", stub!), new("graph-stub", "/do-thi/" + stub!.Split('/')[^1])];
    }
}
