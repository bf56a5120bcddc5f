using System.Collections.Concurrent;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Search.Cli.Commands;

/// <summary>The built-in help with examples and exit codes below it.</summary>
internal sealed class CommandHelp(HelpAction standard) : SynchronousCommandLineAction
{
    public static ConcurrentDictionary<string, string[]> Examples { get; } = new(StringComparer.Ordinal);

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        standard.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        if (Examples.TryGetValue(command.Name, out var examples))
        {
            output.WriteLine("Ví dụ | Examples:");
            foreach (var example in examples)
            {
                output.WriteLine($"  {example}");
            }

            output.WriteLine();
        }

        output.WriteLine("Mã thoát | Exit codes:");
        output.WriteLine("  0 xong | done   1 lỗi | failed   2 dùng sai | wrong usage");
        output.WriteLine("  3 xong, có tệp bị cách ly | done, some quarantined   4 không tìm thấy | not found");
        return ExitCodes.Done;
    }

    /// <summary>Puts this help in the place of the standard one, for a command and all below it.</summary>
    public static void Install(RootCommand root)
    {
        foreach (var option in root.Options)
        {
            if (option is HelpOption help && help.Action is HelpAction standard)
            {
                help.Action = new CommandHelp(standard);
            }
        }
    }
}
