using System.CommandLine;
using System.CommandLine.Completions;
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
        if (parsed.Action is { ClearsParseErrors: true } or HelpAction)
        {
            return null;
        }

        var unmatched = parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : Misread(parsed);
        if (parsed.Errors.Count == 0 && unmatched is null)
        {
            return null;
        }

        var help = $"{HelpWords.Path(parsed.CommandResult.Command)} --help";
        var (vietnamese, english) = parsed.Errors.FirstOrDefault() switch
        {
            _ when unmatched is not null && parsed.CommandResult.Command is RootCommand =>
                ($"Không có lệnh '{unmatched}'.", $"There is no command '{unmatched}'."),
            _ when unmatched is not null =>
                ($"Không hiểu tham số '{unmatched}'.", $"Cannot read the argument '{unmatched}'."),
            { SymbolResult: ArgumentResult argument } =>
                ($"Thiếu hoặc sai tham số {HelpWords.Placeholder(argument.Argument.Name, Language.Vi)}.", $"The argument {argument.Argument.Name} is missing or wrong."),
            { SymbolResult: OptionResult option } when Needed(option.Option) is var (needed, neededEnglish) =>
                ($"Giá trị của {option.Option.Name} thiếu hoặc sai{needed}.", $"The value of {option.Option.Name} is missing or wrong{neededEnglish}."),
            { SymbolResult: CommandResult { Command: RootCommand } } =>
                ("Cần một lệnh.", "A command is needed."),
            _ => ("Dòng lệnh chưa đủ hoặc sai.", "The command line is incomplete or wrong."),
        };
        return new Message($"{vietnamese} Xem: {help}", $"{english} See: {help}");
    }

    /// <summary>An option that nobody knows and that was taken for a value, or null: <c>show --nothing</c>. Behind <c>--</c> it is one.</summary>
    private static string? Misread(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash)
        .FirstOrDefault(token => token.Type == TokenType.Argument && token.Value is ['-', '-', >= 'a' and <= 'z', ..] && !token.Value.Any(char.IsWhiteSpace))?.Value;

    // What an option takes, in words: the parser's own messages name types of the framework.
    private static (string Vietnamese, string English) Needed(Option option)
    {
        var values = HelpWords.Values(option.GetCompletions(CompletionContext.Empty));
        if (values.Count > 0)
        {
            var list = string.Join(", ", values);
            return ($"; nhận: {list}", $"; it takes: {list}");
        }

        var type = Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType;
        return type == typeof(int) || type == typeof(long) ? ("; cần một số nguyên", "; a whole number is needed")
            : type == typeof(DateOnly) ? ("; cần một ngày, ví dụ 2011-07-06", "; a day is needed, such as 2011-07-06")
            : ("", "");
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
