using System.Security.Cryptography;
using System.Xml.Linq;

namespace Search.Api.Tests;

[Collection("host")]
public sealed class ExportTests(ApiHostFixture host)
{
    [Fact]
    public async Task TheManifestFitsTheFiles()
    {
        var manifest = await host.Client.JsonAsync("/api/export/manifest");
        foreach (var file in manifest.GetProperty("files").EnumerateArray())
        {
            var bytes = await host.Client.GetByteArrayAsync(new Uri(file.GetProperty("url").GetString()!, UriKind.Relative));
            Assert.Equal(file.GetProperty("bytes").GetInt64(), bytes.Length);
            Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
    }

    [Fact]
    public async Task AllHitsComeInOrder()
    {
        var keys = (await host.Client.JsonAsync("/api/search?q=doi&limit=100&sort=oldest")).Keys();
        var lines = (await host.Client.GetStringAsync(new Uri("/api/export?q=doi&sort=oldest", UriKind.Relative)))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(keys, lines.Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("key").GetString()));
        var csv = await host.Client.GetStringAsync(new Uri("/api/export?q=doi&format=csv", UriKind.Relative));
        Assert.StartsWith("key,number,type,", csv.TrimStart('\uFEFF'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABadExportIsAProblemAndNotATornFile()
    {
        await host.Client.ProblemAsync("/api/export?format=xls", System.Net.HttpStatusCode.BadRequest, "invalid-request");
        await host.Client.ProblemAsync("/api/export?q=" + new string('a', 4097), System.Net.HttpStatusCode.BadRequest, "invalid-request");
        await host.Client.ProblemAsync("/api/export/documents.xls", System.Net.HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData("/api/feed.atom?q=doi")]
    [InlineData("/api/documents/04-ct-tw-2011-07-06/cited-by.atom")]
    public async Task FeedsAreAtom(string path)
    {
        var feed = XDocument.Parse(await host.Client.GetStringAsync(new Uri(path, UriKind.Relative))).Root!;
        XNamespace atom = "http://www.w3.org/2005/Atom";
        Assert.Equal(atom + "feed", feed.Name);
        var entries = feed.Elements(atom + "entry").ToList();
        Assert.NotEmpty(entries);
        Assert.Equal(entries.Count, entries.Select(e => e.Element(atom + "id")!.Value).Distinct(StringComparer.Ordinal).Count());
        Assert.All(entries, e => Assert.NotNull(e.Element(atom + "updated")));
    }

    [Fact]
    public async Task MetricsAreInThePrometheusFormat()
    {
        await host.Client.JsonAsync("/api/search?q=doi");
        var text = await host.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        Assert.Contains("# TYPE search_query_duration_seconds histogram\n", text, StringComparison.Ordinal);
        Assert.Contains("search_query_duration_seconds_bucket{le=\"+Inf\"}", text, StringComparison.Ordinal);
        Assert.Contains("search_documents ", text, StringComparison.Ordinal);
        Assert.Contains("search_citations_open ", text, StringComparison.Ordinal);
    }
}
