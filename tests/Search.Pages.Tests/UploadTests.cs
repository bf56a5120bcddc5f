using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Search.Application.Accounts;
using Search.Testing;

namespace Search.Pages.Tests;

/// <summary>Files are brought in and refused ones settled in the pages, with a script and without.</summary>
[Collection("site")]
public sealed class UploadTests(Site site, UploadTests.EmptyHost empty) : IClassFixture<UploadTests.EmptyHost>
{
    private SearchHost Host => empty.Host;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FilesAreSentAndTheOutcomeOfEachIsSaid(bool hasScript)
    {
        var number = hasScript ? 31 : 33;
        await using var reader = await StaffAsync(hasScript ? Screen.Wide : Screen.NoScript);
        await reader.GoAsync(Host.Address + "/nap");
        await reader.Page.Locator("input[type=file]").SetInputFilesAsync([Paper(number), File("hinh.png", "\u0089PNG")]);
        if (!hasScript)
        {
            await reader.Page.Locator(".upload button").ClickAsync();
        }

        var outcomes = reader.Page.Locator(".outcomes > li");
        await outcomes.Filter(new() { HasText = "bị cách ly" }).WaitForAsync();
        await outcomes.Filter(new() { HasText = "Đã nạp" }).WaitForAsync();
        Assert.Equal(2, await outcomes.CountAsync());
        await outcomes.Locator("a").First.ClickAsync();
        await reader.ArriveAsync("**/van-ban/**");
        Assert.Contains($"{number}-KH/TU", await reader.Page.Locator(".meta").InnerTextAsync(), StringComparison.Ordinal);

        // The refused file is tried again, then released.
        await reader.GoAsync(Host.Address + "/tinh-trang");
        await reader.Page.Locator("form[action$=thu-lai] button").ClickAsync();
        await reader.ArriveAsync("**/nap?viec=**");
        await outcomes.Filter(new() { HasText = "bị cách ly" }).WaitForAsync();
        await reader.GoAsync(Host.Address + "/tinh-trang");
        await reader.Page.Locator("form[action$=bo] button").ClickAsync();
        await reader.ArriveAsync("**/tinh-trang#cach-ly");
        reader.CheckConsole();
    }

    [Fact]
    public async Task FilesAreDropped()
    {
        await using var reader = await StaffAsync(Screen.Wide);
        await reader.GoAsync(Host.Address + "/nap");
        await reader.Page.EvaluateAsync(
            """
            text => {
              const data = new DataTransfer();
              data.items.add(new File([text], "ke-hoach.txt", { type: "text/plain" }));
              document.querySelector("[data-upload]").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
            }
            """,
            System.Text.Encoding.UTF8.GetString(Paper(32).Buffer!));
        await reader.Page.Locator(".outcomes a").WaitForAsync();
        Assert.Contains("32-KH/TU", await reader.Page.Locator(".outcomes").InnerTextAsync(), StringComparison.Ordinal);
        await reader.CheckAccessAsync("uploaded");
        reader.CheckConsole();
    }

    [Fact]
    public async Task WhoMayOnlyReadIsLedToSignInAndCannotSend()
    {
        await using var reader = await site.ReaderAsync(Screen.NoScript);
        await reader.GoAsync(Host.Address + "/nap");
        Assert.Equal(0, await reader.Page.Locator("input[type=file]").CountAsync());
        Assert.True(await reader.Page.Locator("main a[href^='/dang-nhap']").IsVisibleAsync());
        using var content = new MultipartFormDataContent { { new StringContent("x"), "files", "x.txt" } };
        using var answer = await Host.Client.PostAsync(new Uri("/nap", UriKind.Relative), content);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private async Task<Reader> StaffAsync(Screen screen)
    {
        var key = Host.Services.GetRequiredService<ApiKeyStore>().Create("staff", [Scopes.Search, Scopes.Read, Scopes.Ingest], lifetime: null).Text;
        var reader = await site.ReaderAsync(screen);
        await reader.Page.SetExtraHTTPHeadersAsync([new("X-Api-Key", key)]);
        return reader;
    }

    private static FilePayload Paper(int number) => File(
        $"ke-hoach-{number}.txt",
        $"TỈNH ỦY LÂM ĐỒNG                         ĐẢNG CỘNG SẢN VIỆT NAM\n*                                        Lâm Đồng, ngày 05 tháng 3 năm 2018\nSố {number}-KH/TU\n\nKẾ HOẠCH\nthực hiện Chỉ thị số 04-CT/TW, ngày 06/7/2011 của Ban Bí thư\n\nCăn cứ Chỉ thị số 04-CT/TW, Ban Thường vụ Tỉnh ủy ban hành kế hoạch.\n");

    private static FilePayload File(string name, string text) =>
        new() { Name = name, MimeType = "application/octet-stream", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };

    /// <summary>A host that nothing was brought into yet.</summary>
    public sealed class EmptyHost : IAsyncLifetime
    {
        private readonly string _corpus = Directory.CreateTempSubdirectory("search-pages-upload-").FullName;

        public SearchHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Host = await SearchHost.StartAsync(("Search:Corpus", _corpus));

        public async ValueTask DisposeAsync()
        {
            await Host.DisposeAsync();
            Directory.Delete(_corpus, recursive: true);
        }
    }
}
