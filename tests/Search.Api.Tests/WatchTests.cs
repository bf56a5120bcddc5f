using System.Net.Http.Json;
using System.Text.Json;

namespace Search.Api.Tests;

/// <summary>A host over a folder of its own: what is put there is found, what is taken away is found no more.</summary>
public sealed class WatchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("search-watch-").FullName;

    /// <summary>How long nobody waits for an answer that comes; the test itself sets no time.</summary>
    private readonly CancellationTokenSource _hung = new(TimeSpan.FromMinutes(3));

    [Fact]
    public async Task A_file_that_appears_in_a_watched_folder_is_found_and_one_that_goes_is_not()
    {
        var corpus = Directory.CreateDirectory(Path.Combine(_folder, "corpus")).FullName;
        await using var host = await TestHost.StartAsync(("Search:Corpus", corpus));
        await UntilAsync(host.Client, found: 0);
        var path = Path.Combine(corpus, "ke-hoach.txt");

        await File.WriteAllTextAsync(path, SamplePaper.Text, _hung.Token);
        await UntilAsync(host.Client, found: 1);
        File.Delete(path);
        await UntilAsync(host.Client, found: 0);
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
}
