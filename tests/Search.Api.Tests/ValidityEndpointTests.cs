using System.Net;
using System.Text.Json;

namespace Search.Api.Tests;

/// <summary>Validity and chains over HTTP, and that one paper counts once wherever it is counted.</summary>
[Collection("host")]
public sealed class ValidityEndpointTests(ApiHostFixture host)
{
    [Fact]
    public async Task AReplacedPlanSaysByWhomAndSinceWhen()
    {
        var slug = await SlugOf("31-KH/TU");
        var today = await host.Client.JsonAsync($"/api/documents/{slug}/validity");
        Assert.Equal("bi-thay-the", today.GetProperty("state").GetString());
        Assert.Equal("2017-05-04", today.GetProperty("since").GetString());
        Assert.StartsWith("125-KH/TU", today.GetProperty("by")[0].GetProperty("key").GetString(), StringComparison.Ordinal);
        Assert.Contains("thay thế", today.GetProperty("evidence")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(["ban-hanh", "thay-the"], today.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("kind").GetString()));
        var before = await host.Client.JsonAsync($"/api/documents/{slug}/validity?asOf=2015-01-01");
        Assert.Equal("con-hieu-luc", before.GetProperty("state").GetString());
        Assert.Equal("2015-01-01", before.GetProperty("asOf").GetString());
        await host.Client.ProblemAsync($"/api/documents/{slug}/validity?asOf=hom-qua", HttpStatusCode.BadRequest, "invalid-request");
    }

    [Fact]
    public async Task NothingSaidIsUnknown()
    {
        var answer = await host.Client.JsonAsync("/api/documents/36-hd-vptw-2018-04-03/validity");
        Assert.Equal("chua-ro", answer.GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("since").ValueKind);
    }

    /// <summary>The filter, its facet and the route say the same of every document.</summary>
    [Fact]
    public async Task TheFilterFindsWhatTheRouteSays()
    {
        var all = await host.Client.JsonAsync("/api/search?limit=100&facets=true");
        var counted = 0;
        foreach (var state in all.GetProperty("facets").GetProperty("validity").EnumerateArray())
        {
            var id = state.GetProperty("value").GetString();
            var found = await host.Client.JsonAsync($"/api/search?limit=100&q=hieuluc:{id}");
            Assert.Equal(state.GetProperty("count").GetInt64(), found.GetProperty("total").GetProperty("value").GetInt64());
            Assert.Equal(found.Keys(), (await host.Client.JsonAsync($"/api/search?limit=100&validity={id}")).Keys());
            foreach (var hit in found.GetProperty("hits").EnumerateArray().Take(id is "chua-ro" ? 10 : 100))
            {
                var slug = hit.GetProperty("document").GetProperty("slug").GetString();
                Assert.Equal(id, (await host.Client.JsonAsync($"/api/documents/{slug}/validity")).GetProperty("state").GetString());
                counted++;
            }
        }

        Assert.True(counted > 10);
        Assert.Contains((await host.Client.JsonAsync("/api/search?limit=100&q=hieuluc:bi-thay-the")).Keys(), key => key.StartsWith("31-KH/TU", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("q=hieuluc:khong-co", "con-hieu-luc")]
    [InlineData("validity=khong-co", "con-hieu-luc")]
    [InlineData("q=loai:khong-co", "chi-thi")]
    [InlineData("q=capdo:khong-co", "trung-uong")]
    public async Task AClosedFilterNamesItsValues(string query, string allowed)
    {
        var problem = await host.Client.JsonAsync("/api/search?" + query, HttpStatusCode.BadRequest);
        Assert.Contains(allowed, problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASignerNobodyHasGetsTheNearestNames()
    {
        var signers = (await host.Client.JsonAsync("/api/search?limit=1&facets=true")).GetProperty("facets").GetProperty("signer");
        var name = signers[0].GetProperty("value").GetString()!;
        var answer = await host.Client.JsonAsync("/api/search?q=" + Uri.EscapeDataString($"nguoiky:\"{name}x\""));
        Assert.Equal(0, answer.GetProperty("total").GetProperty("value").GetInt64());
        Assert.Contains(name, answer.GetProperty("unknownValues")[0].GetProperty("nearest").EnumerateArray().Select(near => near.GetString()));
        Assert.NotEmpty((await host.Client.JsonAsync("/api/search?q=" + Uri.EscapeDataString($"nguoiky:\"{name}\""))).Keys());
    }

    [Fact]
    public async Task ChainsGoDownAndUpInOrder()
    {
        var down = (await host.Client.JsonAsync("/api/documents/04-ct-tw-2011-07-06/chains")).GetProperty("items").EnumerateArray()
            .First(chain => chain.GetProperty("direction").GetString() is "down").GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(["04-CT/TW", "02-HD/BĐNTW", "125-KH/TU", "48-KH/HU"], down.Select(step => step.GetProperty("number").GetString()));
        Assert.Equal(JsonValueKind.Null, down[0].GetProperty("relation").ValueKind);
        Assert.All(down.Skip(1), step => Assert.NotEmpty(step.GetProperty("mention").GetProperty("text").GetString()!));
        var up = (await host.Client.JsonAsync($"/api/documents/{await SlugOf("48-KH/HU")}/chains")).GetProperty("items").EnumerateArray()
            .Where(chain => chain.GetProperty("direction").GetString() is "up").Select(chain => chain.GetProperty("steps").EnumerateArray()
                .Select(step => step.GetProperty("number").GetString()).ToList()).ToList();
        Assert.Contains(up, chain => chain is ["48-KH/HU", "125-KH/TU", "02-HD/BĐNTW", "04-CT/TW"]);
    }

    /// <summary>Who cites a document: in its line, on its route and in the graph the same number.</summary>
    [Fact]
    public async Task CountsAgreeEverywhere()
    {
        var documents = await host.Client.JsonAsync("/api/documents?limit=100");
        foreach (var line in documents.GetProperty("items").EnumerateArray())
        {
            var (slug, key) = (line.GetProperty("slug").GetString(), line.GetProperty("key").GetString());
            var citing = (await host.Client.JsonAsync($"/api/documents/{slug}/cited-by?limit=100")).GetProperty("items").EnumerateArray()
                .Select(item => item.GetProperty("document").GetProperty("key").GetString()).Distinct(StringComparer.Ordinal).ToList();
            var graph = await host.Client.JsonAsync($"/api/graph?key={Uri.EscapeDataString(key!)}&direction=in");
            var edges = graph.GetProperty("edges").EnumerateArray().Where(edge => edge.GetProperty("target").ValueEquals(key)).ToList();
            Assert.Equal(line.GetProperty("citedBy").GetInt32(), citing.Count);
            Assert.Equal(citing.Order(StringComparer.Ordinal), edges.Select(edge => edge.GetProperty("source").GetString()).Order(StringComparer.Ordinal));
            Assert.All(edges, edge => Assert.True(edge.GetProperty("mentions").GetInt32() >= 1));
        }
    }

    private async Task<string?> SlugOf(string number) =>
        (await host.Client.JsonAsync("/api/citations/lookup?q=" + Uri.EscapeDataString(number))).GetProperty("candidates")[0].GetProperty("slug").GetString();
}
