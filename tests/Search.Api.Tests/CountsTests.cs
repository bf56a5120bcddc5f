using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Search.Api.Tests;

/// <summary>Of every document of the collection, present or only cited: how many documents cite it is one number, on its page, in
/// every answer and in every export; what an editor names counts nowhere; and nothing is cited before it was issued.</summary>
[Collection("host")]
public sealed partial class CountsTests(ApiHostFixture host)
{
    [Fact]
    public async Task WhoCitesADocumentIsOneNumberEverywhere()
    {
        var documents = (await Lines("/api/export/documents.jsonl")).ToDictionary(line => line.GetProperty("key").GetString()!, StringComparer.Ordinal);
        var citing = (await Lines("/api/export/edges.jsonl"))
            .Select(edge => (Source: edge.GetProperty("source").GetString()!, Target: edge.GetProperty("target").GetString()!))
            .Where(edge => !string.Equals(edge.Source, edge.Target, StringComparison.Ordinal)).Distinct()
            .ToLookup(edge => edge.Target, edge => edge.Source, StringComparer.Ordinal);
        Assert.True(documents.Count >= 40, $"{documents.Count} documents");
        Assert.Contains(documents.Keys, key => citing[key].Count() > 1);
        foreach (var key in documents.Keys)
        {
            var expected = citing[key].Count();
            var shown = (await host.Client.JsonAsync("/api/documents/" + Uri.EscapeDataString(key))).GetProperty("document");
            var slug = shown.GetProperty("slug").GetString();
            Assert.Equal((key, expected), (key, shown.GetProperty("citedBy").GetInt32()));
            Assert.Equal((key, expected), (key, documents[key].GetProperty("citedBy").GetInt32()));

            var lines = (await host.Client.JsonAsync($"/api/documents/{slug}/cited-by?limit=100")).GetProperty("items").EnumerateArray()
                .Select(item => item.GetProperty("document").GetProperty("key").GetString()).Distinct(StringComparer.Ordinal).Count();
            Assert.Equal((key, expected), (key, lines));

            var page = WebUtility.HtmlDecode(await host.Client.GetStringAsync(new Uri(shown.GetProperty("url").GetString()!, UriKind.Relative)));
            var counted = CitedBy().Match(page);
            Assert.Equal((key, expected), (key, counted.Success ? int.Parse(counted.Groups["count"].Value.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture) : 0));

            var graph = await host.Client.JsonAsync($"/api/graph?key={Uri.EscapeDataString(key)}&depth=1&direction=in");
            var nodes = graph.GetProperty("edges").EnumerateArray().Where(edge => string.Equals(edge.GetProperty("target").GetString(), key, StringComparison.Ordinal))
                .Select(edge => edge.GetProperty("source").GetString()).Distinct(StringComparer.Ordinal).Count();
            Assert.Equal((key, expected), (key, nodes));
        }
    }

    [Fact]
    public async Task NothingIsCitedBeforeItWasIssuedAndNoNoteIsAnEdge()
    {
        var documents = (await Lines("/api/export/documents.jsonl")).ToDictionary(line => line.GetProperty("key").GetString()!, StringComparer.Ordinal);
        DateOnly? Day(string key) => documents.TryGetValue(key, out var line) && line.GetProperty("date").GetString() is { } day
            ? DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;
        var edges = await Lines("/api/export/edges.jsonl");
        Assert.NotEmpty(edges);
        foreach (var edge in edges)
        {
            var (source, target) = (edge.GetProperty("source").GetString()!, edge.GetProperty("target").GetString()!);
            Assert.False(Day(target) > Day(source), $"{source} → {target}");
            Assert.NotEqual("abstract", documents[source].GetProperty("status").GetString());
        }
    }

    [GeneratedRegex(@"Được dẫn chiếu bởi\s*<small[^>]*>(?<count>[\d.]+)</small>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CitedBy();

    private async Task<List<JsonElement>> Lines(string path) =>
    [
        .. (await host.Client.GetStringAsync(new Uri(path, UriKind.Relative))).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line)),
    ];
}
