using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Search.Application.Accounts;
using Search.Testing;

namespace Search.Api.Tests;

/// <summary>A host over a folder of its own: what is put there is found, what is taken away is found no more.</summary>
public sealed class WatchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("search-watch-").FullName;

    /// <summary>How long nobody waits for an answer that comes; the test itself sets no time.</summary>
    private readonly CancellationTokenSource _hung = new(TimeSpan.FromMinutes(3));

    [Fact]
    public async Task AFileThatAppearsInAWatchedFolderIsFoundAndOneThatGoesIsNot()
    {
        var corpus = Directory.CreateDirectory(Path.Combine(_folder, "corpus")).FullName;
        await using var host = await SearchHost.StartAsync(("Search:Corpus", corpus));
        await UntilAsync(host.Client, found: 0);
        var path = Path.Combine(corpus, "ke-hoach.txt");

        await File.WriteAllTextAsync(path, SamplePaper.Text, _hung.Token);
        await UntilAsync(host.Client, found: 1);
        File.Delete(path);
        await UntilAsync(host.Client, found: 0);
    }

    [Fact]
    public async Task ASecretFileThatAppearsIsFoundInItsRoomAndInNoOther()
    {
        var corpus = Directory.CreateDirectory(Path.Combine(_folder, "corpus")).FullName;
        await using var host = await SearchHost.StartAsync(("Search:Corpus", corpus), ("Search:SecretData:mat", "{folder}/mat"));
        using var cleared = new HttpClient { BaseAddress = new Uri(host.Address) };
        cleared.DefaultRequestHeaders.Authorization = new(
            "Bearer",
            host.Services.GetRequiredService<ApiKeyStore>().Create("cleared", [Scopes.Search, Scopes.Secret], lifetime: null).Text);
        await UntilAsync(cleared, found: 0);

        await File.WriteAllTextAsync(
            Path.Combine(corpus, "ke-hoach.txt"), SamplePaper.Text.Replace("KẾ HOẠCH", "MẬT\n\nKẾ HOẠCH", StringComparison.Ordinal), _hung.Token);
        await UntilAsync(cleared, found: 1);
        await File.WriteAllTextAsync(
            Path.Combine(corpus, "khac.txt"), SamplePaper.Text.Replace("90-KH", "89-KH", StringComparison.Ordinal), _hung.Token);

        // The open room has looked at both files once it has the second one.
        await UntilAsync(host.Client, found: 1);
        await UntilAsync(cleared, found: 2);
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
            if (answer.GetProperty("hits").GetArrayLength() == found)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), _hung.Token);
        }
    }
}
