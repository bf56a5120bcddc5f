using System.Collections.Frozen;
using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using System.Globalization;
using Search.Cli.Output;

namespace Search.Cli.Commands;

/// <summary>Arguments and options as help and errors write them.</summary>
internal static class HelpWords
{
    /// <summary>What stands for a value, by its English name.</summary>
    private static readonly FrozenDictionary<string, string> Placeholders = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ADDRESS"] = "ĐỊA_CHỈ",
        ["CONNECTION"] = "CHUỖI_KẾT_NỐI",
        ["DIR"] = "THƯ_MỤC",
        ["FILE"] = "TỆP",
        ["FILE.json"] = "TỆP.json",
        ["FILE.jsonl"] = "TỆP.jsonl",
        ["FORMAT"] = "DẠNG",
        ["ID"] = "SỐ_HIỆU",
        ["KEY"] = "MÃ_VĂN_BẢN",
        ["KEY:START=KEY"] = "MÃ_VĂN_BẢN:CHỖ=MÃ_VĂN_BẢN",
        ["KIND"] = "LOẠI",
        ["LANGUAGE"] = "NGÔN_NGỮ",
        ["LEVEL"] = "MỨC",
        ["N"] = "SỐ",
        ["NAME"] = "TÊN",
        ["NAME=VALUE"] = "TÊN=GIÁ_TRỊ",
        ["ORDER"] = "THỨ_TỰ",
        ["PATH"] = "ĐƯỜNG_DẪN",
        ["PLACE"] = "NƠI",
        ["RELATION"] = "QUAN_HỆ",
        ["ROLE"] = "VAI_TRÒ",
        ["SCOPE"] = "QUYỀN",
        ["SHELL"] = "SHELL",
        ["STORE"] = "KHO",
        ["TEXT"] = "NỘI_DUNG",
        ["URL"] = "URL",
        ["VALUE"] = "GIÁ_TRỊ",
        ["WAY"] = "CHIỀU",
        ["WORDS"] = "CHỮ",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names of a command and of those above it: <c>search keys create</c>.</summary>
    public static string Path(Command command) => command is RootCommand
        ? "search"
        : $"{command.Parents.OfType<Command>().Select(Path).FirstOrDefault("search")} {command.Name}";

    /// <summary>What stands for a value: <c>TỆP</c>, or <c>FILE</c> in English.</summary>
    public static string Placeholder(string name, Language language) =>
        language == Language.En ? name : Placeholders.GetValueOrDefault(name, name);

    public static string Shown(Argument argument, Language language)
    {
        var name = Placeholder(argument.Name, language);
        return (argument.Arity.MinimumNumberOfValues, argument.Arity.MaximumNumberOfValues) switch
        {
            (0, > 1) => $"[{name}…]",
            (0, _) => $"[{name}]",
            (_, > 1) => $"{name}…",
            _ => name,
        };
    }

    public static string Shown(Option option, Language language)
    {
        var names = string.Join(", ", option.Aliases.Where(alias => alias[0] is not '/').Prepend(option.Name));
        return option is HelpOption or VersionOption || option.ValueType == typeof(bool)
            ? names
            : $"{names} {Placeholder(option.HelpName ?? "TEXT", language)}";
    }

    public static Message About(Argument argument)
    {
        var about = Message.Parse(argument.Description);
        var values = Values(argument.GetCompletions(CompletionContext.Empty));
        return With(about, values, argument.HasDefaultValue ? argument.GetDefaultValue() : null);
    }

    public static Message About(Option option) => option switch
    {
        HelpOption => new("Hiện trợ giúp này.", "Show this help."),
        VersionOption => new("Hiện phiên bản.", "Show the version."),
        _ => With(
            Message.Parse(option.Description),
            option.ValueType == typeof(bool) ? [] : Values(option.GetCompletions(CompletionContext.Empty)),
            option.HasDefaultValue ? option.GetDefaultValue() : null),
    };

    // Values that the description explains one by one are not listed again.
    private static Message With(Message about, List<string> values, object? standard)
    {
        var listed = values.Count > 0 && !values.TrueForAll(value => about.Vietnamese.Contains(value, StringComparison.Ordinal))
            ? string.Join(", ", values)
            : null;
        var usual = standard switch
        {
            null or false or "" => null,
            IEnumerable<string> many => string.Join(", ", many),
            Enum one => one.ToString().ToLowerInvariant(),
            _ => Convert.ToString(standard, CultureInfo.InvariantCulture),
        };
        return new(
            about.Vietnamese + (listed is null ? "" : $" Nhận: {listed}.") + (usual is null ? "" : $" Mặc định: {usual}."),
            about.English + (listed is null ? "" : $" One of: {listed}.") + (usual is null ? "" : $" Default: {usual}."));
    }

    /// <summary>The values that are taken, as they are typed.</summary>
    public static List<string> Values(IEnumerable<CompletionItem> completions) =>
        [.. completions.Select(completion => completion.Label.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];
}
