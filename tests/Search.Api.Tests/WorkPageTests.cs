using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Search.Application.Accounts;
using Search.Testing;

namespace Search.Api.Tests;

/// <summary>The pages by which people correct, follow, note and collect, over the real host.</summary>
public sealed class WorkPageTests : IAsyncLifetime
{
    private const string Password = "con đường cái quan 1954";
    private const string Plan = "/van-ban/125-kh-tu-lam-dong-2017-05-04";
    private SearchHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await SearchHost.StartAsync(("Search:Watch", "false"), ("Search:IngestOnStart", "true"));

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task AnArchivistCorrectsSettlesFollowsAndCollects()
    {
        using var browser = await SignInAsync("ha", Roles.Archivist, "Lê Thị Hà");

        // A field, its history on the page of the document, and the way back.
        Assert.Equal(200, await browser.GetAsync(Plan + "/sua?truong=place"));
        Assert.Equal(400, await browser.PostAsync(Plan + "/sua", ("kind", "field"), ("field", "date"), ("value", "hôm qua")));
        Assert.Equal(200, await browser.GetAsync(Plan + "/sua?truong=place"));
        Assert.Equal(200, await browser.PostAsync(Plan + "/sua", ("kind", "field"), ("field", "place"), ("value", "Lâm Đồng"), ("reason", "bản giấy")));
        Assert.Contains("do Lê Thị Hà sửa, ngày ", Text(browser), StringComparison.Ordinal);
        Assert.Contains("(bản giấy) · đã áp dụng", Text(browser), StringComparison.Ordinal);
        var history = browser.Page;
        await browser.GetAsync(Plan);
        Assert.Contains("do Lê Thị Hà sửa, ngày ", Text(browser), StringComparison.Ordinal);
        await browser.GetAsync(Plan + "/sua");
        var undo = "/sua/" + history.Split("action=\"/sua/")[1].Split('"')[0];
        Assert.Equal(200, await browser.PostAsync(undo));
        Assert.Contains("đã bỏ bởi ha", Text(browser), StringComparison.Ordinal);
        await browser.GetAsync(Plan);
        Assert.DoesNotContain("do Lê Thị Hà sửa", Text(browser), StringComparison.Ordinal);

        // A form without its token changes nothing.
        Assert.NotEqual(200, await browser.ForgeAsync(Plan + "/sua", ("kind", "field"), ("field", "place"), ("value", "x")));
        Assert.NotEqual(200, await browser.ForgeAsync("/gio/bo-vao", ("document", "04-CT/TW"), ("basket", "x")));

        Assert.Equal(200, await browser.GetAsync("/viec"));
        Assert.Contains("Dẫn chiếu còn ngỏ", Text(browser), StringComparison.Ordinal);

        Assert.Equal(200, await browser.GetAsync("/theo-doi?van-ban=04-ct-tw-2011-07-06"));
        Assert.Equal(200, await browser.PostAsync("/theo-doi", ("kind", "cited-by"), ("name", "Ai dẫn Chỉ thị 04")));
        Assert.Contains("Ai dẫn Chỉ thị 04", Text(browser), StringComparison.Ordinal);
        Assert.Equal(200, await browser.GetAsync("/theo-doi?q=đối ngoại&type=chi-thi"));
        Assert.Equal(200, await browser.PostAsync("/theo-doi", ("query", "đối ngoại")));
        Assert.Equal(400, await browser.PostAsync("/theo-doi", ("query", "  "), ("address", "")));
        await browser.GetAsync("/theo-doi");
        var unfollow = "/theo-doi/" + browser.Page.Split("action=\"/theo-doi/")[1].Split('"')[0];
        Assert.Equal(200, await browser.PostAsync(unfollow));
        Assert.DoesNotContain(unfollow, browser.Page, StringComparison.Ordinal);

        Assert.Equal(200, await browser.GetAsync("/gio?van-ban=04-ct-tw-2011-07-06"));
        Assert.Equal(200, await browser.PostAsync("/gio/bo-vao", ("basket", "Đối ngoại")));
        var export = browser.Page.Split("href=\"/gio/")[1].Split('"')[0];
        await browser.GetAsync("/gio/" + export);
        Assert.Contains("ID  - 04-CT/TW@2011-07-06", browser.Page, StringComparison.Ordinal);
        Assert.Equal(200, await browser.GetAsync("/gio?van-ban=125-kh-tu-lam-dong-2017-05-04"));
        Assert.Equal(400, await browser.PostAsync("/ghi-chu", ("text", "x"), ("quote", "không có chữ này")));
        Assert.Equal(200, await browser.GetAsync("/gio?van-ban=125-kh-tu-lam-dong-2017-05-04"));
        Assert.Equal(200, await browser.PostAsync("/ghi-chu", ("text", "Hỏi lại Văn phòng."), ("quote", "trong quý II")));
        Assert.Contains("Hỏi lại Văn phòng.", Text(browser), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEditorDecidesReadingsOfAScanAndMergesAWantedDocument()
    {
        const string Page = "/van-ban/88-kh-tu-dak-nong-2019-06-03";
        await IngestAsync("quet.txt", "Số 88-KH/TU\tGia Nghĩa, ngày 03 tháng 6 năm 2019\n\nKẾ HOẠCH\nvề chợ phiên\n\nCác ngành quan tâm, đầy mạnh; sắp xếp đơn vị sự nghiêp công lập.");
        using var browser = await SignInAsync("ha", Roles.Editor, "Lê Thị Hà");
        Assert.Equal(200, await browser.GetAsync(Page));
        Assert.Contains("Có lẽ là: đẩy mạnh", Text(browser), StringComparison.Ordinal);

        await browser.GetAsync(Page + "/sua");
        var starts = browser.Page.Split("name=\"start\" value=\"").Skip(1).Select(part => part.Split('"')[0]).Distinct(StringComparer.Ordinal).ToList();
        Assert.Equal(2, starts.Count);
        Assert.Equal(200, await browser.PostAsync(Page + "/sua", ("kind", "repair"), ("start", starts[0]), ("value", "đẩy mạnh")));
        Assert.Equal(200, await browser.PostAsync(Page + "/sua", ("kind", "repair"), ("start", starts[1]), ("value", "")));
        Assert.Contains("đầy mạnh → đẩy mạnh", Text(browser), StringComparison.Ordinal);
        Assert.Contains("sự nghiêp → (bản quét đúng)", Text(browser), StringComparison.Ordinal);

        await browser.GetAsync(Page);
        Assert.Contains("Bản quét ghi: đầy mạnh", Text(browser), StringComparison.Ordinal);
        Assert.Contains("do Lê Thị Hà sửa, ngày ", Text(browser), StringComparison.Ordinal);
        Assert.DoesNotContain("Có lẽ là:", Text(browser), StringComparison.Ordinal);
        await MergesAWantedDocumentAsync(browser);
    }

    private async Task MergesAWantedDocumentAsync(Browser browser)
    {
        await IngestAsync("dan.txt", "Số 89-KH/TU\tGia Nghĩa, ngày 03 tháng 6 năm 2019\n\nKẾ HOẠCH\nvề chợ phiên\n\nThực hiện Chỉ thị số 04-CT/TW ngày 07/6/2011 của Ban Bí thư.");

        // A wanted document that is another one: the form ends on the page of that one, and its way back on the old page.
        const string Wanted = "/van-ban/04-ct-tw-2011-06-07/sua";
        Assert.Equal(200, await browser.GetAsync(Wanted));
        Assert.Equal(200, await browser.PostAsync(Wanted, ("kind", "merge"), ("value", "04-CT/TW@2011-07-06")));
        Assert.StartsWith("/van-ban/04-ct-tw-2011-07-06/sua", browser.Path, StringComparison.Ordinal);
        Assert.Contains("04-CT/TW@2011-06-07 → 04-CT/TW@2011-07-06", Text(browser), StringComparison.Ordinal);
        Assert.Equal(308, await browser.GetAsync("/van-ban/04-ct-tw-2011-06-07"));
        await browser.GetAsync(Wanted);
        Assert.Equal(200, await browser.PostAsync("/sua/" + browser.Page.Split("action=\"/sua/")[1].Split('"')[0], ("ve", Wanted)));
        Assert.StartsWith(Wanted, browser.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReaderKeepsThingsAndCorrectsNothing()
    {
        using var browser = await SignInAsync("an", Roles.Reader, null);
        Assert.Equal(403, await browser.GetAsync(Plan + "/sua"));
        Assert.Equal(403, await browser.GetAsync("/viec"));
        Assert.Equal(200, await browser.GetAsync("/gio"));
        using var nobody = new Browser(_host.Address);
        await nobody.GetAsync("/theo-doi");
        Assert.StartsWith("/dang-nhap", nobody.Path, StringComparison.Ordinal);
    }

    private static string Text(Browser browser) => WebUtility.HtmlDecode(browser.Page);

    private async Task IngestAsync(string name, string text)
    {
        var path = Path.Combine(_host.Folder, name);
        await File.WriteAllTextAsync(path, $"TỈNH ỦY ĐẮK NÔNG\tĐẢNG CỘNG SẢN VIỆT NAM\n\n{text}\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nTrần Văn Lâm\n");
        await _host.Services.GetRequiredService<Collections.CollectionRegistry>().Open.System.IngestAsync([path]);
    }

    private async Task<Browser> SignInAsync(string name, string role, string? shown)
    {
        var (_, link) = _host.Services.GetRequiredService<AccountService>().Add(name, role, null, shown, TimeSpan.FromHours(1));
        var browser = new Browser(_host.Address);
        await browser.GetAsync("/dang-nhap/lien-ket/" + link);
        Assert.Equal(200, await browser.PostAsync(browser.Path, ("password", Password), ("again", Password)));
        return browser;
    }
}
