using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Search.Application.Accounts;
using Search.Testing;

namespace Search.Api.Tests;

/// <summary>A document of several files, as callers see it: which one is read, and in what the others differ.</summary>
public sealed class SourceTests : IAsyncLifetime
{
    private const string Address = "/api/documents/29-ct-tw-2013-09-18";

    private const string Abstract = """
        ---
        record: tom-tat
        number: 29-CT/TW
        type: chi-thi
        issuer: Ban Bí thư
        level: trung-uong
        date: 2013-09-18
        place: Hà Nội
        title: về khuyến học
        ---

        # Tóm tắt Chỉ thị số 29-CT/TW

        Bản tóm tắt rất dài, dài hơn cả văn bản, kể lại hoàn cảnh ra đời, nội dung và việc thực hiện ở các nơi trong nhiều năm.
        """;

    private static readonly string Directive = SampleDirective.Of("29-CT/TW", "18 tháng 9 năm 2013");

    private const string Copy = """


        TỈNH ỦY VĨNH LONG
        *
        Số 61-BS/TU

        ĐẢNG CỘNG SẢN VIỆT NAM
        Vĩnh Long, ngày 02 tháng 10 năm 2013

        SAO LỤC

        Nơi nhận:
        - Các huyện ủy.

        T/L BAN THƯỜNG VỤ
        CHÁNH VĂN PHÒNG
        Ngô Thị Hạnh
        """;

    private SearchHost _host = null!;
    private string _key = "";

    public async ValueTask InitializeAsync()
    {
        _host = await SearchHost.StartAsync(("Search:Corpus", "{folder}/none"), ("Search:Watch", "false"));
        _key = _host.Services.GetRequiredService<ApiKeyStore>().Create("sources", [Scopes.Ingest], lifetime: null).Text;
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task AnAbstractGivesWayToTheDocumentAndTheDifferencesAreShown()
    {
        await TakeInAsync("tom-tat.md", Abstract);
        var told = await SeeAsync(answer => answer.GetProperty("sources").GetArrayLength() == 1);
        Assert.True(told.GetProperty("document").GetProperty("isAbstract").GetBoolean());

        await TakeInAsync("chi-thi.txt", Directive);

        var document = await SeeAsync(answer => answer.GetProperty("sources").GetArrayLength() == 2);
        Assert.False(document.GetProperty("document").GetProperty("isAbstract").GetBoolean());
        Assert.Equal("về công tác khuyến học", document.GetProperty("document").GetProperty("title").GetString());
        var (used, other) = (document.GetProperty("sources")[0], document.GetProperty("sources")[1]);
        Assert.Equal(("uploads/chi-thi.txt", "uploads/tom-tat.md"), (used.GetProperty("path").GetString(), other.GetProperty("path").GetString()));
        Assert.Equal(0, used.GetProperty("differences").GetArrayLength());
        var title = Assert.Single(other.GetProperty("differences").EnumerateArray(), one => one.GetProperty("field").GetString() is "title");
        Assert.Equal("về khuyến học", title.GetProperty("value").GetString());
        Assert.Equal("về công tác khuyến học", title.GetProperty("used").GetString());
    }

    [Fact]
    public async Task ACopyPointsToItsOriginalAndTwoReadingsOfOneTextAreOneDocument()
    {
        await TakeInAsync("chi-thi.txt", Directive);
        await TakeInAsync("sao-luc.txt", Directive.Replace("Lê Văn Nhân", "Lê Văn Nhàn", StringComparison.Ordinal) + Copy);

        var document = await SeeAsync(answer => answer.GetProperty("sources").GetArrayLength() == 2);
        var differences = document.GetProperty("sources").EnumerateArray().SelectMany(one => one.GetProperty("differences").EnumerateArray()).ToList();
        var signer = Assert.Single(differences, one => one.GetProperty("field").GetString() is "signer");
        Assert.Equal(
            ["Lê Văn Nhàn", "Lê Văn Nhân"],
            new[] { signer.GetProperty("value").GetString(), signer.GetProperty("used").GetString() }.Order(StringComparer.Ordinal));
        var text = Assert.Single(differences, one => one.GetProperty("field").GetString() is "text");
        Assert.NotEqual(text.GetProperty("value").GetString(), text.GetProperty("used").GetString());
        Assert.EndsWith(signer.GetProperty("used").GetString()!, text.GetProperty("used").GetString(), StringComparison.Ordinal);
        var page = await _host.Client.GetStringAsync(new Uri("/van-ban/29-ct-tw-2013-09-18", UriKind.Relative));
        Assert.Contains("Khác về người ký", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        var copy = await _host.Client.JsonAsync("/api/documents/61-bs-tu-vinh-long-2013-10-02");
        Assert.Equal("29-CT/TW@2013-09-18", copy.GetProperty("copyOf").GetProperty("key").GetString());
    }

    private async Task TakeInAsync(string name, string text)
    {
        using var sent = await _host.Client.UploadAsync(name, new StringContent(text), _key);
        Assert.Equal("done", (await _host.Client.JobAsync(sent, _key)).GetProperty("status").GetString());
    }

    /// <summary>What requests see is a moment old; it comes when it is in the store.</summary>
    private async Task<JsonElement> SeeAsync(Func<JsonElement, bool> isThere)
    {
        using var hung = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (true)
        {
            using var response = await _host.Client.GetAsync(new Uri(Address, UriKind.Relative), hung.Token);
            if (response.IsSuccessStatusCode && await response.JsonAsync() is var answer && isThere(answer))
            {
                return answer;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), hung.Token);
        }
    }
}
