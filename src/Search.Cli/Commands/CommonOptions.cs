using System.CommandLine;
using Search.Cli.Output;

namespace Search.Cli.Commands;

/// <summary>The options every command understands.</summary>
internal static class CommonOptions
{
    public static Option<string?> Data { get; } = new("--data")
    {
        Description = "Thư mục dữ liệu: kho và chỉ mục (mặc định: index/). | The data folder: store and index.",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<string?> Catalogues { get; } = new("--catalogues")
    {
        Description = "Thư mục danh mục riêng; mỗi tệp ở đó thay cho tệp có sẵn. | A folder of catalogues; each file in it takes the place of the embedded one.",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "In kết quả dạng JSON trên stdout. | Print the answer as JSON on stdout.",
        Recursive = true,
    };

    public static Option<Language> Lang { get; } = new("--lang")
    {
        Description = "Ngôn ngữ của thông báo: vi (kèm tiếng Anh) hoặc en. | Language of messages.",
        HelpName = "vi|en",
        Recursive = true,
        DefaultValueFactory = _ => Language.Vi,
    };
}
