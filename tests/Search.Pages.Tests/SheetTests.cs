using System.Globalization;
using Microsoft.Playwright;
using Search.Testing;

namespace Search.Pages.Tests;

/// <summary>Pages of original files as pictures, with the place of a paragraph on them: of a printed PDF and of a scan.</summary>
[Collection("site")]
public sealed class SheetTests(Site site) : IAsyncLifetime
{
    // Where the sentence is set on the page, from its upper edge.
    private const double Place = 0.62;
    private const string Sentence = "Giao Văn phòng Tỉnh ủy theo dõi, đôn đốc việc thực hiện kế hoạch này.";

    private readonly string _corpus = Directory.CreateTempSubdirectory("search-pages-sheets-").FullName;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_corpus, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task AParagraphIsFoundOnThePictureOfItsPage()
    {
        await using var reader = await site.ReaderAsync();
        // The papers are no pages of the site, whose content policy would not let them have styles of their own.
        await reader.Page.GotoAsync("about:blank");
        await reader.Page.SetContentAsync(Paper(41) + Paper(41, isSecond: true));
        await File.WriteAllBytesAsync(Path.Combine(_corpus, "in.pdf"), await PrintAsync(reader.Page));
        await reader.Page.SetViewportSizeAsync(794, 1123);
        await reader.Page.SetContentAsync(Paper(42));
        var scan = await reader.Page.ScreenshotAsync(new PageScreenshotOptions { Scale = ScreenshotScale.Device });
        await reader.Page.SetContentAsync($"<style>body{{margin:0}}img{{width:210mm;height:297mm;display:block}}</style><img src='data:image/png;base64,{Convert.ToBase64String(scan)}'>");
        await File.WriteAllBytesAsync(Path.Combine(_corpus, "quet.pdf"), await PrintAsync(reader.Page));
        await using var host = await SearchHost.StartAsync(("Search:Corpus", _corpus));
        await reader.Page.SetViewportSizeAsync(Screen.Wide.Width, Screen.Wide.Height);

        await CheckAsync(reader, host, 41, pages: 2);
        await CheckAsync(reader, host, 42, pages: 1);
        reader.CheckConsole();
    }

    private static async Task CheckAsync(Reader reader, SearchHost host, int number, int pages)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"/van-ban/{number}-kh-tu-lam-dong-2018-03-05");
        // A scan is read after everything else.
        for (var tries = 0; tries < 100 && (await host.Client.GetAsync(new Uri(address, UriKind.Relative))).StatusCode != System.Net.HttpStatusCode.OK; tries++)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        await reader.GoAsync(host.Address + address);
        using var listed = System.Text.Json.JsonDocument.Parse(await host.Client.GetStringAsync(new Uri($"/api/documents/{address.Split('/')[^1]}/pages", UriKind.Relative)));
        Assert.Equal(pages, listed.RootElement.GetProperty("total").GetInt32());
        await reader.Page.Locator(".actions a[href$='/trang/1']").ClickAsync();
        await reader.Page.WaitForFunctionAsync("() => document.querySelector('.sheet img').naturalHeight > 1000");
        Assert.Equal(0, await reader.Page.Locator(".sheet rect").CountAsync());
        await reader.Page.Locator(".sheet-text a", new() { HasText = "đôn đốc" }).First.ClickAsync();
        var box = reader.Page.Locator(".sheet rect").First;
        await box.WaitForAsync();
        var top = double.Parse((await box.GetAttributeAsync("y"))!, CultureInfo.InvariantCulture);
        Assert.InRange(top, Place - 0.02, Place + 0.02);
        await reader.CheckAccessAsync("picture of a page");
        await reader.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(LooksTests.Folder, $"sheet-{number}.wide-light.png") });
        using var missing = await host.Client.GetAsync(new Uri($"/api/documents/{address.Split('/')[^1]}/pages/{pages + 1}", UriKind.Relative));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, missing.StatusCode);
    }

    private static Task<byte[]> PrintAsync(IPage page) => page.PdfAsync(new PagePdfOptions
    {
        Format = "A4",
        PrintBackground = true,
        Margin = new Margin { Top = "0", Bottom = "0", Left = "0", Right = "0" },
    });

    private static string Paper(int number, bool isSecond = false) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        <!DOCTYPE html><html lang="vi"><style>
        body { margin: 0; font: 19px "DejaVu Serif", serif; } .page { position: relative; width: 210mm; height: 296mm; break-after: page; background: #fff; }
        .page p { position: absolute; left: 25mm; right: 20mm; margin: 0; } .page .right { left: 110mm; }
        </style><div class="page">{{(isSecond ? "<p style='top: 30mm'>Nơi nhận: lưu Văn phòng Tỉnh ủy.</p>" : $"""
        <p style="top: 20mm">TỈNH ỦY LÂM ĐỒNG</p><p class="right" style="top: 20mm">ĐẢNG CỘNG SẢN VIỆT NAM</p>
        <p style="top: 34mm">Số {number}-KH/TU</p><p class="right" style="top: 34mm">Lâm Đồng, ngày 05 tháng 3 năm 2018</p>
        <p style="top: 60mm">KẾ HOẠCH</p><p style="top: 70mm">thực hiện Chỉ thị số 04-CT/TW, ngày 06/7/2011 của Ban Bí thư</p>
        <p style="top: 100mm">Căn cứ Chỉ thị số 04-CT/TW, Ban Thường vụ Tỉnh ủy ban hành kế hoạch với các nội dung sau.</p>
        <p style="top: {297 * Place}mm">{Sentence}</p>
        """)}}</div></html>
        """);
}
