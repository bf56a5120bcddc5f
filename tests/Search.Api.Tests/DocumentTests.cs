using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace Search.Api.Tests;

[Collection("host")]
public sealed class DocumentTests(ApiHostFixture host)
{
    [Theory]
    [InlineData("04-ct-tw-2011-07-06")]
    [InlineData("04-CT%2FTW@2011-07-06")]
    [InlineData("04-CT%2FTW")]
    public async Task ADocumentAnswersToSlugKeyAndNumber(string name)
    {
        var answer = await host.Client.JsonAsync("/api/documents/" + name);
        var document = answer.GetProperty("document");
        Assert.Equal("04-CT/TW@2011-07-06", document.GetProperty("key").GetString());
        Assert.Equal("chi-thi", document.GetProperty("type").GetString());
        Assert.Equal("2011-07-06", document.GetProperty("date").GetString());
        Assert.True(document.GetProperty("citedBy").GetInt32() >= 2);
    }

    [Theory]
    [InlineData("nothing-of-the-kind")]
    [InlineData("99-XX%2FYY@1900-01-01")]
    [InlineData("a%20b")]
    public async Task AnUnknownDocumentIsNotFound(string name) =>
        await host.Client.ProblemAsync("/api/documents/" + name, HttpStatusCode.NotFound, "not-found");

    [Fact]
    public async Task EverySpanOfEveryDocumentIsItsText()
    {
        var documents = await host.Client.JsonAsync("/api/documents?limit=100");
        var citations = 0;
        foreach (var line in documents.GetProperty("items").EnumerateArray())
        {
            var whole = await host.Client.JsonAsync($"/api/documents/{line.GetProperty("slug").GetString()}/text");
            var text = whole.GetProperty("text").GetString()!;
            var offset = whole.GetProperty("offset").GetInt32();
            foreach (var citation in whole.GetProperty("citations").EnumerateArray())
            {
                var start = citation.GetProperty("start").GetInt32() - offset;
                var end = citation.GetProperty("end").GetInt32() - offset;
                Assert.Equal(citation.GetProperty("text").GetString(), text[start..end]);
                citations++;
            }
        }

        Assert.True(citations >= 10);
    }

    [Fact]
    public async Task CitingDocumentsComeWithTheSentenceThatProvesIt()
    {
        var answer = await host.Client.JsonAsync("/api/documents/04-ct-tw-2011-07-06/cited-by");
        var keys = answer.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("document").GetProperty("key").GetString()).ToList();
        Assert.Contains("02-HD/BĐNTW@2017-01-16", keys);
        foreach (var item in answer.GetProperty("items").EnumerateArray())
        {
            Assert.NotEmpty(item.GetProperty("citation").GetProperty("sentence").GetString()!);
        }

        var guiding = await host.Client.JsonAsync("/api/documents/04-ct-tw-2011-07-06/cited-by?relation=huong-dan");
        Assert.All(
            guiding.GetProperty("items").EnumerateArray(),
            i => Assert.Equal("huong-dan", i.GetProperty("citation").GetProperty("citation").GetProperty("relation").GetString()));
    }

    [Fact]
    public async Task TextComesInFourFormats()
    {
        const string Path = "/api/documents/02-hd-bdntw-2017-01-16/text";
        var plain = await host.Client.GetStringAsync(new Uri(Path + "?format=txt", UriKind.Relative));
        var json = await host.Client.JsonAsync(Path);
        Assert.Equal(json.GetProperty("text").GetString(), plain);
        var markdown = await host.Client.GetStringAsync(new Uri(Path + "?format=md", UriKind.Relative));
        Assert.Contains("](/van-ban/04-ct-tw-2011-07-06)", markdown, StringComparison.Ordinal);
        var akn = XDocument.Parse(await host.Client.GetStringAsync(new Uri(Path + "?format=akn", UriKind.Relative)));
        XNamespace ns = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
        Assert.Equal(ns + "akomaNtoso", akn.Root!.Name);
        Assert.Contains(akn.Descendants(ns + "ref"), r => r.Attribute("href")!.Value is "/akn/vn/chi-thi/2011-07-06/04-ct-tw-2011-07-06");
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.Accept.ParseAdd("image/png");
        using var response = await host.Client.SendAsync(request);
        await response.ProblemAsync(HttpStatusCode.NotAcceptable, "not-acceptable");
    }

    [Fact]
    public async Task AStubHasAnAnswerAndNoText()
    {
        var stubs = await host.Client.JsonAsync("/api/stubs?limit=5");
        // An abstract that is cited is wanted as well, and has a text of its own.
        var slug = stubs.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("document"))
            .First(document => document.GetProperty("status").GetString() is "stub").GetProperty("slug").GetString();
        var stub = await host.Client.JsonAsync("/api/documents/" + slug);
        Assert.Equal("stub", stub.GetProperty("document").GetProperty("status").GetString());
        await host.Client.ProblemAsync($"/api/documents/{slug}/text", HttpStatusCode.NotFound, "not-found");
        var citing = await host.Client.JsonAsync($"/api/documents/{slug}/cited-by");
        Assert.True(citing.GetProperty("total").GetInt32() > 0);
        var demand = stubs.GetProperty("items").EnumerateArray().Select(s => s.GetProperty("demand").GetInt32()).ToList();
        Assert.Equal(demand.OrderDescending(), demand);
    }

    [Fact]
    public async Task ReferencesHoldTheDocument()
    {
        var ris = await host.Client.GetStringAsync(new Uri("/api/documents/02-hd-bdntw-2017-01-16/cite.ris", UriKind.Relative));
        Assert.StartsWith("TY  - GOVDOC\r\n", ris, StringComparison.Ordinal);
        Assert.Contains("M1  - 02-HD/BĐNTW\r\n", ris, StringComparison.Ordinal);
        Assert.Contains("DA  - 2017/01/16\r\n", ris, StringComparison.Ordinal);
        Assert.EndsWith("ER  - \r\n", ris, StringComparison.Ordinal);
        var bib = await host.Client.GetStringAsync(new Uri("/api/documents/02-hd-bdntw-2017-01-16/cite.bib", UriKind.Relative));
        Assert.StartsWith("@misc{02-hd-bdntw-2017-01-16,", bib, StringComparison.Ordinal);
        Assert.Equal(bib.Count(c => c == '{'), bib.Count(c => c == '}'));
    }

    [Fact]
    public async Task TheGraphHoldsTheChainAndSaysWhatItCut()
    {
        var graph = await host.Client.JsonAsync("/api/graph?key=04-CT/TW@2011-07-06&depth=2");
        Assert.Contains(Edges(graph), e => e == ("02-HD/BĐNTW@2017-01-16", "04-CT/TW@2011-07-06"));
        Assert.False(graph.TryGetProperty("cut", out _));
        var nodes = graph.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("key").GetString()!).ToHashSet(StringComparer.Ordinal);
        Assert.All(Edges(graph), e => Assert.True(nodes.Contains(e.Source) && nodes.Contains(e.Target)));
        var small = await host.Client.JsonAsync("/api/graph?key=04-CT/TW@2011-07-06&depth=2&limit=2");
        Assert.Equal(2, small.GetProperty("nodes").GetArrayLength());
        Assert.True(small.GetProperty("cut").GetProperty("nodes").GetInt32() > 0);
        var incoming = await host.Client.JsonAsync("/api/graph?key=04-CT/TW@2011-07-06&direction=in");
        var citing = incoming.GetProperty("nodes").EnumerateArray().Skip(1).Select(n => n.GetProperty("key").GetString()!).ToList();
        Assert.NotEmpty(citing);
        Assert.All(citing, key => Assert.Contains((key, "04-CT/TW@2011-07-06"), Edges(incoming)));
        await host.Client.ProblemAsync("/api/graph?key=04-CT/TW&depth=50", HttpStatusCode.BadRequest, "invalid-request");
        await host.Client.ProblemAsync("/api/graph", HttpStatusCode.BadRequest, "invalid-request");

        static List<(string Source, string Target)> Edges(JsonElement graph) =>
            [.. graph.GetProperty("edges").EnumerateArray().Select(e => (e.GetProperty("source").GetString()!, e.GetProperty("target").GetString()!))];
    }

    [Fact]
    public async Task APathJoinsTwoDocuments()
    {
        var path = await host.Client.JsonAsync("/api/graph/path?from=48-KH/HU&to=04-CT/TW");
        var keys = path.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("key").GetString()).ToList();
        Assert.StartsWith("48-KH/HU", keys[0], StringComparison.Ordinal);
        Assert.Equal("04-CT/TW@2011-07-06", keys[^1]);
        Assert.Equal([1, 2], path.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("depth").GetInt32()).Order());
        Assert.True(path.GetProperty("edges").GetArrayLength() >= keys.Count - 1);
    }

    [Theory]
    [InlineData("graphml")]
    [InlineData("dot")]
    [InlineData("mermaid")]
    public async Task GraphsComeInOtherFormats(string format)
    {
        var text = await host.Client.GetStringAsync(new Uri($"/api/graph?key=04-CT/TW&format={format}", UriKind.Relative));
        Assert.Contains("02-HD/BĐNTW", text, StringComparison.Ordinal);
        if (format is "graphml")
        {
            Assert.Equal("graphml", XDocument.Parse(text).Root!.Name.LocalName);
        }
    }
}
