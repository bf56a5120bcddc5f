using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Search.Application.Accounts;
using Search.Testing;

namespace Search.Api.Tests;

/// <summary>
/// A secret document does not exist for those who may not see it: whatever they ask, they get what they would get if
/// it had never been there.
/// </summary>
public sealed class SecrecyTests : IAsyncLifetime
{
    private const string Key = "91-KH/TU~lam-dong@2019-05-06";
    private const string Slug = "91-kh-tu-lam-dong-2019-05-06";
    private const string Word = "thuỷtinhđen";

    private const string Paper =
        "TỈNH ỦY LÂM ĐỒNG\tĐẢNG CỘNG SẢN VIỆT NAM\n\nSố 91-KH/TU\tĐà Lạt, ngày 06 tháng 5 năm 2019\n\nMẬT\n\nKẾ HOẠCH\n"
        + "thực hiện Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư\n\nThực hiện Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư "
        + "và Quyết định số 777-QĐ/TU ngày 01/02/2018 của Tỉnh ủy Lâm Đồng, chuyên đề " + Word + " được giao cho các huyện ủy.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n";

    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());
    private SearchHost _host = null!;
    private string _open = "";
    private string _cleared = "";

    public async ValueTask InitializeAsync()
    {
        _host = await SearchHost.StartAsync(_clock, ("Search:SecretData:mat", "{folder}/mat"));
        var keys = _host.Services.GetRequiredService<ApiKeyStore>();
        _open = keys.Create("open", [Scopes.Search, Scopes.Read, Scopes.Ingest, Scopes.Admin], lifetime: null).Text;
        _cleared = keys.Create("cleared", [Scopes.Search, Scopes.Read, Scopes.Ingest, Scopes.Secret], lifetime: null).Text;
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task ASecretDocumentIsThereForThoseClearedAndForNobodyElse()
    {
        string[] asked =
        [
            $"/api/search?q={Word}&facets=true", "/api/search?q=kế+hoạch&facets=true&limit=100", $"/api/suggest?q={Word[..6]}",
            "/api/documents?limit=100&stubs=true", "/api/documents/" + Slug, $"/api/documents/{Slug}/text", "/api/documents/" + Uri.EscapeDataString(Key),
            "/api/documents/04-ct-tw-2011-07-06", "/api/documents/04-ct-tw-2011-07-06/cited-by", "/api/documents/04-ct-tw-2011-07-06/history",
            "/api/documents/04-ct-tw-2011-07-06/similar", "/api/documents/04-ct-tw-2011-07-06/chains", "/api/graph?key=04-CT/TW&depth=2",
            $"/api/graph?key={Uri.EscapeDataString(Key)}", "/api/citations/lookup?q=" + Uri.EscapeDataString("91-KH/TU ngày 06/5/2019"),
            "/api/citations/lookup?q=" + Uri.EscapeDataString("Quyết định 777-QĐ/TU"), "/api/timeline?stubs=true&documents=20", "/api/stubs?limit=100",
            "/api/open-citations", "/api/statistics", "/api/ingest/status", "/api/ingest/quarantine", "/api/ingest/jobs", $"/api/export?q={Word}&format=csv",
            "/api/export/documents.jsonl", "/api/export/edges.csv", "/api/export/manifest", $"/api/feed.atom?q={Word}",
            "/api/documents/04-ct-tw-2011-07-06/cited-by.atom", "/van-ban/04-ct-tw-2011-07-06", "/van-ban/" + Slug, "/?q=" + Word, "/tinh-trang", "/danh-muc",
        ];
        // Offered to the open collection the file is refused, and the refusal is nobody else's business.
        Assert.Equal("secret", (await SendAsync(_open)).GetProperty("code").GetString());
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.DoesNotContain("ke-hoach.txt", await AskAsync("/api/ingest/quarantine", _open) + await AskAsync("/tinh-trang", _open), StringComparison.Ordinal);
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in asked)
        {
            before[path] = await AskAsync(path, _open);
        }

        // It is taken in where its mark is let in.
        Assert.Equal(Key, (await SendAsync(_cleared)).GetProperty("files")[0].GetProperty("documents")[0].GetString());
        _clock.Advance(TimeSpan.FromSeconds(1)); // what requests see is a tenth of a second old at most

        foreach (var path in asked)
        {
            var now = await AskAsync(path, _open);
            Assert.True(string.Equals(before[path], now, StringComparison.Ordinal), $"{path}\n{before[path]}\n{now}");
        }

        Assert.Contains(Word, await AskAsync($"/api/search?q={Word}", _cleared), StringComparison.Ordinal);
        Assert.Contains(Word, await AskAsync($"/api/documents/{Slug}/text", _cleared), StringComparison.Ordinal);
        Assert.Contains(Key, await AskAsync("/api/graph?key=04-CT/TW", _cleared), StringComparison.Ordinal);
        Assert.Contains(Key, await AskAsync("/api/export/documents.jsonl", _cleared), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnETagOfOneRoomOpensNothingInTheOther()
    {
        const string Path = "/api/documents/04-ct-tw-2011-07-06";
        using var secret = await GetAsync(Path, _cleared);
        var tag = secret.Headers.ETag!.ToString();
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.Authorization = new("Bearer", _open);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var answer = await _host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEqual(tag, answer.Headers.ETag!.ToString());
    }

    [Fact]
    public async Task WithoutAKeyTheOpenRoomAnswersEvenHere()
    {
        await SendAsync(_cleared);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await _host.Client.ProblemAsync("/api/documents/" + Slug, HttpStatusCode.NotFound, "not-found");
    }

    private async Task<string> AskAsync(string path, string key)
    {
        using var response = await GetAsync(path, key);
        var body = await response.Content.ReadAsStringAsync();
        // What differs between any two answers: how long they took, the names of single requests, what else fills the disk.
        body = System.Text.RegularExpressions.Regex.Replace(
            body, "\"(tookMs|traceId)\":(\"[^\"]*\"|[^,}]*)|<updated>[^<]*|Đĩa còn trống [^;]*|[0-9.,]+ (ms|mili giây)", "", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        return $"{(int)response.StatusCode} {response.Headers.ETag} {body}";
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", key);
        return await _host.Client.SendAsync(request);
    }

    private async Task<System.Text.Json.JsonElement> SendAsync(string key)
    {
        using var accepted = await _host.Client.UploadAsync("ke-hoach.txt", new StringContent(Paper), key);
        return await _host.Client.JobAsync(accepted, key);
    }
}
