using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Search.Application.Accounts;

namespace Search.Api.Tests;

/// <summary>The tools over HTTP, spoken to by the protocol's own client.</summary>
[Collection("host")]
public sealed class McpTests(ApiHostFixture host)
{
    [Fact]
    public async Task ACallerOfThisMachineFindsAndUsesTheTools()
    {
        await using var client = await ConnectAsync(key: null);
        Assert.Equal(
            ["fetch", "find_citations", "get_document_graph", "lookup_citation", "search", "verify_citation"], await NamesAsync(client));
        var answer = await client.CallToolAsync("lookup_citation", new Dictionary<string, object?>(StringComparer.Ordinal) { ["citation"] = "04-CT/TW" });
        Assert.NotEqual(true, answer.IsError);
        Assert.Contains("04-CT/TW@2011-07-06", ((TextContentBlock)answer.Content[0]).Text, StringComparison.Ordinal);
        var wrong = await client.CallToolAsync("search", new Dictionary<string, object?>(StringComparer.Ordinal) { ["limit"] = 3 });
        Assert.True(wrong.IsError);
        Assert.Contains("'query'", ((TextContentBlock)wrong.Content[0]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKeyGetsTheToolsOfItsScopes()
    {
        var keys = host.Services.GetRequiredService<ApiKeyStore>();
        var (_, searching) = keys.Create("searches", [Scopes.Search], TimeSpan.FromDays(1));
        var (_, ingesting) = keys.Create("ingests", [Scopes.Ingest], TimeSpan.FromDays(1));
        await using (var client = await ConnectAsync(searching))
        {
            Assert.Equal(["find_citations", "lookup_citation", "search", "verify_citation"], await NamesAsync(client));
            await Assert.ThrowsAnyAsync<ModelContextProtocol.McpException>(async () =>
                await client.CallToolAsync("fetch", new Dictionary<string, object?>(StringComparer.Ordinal) { ["key"] = "04-CT/TW" }));
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/mcp", UriKind.Relative)) { Content = new StringContent("{}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")) };
        request.Headers.Authorization = new("Bearer", ingesting);
        using var refused = await host.Client.SendAsync(request);
        await refused.ProblemAsync(HttpStatusCode.Forbidden, "scope-missing");
    }

    private static async Task<IEnumerable<string>> NamesAsync(McpClient client) =>
        (await client.ListToolsAsync()).Select(tool => tool.Name).Order(StringComparer.Ordinal);

    private Task<McpClient> ConnectAsync(string? key) => McpClient.CreateAsync(new HttpClientTransport(
        new HttpClientTransportOptions
        {
            Endpoint = new Uri(host.Client.BaseAddress!, "/mcp"),
            AdditionalHeaders = key is null ? null : new Dictionary<string, string>(StringComparer.Ordinal) { ["Authorization"] = "Bearer " + key },
        }));
}
