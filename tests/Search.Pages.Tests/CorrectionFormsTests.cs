using Search.Application.Accounts;

namespace Search.Pages.Tests;

/// <summary>The forms of corrections in a real browser: what is filled in is done, shown, and taken back.</summary>
[Collection("site")]
public sealed class CorrectionFormsTests(Site site)
{
    private const string Person = "Lê Thị Hà";
    private const string Title = "Về chợ phiên và đường về bản";

    [Fact]
    public async Task AWantedDocumentIsNamedAndADocumentBeginsWhereAPersonSays()
    {
        await using var reader = await site.ReaderAsync();
        var page = reader.Page;
        await site.SignInAsync(reader, "ha.le", Roles.Archivist, Person);

        // A document that is only cited: its title is filled in on its page, and stands in the list of wanted ones.
        using var http = new HttpClient();
        using var wanted = System.Text.Json.JsonDocument.Parse(await http.GetStringAsync(site.Address + "/api/stubs?limit=100"));
        var stub = wanted.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("document"))
            .First(document => document.GetProperty("status").GetString() is "stub" && document.TryGetProperty("date", out _) && document.TryGetProperty("number", out _))
            .GetProperty("url").GetString()!;
        await reader.GoAsync(stub + "/sua");
        Assert.Equal(1, await page.Locator("form[action='/viec/da-biet'] input[name=title]").CountAsync());
        await page.Locator("form[action='/viec/da-biet'] input[name=title]").FillAsync(Title);
        await page.Locator("form[action='/viec/da-biet'] input[name=reason]").FillAsync("sổ công văn");
        await page.Locator("form[action='/viec/da-biet'] button").ClickAsync();
        await reader.ArriveAsync($"**{stub}/sua?xong=true**");
        Assert.Contains(Title, await page.Locator("ul.history").InnerTextAsync(), StringComparison.Ordinal);
        await reader.CheckAccessAsync("edit");
        foreach (var list in (string[])["/con-thieu", stub])
        {
            await reader.GoAsync(list);
            Assert.Contains(Title, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        }

        Assert.Contains(Person, await page.Locator(".doc-head .badge.stub").AllInnerTextsAsync() is var badges ? string.Join(' ', badges) : "", StringComparison.Ordinal);
        await UndoAsync(reader, stub);
        await reader.GoAsync(stub);
        Assert.DoesNotContain(Title, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        // Where a document ends: the words are copied from its text.
        const string Plan = "/van-ban/125-kh-tu-lam-dong-2017-05-04";
        await reader.GoAsync(Plan);
        var paragraphs = await page.Locator(".text p").AllInnerTextsAsync();
        await reader.GoAsync(Plan + "/sua");
        Assert.Equal(1, await page.Locator("#pham-vi + details summary").CountAsync());
        await page.Locator("#pham-vi + details summary").ClickAsync();
        await page.Locator("textarea[name=to]").FillAsync(paragraphs[^3].Replace("¶", "", StringComparison.Ordinal).Trim());
        await page.Locator("#pham-vi + details button").ClickAsync();
        await reader.ArriveAsync($"**{Plan}/sua?xong=true**");
        Assert.Contains("đã áp dụng", await page.Locator("ul.history").InnerTextAsync(), StringComparison.Ordinal);
        await reader.GoAsync(Plan);
        Assert.DoesNotContain(paragraphs[^1].Replace("¶", "", StringComparison.Ordinal).Trim(), await page.Locator(".text").InnerTextAsync(), StringComparison.Ordinal);
        await UndoAsync(reader, Plan);
        await reader.GoAsync(Plan);
        Assert.Equal(paragraphs, await page.Locator(".text p").AllInnerTextsAsync());
        reader.CheckConsole();
    }

    private static async Task UndoAsync(Reader reader, string address)
    {
        await reader.GoAsync(address + "/sua");
        await reader.Page.Locator("ul.history form button").First.ClickAsync();
        await reader.ArriveAsync($"**{address}/sua**");
        await reader.Page.Locator("ul.history", new() { HasText = "đã bỏ bởi" }).WaitForAsync();
    }
}
