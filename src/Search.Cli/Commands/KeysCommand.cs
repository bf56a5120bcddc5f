using System.CommandLine;
using Search.Api.Access;

namespace Search.Cli.Commands;

/// <summary><c>search keys</c>: makes, lists and revokes API keys.</summary>
internal static class KeysCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "Khóa của ai. | Whose key it is." };

    private static readonly Argument<string> Id = new("ID") { Description = "Mã của khóa. | The key's id." };

    private static readonly Option<string[]> WithScope = new("--scope")
    {
        Description = "search, read, ingest, admin; mat, toi-mat, tuyet-mat: xem văn bản mật. Lặp lại được. | May be repeated; the last three see secret documents.",
        HelpName = "SCOPE",
        DefaultValueFactory = _ => [Scopes.Search, Scopes.Read],
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<int?> Days = new("--days")
    {
        Description = "Số ngày hiệu lực. | Days until it expires.",
        HelpName = "N",
    };

    public static Command Create()
    {
        WithScope.AcceptOnlyFromAmong([.. Scopes.All]);
        return new Command("keys", "Quản lý khóa truy cập API. | Manage API keys.")
        {
            new Command("create", "Tạo khóa; chữ khóa chỉ hiện một lần. | Make a key; its text is shown once.") { Name, WithScope, Days }
                .WithExamples("search keys create thu-vien --scope search read --days 365")
                .Does(Make),
            new Command("list", "Liệt kê khóa. | List keys.").Does(List),
            new Command("revoke", "Thu hồi khóa. | Revoke a key.") { Id }
                .WithExamples("search keys revoke 1f2e3d4c")
                .Does(Revoke),
        };
    }

    private static int Make(CommandRun run)
    {
        if (run.Value(Days) is < 1 or > 36_500)
        {
            throw CommandException.WrongUsage("--days phải từ 1 đến 36500.", "--days must lie between 1 and 36500.");
        }

        if (string.IsNullOrWhiteSpace(run.Value(Name)))
        {
            throw CommandException.WrongUsage("Cần tên của người dùng khóa.", "The name of the key's user is needed.");
        }

        var (key, text) = Store(run).Create(
            run.Value(Name)!, run.Value(WithScope)!, run.Value(Days) is { } days ? TimeSpan.FromDays(days) : null);
        if (run.Json)
        {
            run.Output.Json(new { key.Id, key.Name, Key = text, key.Scopes, key.CreatedAt, key.ExpiresAt });
        }
        else
        {
            run.Output.Line(text);
        }

        run.Output.Note(
            $"Khóa {key.Id} ({string.Join(", ", key.Scopes)}). Hãy cất giữ: không xem lại được.",
            $"Key {key.Id} ({string.Join(", ", key.Scopes)}). Keep it: it cannot be shown again.");
        return ExitCodes.Done;
    }

    private static int List(CommandRun run)
    {
        var keys = Store(run).List();
        if (run.Json)
        {
            run.Output.Json(keys.Select(k => new { k.Id, k.Name, k.Scopes, k.CreatedAt, k.ExpiresAt }));
            return ExitCodes.Done;
        }

        foreach (var k in keys)
        {
            run.Output.Line($"{k.Id}\t{k.Name}\t{string.Join(',', k.Scopes)}\t{k.ExpiresAt:yyyy-MM-dd}");
        }

        return ExitCodes.Done;
    }

    private static int Revoke(CommandRun run)
    {
        var id = run.Value(Id)!;
        if (!Store(run).Revoke(id))
        {
            throw CommandException.NotFound($"Không có khóa '{id}'.", $"There is no key '{id}'.");
        }

        run.Output.Note($"Đã thu hồi khóa {id}.", $"Revoked the key {id}.");
        return ExitCodes.Done;
    }

    private static ApiKeyStore Store(CommandRun run) => Directory.Exists(run.Data)
        ? new(run.Data, TimeProvider.System)
        : throw CommandException.NotFound(
            $"Chưa có thư mục dữ liệu '{run.Data}'; hãy chạy 'search ingest' trước.",
            $"There is no data folder '{run.Data}'; run 'search ingest' first.");
}
