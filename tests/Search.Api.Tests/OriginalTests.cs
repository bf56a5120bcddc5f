using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Search.Application.Accounts;
using Search.Ingestion;
using Search.Testing;

namespace Search.Api.Tests;

/// <summary>The file a document was read from, as a caller gets it back.</summary>
public sealed class OriginalTests : IAsyncLifetime
{
    private const string Address = "/api/documents/29-ct-tw-2013-09-18/original";
    private const string Packed = "/api/documents/30-ct-tw-2014-02-03/original";

    private readonly string _corpus = Directory.CreateTempSubdirectory("search-originals-").FullName;
    private SearchHost _host = null!;

    private string Paper => Path.Combine(_corpus, "chi-thi.txt");

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Paper, SampleDirective.Of("29-CT/TW", "18 tháng 9 năm 2013"));
        await using (var zip = await ZipFile.OpenAsync(Path.Combine(_corpus, "lot.zip"), ZipArchiveMode.Create))
        {
            await using var entry = await zip.CreateEntry("2014/chi-thi-30.txt").OpenAsync();
            await entry.WriteAsync(Encoding.UTF8.GetBytes(SampleDirective.Of("30-CT/TW", "03 tháng 02 năm 2014")));
        }

        _host = await SearchHost.StartAsync(("Search:Corpus", _corpus), ("Search:Watch", "false"));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_corpus, recursive: true);
    }

    [Fact]
    public async Task AFileComesBackByteByByteOutOfItsArchiveToo()
    {
        using var paper = await _host.Client.GetAsync(new Uri(Address, UriKind.Relative));
        Assert.Equal(await File.ReadAllBytesAsync(Paper), await paper.Content.ReadAsByteArrayAsync());
        Assert.Equal("chi-thi.txt", paper.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal("attachment", paper.Content.Headers.ContentDisposition.DispositionType);

        using var entry = await _host.Client.GetAsync(new Uri(Packed, UriKind.Relative));
        Assert.Equal(SampleDirective.Of("30-CT/TW", "03 tháng 02 năm 2014"), await entry.Content.ReadAsStringAsync());
        Assert.Equal("chi-thi-30.txt", entry.Content.Headers.ContentDisposition!.FileName);
    }

    [Fact]
    public async Task WhatIsNoLongerTheFileThatWasReadIsNotGiven()
    {
        await File.AppendAllTextAsync(Paper, "x");
        using (var changed = await _host.Client.GetAsync(new Uri(Address, UriKind.Relative)))
        {
            await changed.ProblemAsync(HttpStatusCode.NotFound, "not-found");
        }

        File.Delete(Paper);
        using var gone = await _host.Client.GetAsync(new Uri(Address, UriKind.Relative));
        await gone.ProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task WhatLayInAnArchiveIsGivenWhenTheArchiveIsGone()
    {
        File.Delete(Path.Combine(_corpus, "lot.zip"));

        using var entry = await _host.Client.GetAsync(new Uri(Packed, UriKind.Relative));
        Assert.Equal(SampleDirective.Of("30-CT/TW", "03 tháng 02 năm 2014"), await entry.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task WhatTheTextMasksIsGivenToAnAdministratorAlone()
    {
        await File.WriteAllTextAsync(Paper, SampleDirective.Of("31-CT/TW", "04 tháng 02 năm 2014") + "\nLiên hệ: điện thoại 0912345678.\n");
        await _host.Services.GetRequiredService<KnowledgeBase>().IngestAsync([_corpus], new Progress<IngestEvent>(), CancellationToken.None);
        var address = new Uri("/api/documents/31-ct-tw-2014-02-04/original", UriKind.Relative);
        using (var refused = await _host.Client.GetAsync(address))
        {
            await refused.ProblemAsync(HttpStatusCode.Forbidden, "scope-missing");
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new("Bearer", _host.Services.GetRequiredService<ApiKeyStore>().Create("originals", [Scopes.Admin], lifetime: null).Text);
        using var given = await _host.Client.SendAsync(request);
        Assert.Contains("0912345678", await given.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
