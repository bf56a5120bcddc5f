using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Search.Cli.Output;

namespace Search.Cli.Commands;

/// <summary>Says in one sentence what is wrong with a command line.</summary>
internal static class UsageErrors
{
    /// <summary>The first error, or null where the command line can run.</summary>
    public static Message? Of(ParseResult parsed)
    {
        if (parsed.Errors.Count == 0 || parsed.Action is { ClearsParseErrors: true } or HelpAction)
        {
            return null;
        }

        var unmatched = parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null;
        var help = parsed.CommandResult.Command is RootCommand ? "search --help" : $"search {parsed.CommandResult.Command.Name} --help";
        var (vietnamese, english) = parsed.Errors[0] switch
        {
            _ when unmatched is not null && parsed.CommandResult.Command is RootCommand =>
                ($"Không có lệnh '{unmatched}'.", $"There is no command '{unmatched}'."),
            _ when unmatched is not null =>
                ($"Không hiểu tham số '{unmatched}'.", $"Cannot read the argument '{unmatched}'."),
            { SymbolResult: ArgumentResult argument } error =>
                ($"Thiếu hoặc sai tham số {argument.Argument.Name}.", error.Message),
            { SymbolResult: OptionResult option } error =>
                ($"Giá trị của {option.Option.Name} thiếu hoặc sai.", error.Message),
            { SymbolResult: CommandResult { Command: RootCommand } } =>
                ("Cần một lệnh.", "A command is needed."),
            var error => ("Dòng lệnh chưa đủ hoặc sai.", error.Message),
        };
        // Lists of values come on lines of their own.
        english = string.Join(' ', english.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new Message($"{vietnamese} Xem: {help}", $"{english} See: {help}");
    }

    /// <summary>The wanted language even where the rest of the line cannot be read.</summary>
    public static Language LanguageOf(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] is "--lang=en")
            {
                return Language.En;
            }

            if (args[i] is "--lang" && i + 1 < args.Count && args[i + 1] is "en")
            {
                return Language.En;
            }
        }

        return Language.Vi;
    }
}
