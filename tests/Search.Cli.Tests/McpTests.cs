using System.IO.Pipelines;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Search.Cli.Commands;
using Search.Ingestion;

namespace Search.Cli.Tests;

/// <summary>The server spoken to by the protocol's own client, over streams as it is over stdio.</summary>
[Collection("corpus")]
public sealed class McpTests(CorpusFixture corpus)
{
    [Fact]
    public async Task ARealClientFindsAndUsesTheTools()
    {
        using var system = OpenSystem.Open(new KnowledgeOptions { DataDirectory = corpus.Data });
        var toServer = new Pipe();
        var toClient = new Pipe();
        using var stop = new CancellationTokenSource();
        var serving = McpCommand.ServeAsync(system, toServer.Reader.AsStream(), toClient.Writer.AsStream(), stop.Token);
        await using (var client = await McpClient.CreateAsync(
            new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream())))
        {
            var tools = await client.ListToolsAsync();
            Assert.Equal(
                ["fetch", "find_citations", "get_document_graph", "lookup_citation", "search", "verify_citation"], tools.Select(t => t.Name).Order(StringComparer.Ordinal));
            Assert.All(tools, tool => Assert.True(tool.ProtocolTool.Annotations?.ReadOnlyHint));
            Assert.Equal("04-CT/TW@2011-07-06", (await Call("search", new() { ["query"] = "chi thi 04", ["limit"] = 1 }))
                .GetProperty("hits")[0].GetProperty("document").GetProperty("key").GetString());
            Assert.Equal(200, (await Call("lookup_citation", new() { ["citation"] = "CT 04" })).GetProperty("status").GetInt32());
            var check = await Call("verify_citation", new() { ["number"] = "04-CT/TW", ["date"] = "07/7/2011" });
            Assert.Equal(("wrong", "date"), (check.GetProperty("verdict").GetString(), check.GetProperty("wrong")[0].GetProperty("field").GetString()));
            Assert.True((await Call("get_document_graph", new() { ["key"] = "04-CT/TW", ["depth"] = 2 })).GetProperty("edges").GetArrayLength() > 3);
            Assert.NotEmpty((await Call("fetch", new() { ["key"] = "04-CT/TW" })).GetProperty("text").GetString()!);
            Assert.Equal(1, (await Call("find_citations", new() { ["text"] = "Thực hiện Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư." }))
                .GetProperty("citations").GetArrayLength());
            var wrong = await client.CallToolAsync("fetch", new Dictionary<string, object?>(StringComparer.Ordinal) { ["key"] = "khong-co" });
            Assert.True(wrong.IsError);
            Assert.Contains("khong-co", ((TextContentBlock)wrong.Content[0]).Text, StringComparison.Ordinal);
            await NamesAsync("search", new() { ["query"] = "đối ngoại", ["limit"] = "abc" }, "'limit'");
            await NamesAsync("search", new() { ["query"] = "đối ngoại", ["limit"] = 1000 }, "'limit'");
            await NamesAsync("search", new() { ["limit"] = 5 }, "'query'");
            await NamesAsync("search", new() { ["q"] = "đối ngoại" }, "'q'");
            await NamesAsync("search", new() { ["query"] = 7 }, "'query'");
            await NamesAsync("search", new() { ["query"] = new string('a', 100_000) }, "query: ");
            await NamesAsync("get_document_graph", new() { ["key"] = "04-CT/TW", ["direction"] = "up" }, "'direction'");

            async Task NamesAsync(string tool, Dictionary<string, object?> arguments, string argument)
            {
                var refused = await client.CallToolAsync(tool, arguments);
                Assert.True(refused.IsError);
                Assert.Contains(argument, ((TextContentBlock)refused.Content[0]).Text, StringComparison.Ordinal);
            }

            async Task<JsonElement> Call(string tool, Dictionary<string, object?> arguments)
            {
                var result = await client.CallToolAsync(tool, arguments);
                Assert.NotEqual(true, result.IsError);
                using var json = JsonDocument.Parse(((TextContentBlock)result.Content[0]).Text);
                return json.RootElement.Clone();
            }
        }

        await stop.CancelAsync();
        await serving.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    [Fact]
    public async Task TheProgramItselfServesOverItsStandardStreams()
    {
        await using var client = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = "dotnet",
            Arguments = [Path.Combine(AppContext.BaseDirectory, "search.dll"), "mcp", "--data", corpus.Data],
        }), new McpClientOptions
        {
            // A program that starts on a busy machine is no older program: the client waits as long as it takes.
            DiscoverProbeTimeout = Timeout.InfiniteTimeSpan,
            InitializationTimeout = TimeSpan.FromMinutes(5),
        });
        Assert.Equal("search", client.ServerInfo?.Name);
        var answer = await client.CallToolAsync("lookup_citation", new Dictionary<string, object?>(StringComparer.Ordinal) { ["citation"] = "04-CT/TW" });
        Assert.NotEqual(true, answer.IsError);
        Assert.Contains("04-CT/TW@2011-07-06", ((TextContentBlock)answer.Content[0]).Text, StringComparison.Ordinal);
    }
}
