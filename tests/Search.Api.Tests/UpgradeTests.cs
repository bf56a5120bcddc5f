using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Search.Ingestion;
using Search.Testing;

namespace Search.Api.Tests;

/// <summary>
/// A data folder that the first release made, with the five files it had read: it is opened, every file is read again, and every
/// address of then leads to its document. The sample is frozen; it is never made again.
/// </summary>
public sealed class UpgradeTests : IAsyncLifetime
{
    private const string FormerSlug = "kh-tu-x-f7a77a0e9274";

    private static readonly string[] Slugs =
        ["02-hd-bdntw-2017-01-16", "04-ct-tw-2011-07-06", "295-cv-bdntw-2021-03-18", "552-cv-tu-quang-ngai-2011-09-13", FormerSlug];

    private readonly string _folder = Directory.CreateTempSubdirectory("search-upgrade-").FullName;
    private SearchHost? _host;

    public async ValueTask InitializeAsync()
    {
        await using (var packed = File.OpenRead(RepositoryFiles.PathOf("tests", "Search.Api.Tests", "Samples", "data-folder-of-the-first-release.tar.gz")))
        await using (var tar = new GZipStream(packed, CompressionMode.Decompress))
        {
            await TarFile.ExtractToDirectoryAsync(tar, _folder, overwriteFiles: false);
        }

        _host = await SearchHost.StartAsync(("Search:Data", Path.Combine(_folder, "index")), ("Search:Corpus", Path.Combine(_folder, "corpus")));
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task EveryFileIsReadAgainAndOldAddressesLeadToTheirDocuments()
    {
        var knowledge = _host!.Services.GetRequiredService<KnowledgeBase>();
        await UntilAsync(() => knowledge.Store.Files() is { Count: 5 } files && files.All(file => file.Reading == ReadingVersion.Current));
        await UntilAsync(() => knowledge.Engine.Revision == knowledge.Store.Revision);
        Assert.True(knowledge.Verify().IsSound);
        Assert.Equal(5, knowledge.Store.Statistics().Documents);

        foreach (var slug in Slugs)
        {
            var document = await _host.Client.JsonAsync("/api/documents/" + slug);
            Assert.NotEqual("stub", document.GetProperty("document").GetProperty("status").GetString());
        }

        // The paper without a number has another key today; what was sent around still finds it.
        var today = (await _host.Client.JsonAsync("/api/documents/" + FormerSlug)).GetProperty("document").GetProperty("slug").GetString();
        Assert.NotEqual(FormerSlug, today);
        foreach (var page in (string[])["/van-ban/", "/do-thi/", "/lich-su/"])
        {
            using var moved = await _host.Client.GetAsync(new Uri(page + FormerSlug, UriKind.Relative));
            Assert.Equal(HttpStatusCode.PermanentRedirect, moved.StatusCode);
            Assert.True(moved.Headers.CacheControl!.NoCache);
            Assert.Equal(page + today, moved.Headers.Location!.OriginalString.Split('?')[0]);
            using var there = await _host.Client.GetAsync(moved.Headers.Location);
            Assert.Equal(HttpStatusCode.OK, there.StatusCode);
        }

        Assert.Equal(1, (await _host.Client.JsonAsync("/api/search?q=04-CT/TW&limit=1")).GetProperty("hits").GetArrayLength());
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var hung = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (!holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), hung.Token);
        }
    }
}
