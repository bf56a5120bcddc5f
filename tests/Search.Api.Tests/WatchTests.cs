using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Search.Api.Hosting;

namespace Search.Api.Tests;

/// <summary>A host over a folder of its own: what is put there is found, what is taken away is found no more.</summary>
public sealed class WatchTests : IDisposable
{
    private const string Paper = """
        TỈNH ỦY QUẢNG NGÃI
        *
        Số 90-KH/TU

        ĐẢNG CỘNG SẢN VIỆT NAM
        Quảng Ngãi, ngày 13 tháng 9 năm 2014

        KẾ HOẠCH
        về nuôi trồng rong biển

        Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy thực hiện tốt.
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("search-watch-").FullName;

    /// <summary>How long nobody waits for an answer that comes; the test itself sets no time.</summary>
    private readonly CancellationTokenSource _hung = new(TimeSpan.FromMinutes(3));

    [Fact]
    public async Task A_file_that_appears_in_a_watched_folder_is_found_and_one_that_goes_is_not()
    {
        var corpus = Directory.CreateDirectory(Path.Combine(_folder, "corpus")).FullName;
        await using var app = Host(corpus);
        await app.StartSearchAsync(_hung.Token);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        await UntilAsync(client, found: 0);
        var path = Path.Combine(corpus, "ke-hoach.txt");

        await File.WriteAllTextAsync(path, Paper, _hung.Token);
        await UntilAsync(client, found: 1);
        File.Delete(path);
        await UntilAsync(client, found: 0);

        await app.StopAsync(_hung.Token);
    }

    public void Dispose()
    {
        _hung.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task UntilAsync(HttpClient client, int found)
    {
        while (true)
        {
            var answer = await client.GetFromJsonAsync<JsonElement>("/api/search?q=rong+bi%E1%BB%83n", _hung.Token);
            if (answer.GetProperty("hits").GetArrayLength() == found) return;
            await Task.Delay(TimeSpan.FromMilliseconds(100), _hung.Token);
        }
    }

    private WebApplication Host(string corpus)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = _folder });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Search:Data"] = Path.Combine(_folder, "index"),
            ["Search:Corpus"] = corpus,
        });
        builder.Logging.ClearProviders();
        var app = builder.AddSearch().Build();
        app.UseSearch();
        return app;
    }
}
