using System.CommandLine;
using Search.Cli.Commands;
using Search.Cli.Output;
using Search.Documents.Catalogues;

namespace Search.Cli;

/// <summary>The <c>search</c> command: parses the command line, runs one command, answers with its exit code.</summary>
public static class SearchProgram
{
    /// <summary>Runs one command line. Errors become a sentence on <paramref name="error"/>; nothing is thrown for them.</summary>
    /// <param name="args">The arguments after the program's name.</param>
    /// <param name="output">Receives the answer.</param>
    /// <param name="error">Receives progress, remarks and errors.</param>
    /// <param name="stop">Stops the command between two files or blocks.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken stop = default)
    {
        var parsed = Root().Parse(args);
        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        var usage = UsageErrors.Of(parsed);
        if (usage is not null)
        {
            new CommandOutput(output, error, UsageErrors.LanguageOf(args)).Fail(usage);
            return ExitCodes.WrongUsage;
        }

        try
        {
            if (parsed.GetValue(CommonOptions.Catalogues) is { } folder)
            {
                Catalogue.UseFolder(folder);
            }
        }
        catch (Exception e) when (e is CatalogueException or ArgumentException)
        {
            new CommandOutput(output, error, UsageErrors.LanguageOf(args)).Fail(
                new Message($"Danh mục riêng không dùng được: {e.Message}", $"The catalogues cannot be used: {e.Message}"));
            return ExitCodes.WrongUsage;
        }

        return await parsed.InvokeAsync(configuration, stop);
    }

    private static RootCommand Root()
    {
        var root = new RootCommand(
            "Tìm kiếm và tra cứu văn bản của Đảng: nạp, tìm, dẫn chiếu, đồ thị. | "
            + "Search Vietnamese Party documents: ingest, search, citations, graph.")
        {
            CommonOptions.Data,
            CommonOptions.Catalogues,
            CommonOptions.Json,
            CommonOptions.Lang,
        };
        foreach (var command in CommandList.All())
        {
            root.Subcommands.Add(command);
        }

        CommandHelp.Install(root);
        return root;
    }
}
