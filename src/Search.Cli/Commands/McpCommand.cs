using System.CommandLine;
using ModelContextProtocol.Server;
using Search.Application.Mcp;

namespace Search.Cli.Commands;

/// <summary><c>search mcp</c>: the knowledge base as tools over standard input and output.</summary>
internal static class McpCommand
{
    public static Command Create() =>
        new Command("mcp", "Máy chủ MCP qua stdio, chỉ đọc. | MCP server over stdio, read-only.")
            .WithExamples("search mcp --data index/")
            .Does(RunAsync);

    /// <summary>Serves one client over two streams until it leaves.</summary>
    public static async Task ServeAsync(OpenSystem system, Stream input, Stream output, CancellationToken stop)
    {
        await using var transport = new StreamServerTransport(input, output, "search");
        var options = new McpServerOptions();
        new McpTools(system.Collection).Serve(options, mayRead: true);
        await using var server = McpServer.Create(transport, options);
        await server.RunAsync(stop);
    }

    private static async Task<int> RunAsync(CommandRun run)
    {
        using var system = run.OpenForSearch();
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        await ServeAsync(system, input, output, run.Stop);
        return ExitCodes.Done;
    }
}
