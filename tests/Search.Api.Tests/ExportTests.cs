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
        var now = TimeProvider.System.GetUtcNow();
        Assert.All(entries, e => Assert.InRange(Updated(e), now.AddDays(-1), now.AddMinutes(1)));
        Assert.All(entries, e => Assert.StartsWith("urn:uuid:", e.Element(atom + "id")!.Value, StringComparison.Ordinal));
        // A document is one entry, however often it cites.
        var links = entries.Select(e => e.Element(atom + "link")!.Attribute("href")!.Value).ToList();
        Assert.Equal(links.Count, links.Distinct(StringComparer.Ordinal).Count());

        // Under another name of the host nothing is new.
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = $"localhost:{host.Client.BaseAddress!.Port}";
        using var response = await host.Client.SendAsync(request);
        var other = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
        Assert.Equal(Names(feed), Names(other));

        DateTimeOffset Updated(XElement entry) => DateTimeOffset.Parse(entry.Element(atom + "updated")!.Value, System.Globalization.CultureInfo.InvariantCulture);

        IEnumerable<string> Names(XElement root) => root.Elements(atom + "entry").Append(root).Select(e => e.Element(atom + "id")!.Value);
    }

    [Fact]
    public async Task AFeedIsWalkedToItsEndByItsLinks()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var seen = new List<string>();
        var next = "/api/feed.atom?q=&limit=10";
        for (var pages = 0; next is not null && pages < 60; pages++)
        {
            var feed = XDocument.Parse(await host.Client.GetStringAsync(new Uri(next, UriKind.RelativeOrAbsolute))).Root!;
            var entries = feed.Elements(atom + "entry").ToList();
            Assert.InRange(entries.Count, 1, 10);
            seen.AddRange(entries.Select(e => e.Element(atom + "id")!.Value));
            next = feed.Elements(atom + "link").SingleOrDefault(l => l.Attribute("rel")!.Value is "next")?.Attribute("href")!.Value;
        }

        Assert.True(seen.Count > 20);
        Assert.Equal(seen.Count, seen.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("ris", "TY  - GOVDOC")]
    [InlineData("bib", "@misc{")]
    public async Task AListOfHitsIsReferences(string format, string start)
    {
        var found = await host.Client.JsonAsync("/api/search?q=chi%20thi&limit=100");
        var text = await host.Client.GetStringAsync(new Uri($"/api/export?q=chi%20thi&format={format}", UriKind.Relative));
        var strong = found.GetProperty("hits").EnumerateArray().Count(hit => !hit.GetProperty("weak").GetBoolean());
        Assert.Equal(strong, text.Split(start).Length - 1);
        Assert.True(strong > 1);
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
