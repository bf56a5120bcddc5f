using System.CommandLine;
using Search.Cli.Output;

namespace Search.Cli.Commands;

/// <summary>The options every command understands.</summary>
internal static class CommonOptions
{
    public static Option<string?> Data { get; } = new("--data")
    {
        Description = "Thư mục dữ liệu, gồm kho và chỉ mục; không nêu thì là index/. | The data folder: store and index; index/ by default.",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<string?> Catalogues { get; } = new("--catalogues")
    {
        Description = "Thư mục danh mục riêng; mỗi tệp ở đó thay cho tệp có sẵn. | A folder of catalogues; each file in it replaces the embedded one.",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "In kết quả dạng JSON, cho chương trình khác đọc. | Print the answer as JSON.",
        Recursive = true,
    };

    public static Option<Language> Lang { get; } = new("--lang")
    {
        Description = "Ngôn ngữ của thông báo: vi (tiếng Việt) hoặc en (tiếng Anh). | Language of messages: vi (Vietnamese) or en (English).",
        HelpName = "LANGUAGE",
        Recursive = true,
        DefaultValueFactory = _ => Language.Vi,
    };
}
