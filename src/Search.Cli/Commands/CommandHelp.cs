using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.CompilerServices;
using Search.Cli.Output;

namespace Search.Cli.Commands;

/// <summary>What <c>--help</c> prints, in the reader's language: the library's own help speaks English and names its types.</summary>
internal sealed class CommandHelp : SynchronousCommandLineAction
{
    private static readonly ConditionalWeakTable<Command, string[]> Examples = [];

    private static readonly (int Code, Message Meaning)[] Codes =
    [
        (ExitCodes.Done, new("xong", "done")),
        (ExitCodes.Failed, new("lỗi", "failed")),
        (ExitCodes.WrongUsage, new("dùng sai", "wrong usage")),
        (ExitCodes.Quarantined, new("xong, có tệp bị cách ly", "done, some files quarantined")),
        (ExitCodes.NotFound, new("không tìm thấy", "not found")),
    ];

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var language = UsageErrors.LanguageOf([.. parseResult.Tokens.Select(token => token.Value)]);
        var command = parseResult.CommandResult.Command;
        var sheet = new HelpSheet(parseResult.InvocationConfiguration.Output, language);
        var options = command.Options.Concat(Inherited(command)).Where(option => !option.Hidden).ToList();
        sheet.Paragraph(Message.Parse(command.Description));
        sheet.Heading(new("Cách dùng", "Usage"));
        sheet.Line(Usage(command, options, language));
        sheet.List(new("Tham số", "Arguments"), command.Arguments.Select(argument => (HelpWords.Shown(argument, language), HelpWords.About(argument))));
        sheet.List(new("Lệnh", "Commands"), command.Subcommands.Select(sub => (sub.Name, Message.Parse(sub.Description))));
        sheet.List(new("Tùy chọn", "Options"), options.Select(option => (HelpWords.Shown(option, language), HelpWords.About(option))));
        if (Examples.TryGetValue(command, out var examples))
        {
            sheet.Heading(new("Ví dụ", "Examples"));
            foreach (var example in examples)
            {
                sheet.Line(example);
            }
        }

        sheet.List(new("Mã thoát", "Exit codes"), Codes.Select(code => ($"{code.Code}", code.Meaning)));
        return ExitCodes.Done;
    }

    /// <summary>Command lines that a reader can copy.</summary>
    public static void Show(Command command, string[] examples) => Examples.Add(command, examples);

    /// <summary>Puts this help in the place of the standard one, for a command and all below it.</summary>
    public static void Install(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new CommandHelp();
        }
    }

    private static IEnumerable<Option> Inherited(Command command) =>
        command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive).Concat(Inherited(parent)));

    private static string Usage(Command command, List<Option> options, Language language) => string.Join(' ',
    [
        HelpWords.Path(command),
        .. command.Subcommands.Count > 0 ? (string[])[new Message("LỆNH", "COMMAND").In(language)] : [],
        .. command.Arguments.Select(argument => HelpWords.Shown(argument, language)),
        .. options.Where(option => option.Required).Select(option => HelpWords.Shown(option, language)),
        new Message("[TÙY CHỌN]", "[OPTIONS]").In(language),
    ]);
}
