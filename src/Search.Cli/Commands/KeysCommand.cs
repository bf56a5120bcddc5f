using System.CommandLine;
using Search.Application.Accounts;

namespace Search.Cli.Commands;

/// <summary><c>search keys</c>: makes, lists and revokes API keys.</summary>
internal static class KeysCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "Mã truy cập cấp cho ai. | Whose key it is." };

    private static readonly Argument<string> Id = new("ID") { Description = "Số hiệu của mã truy cập. | The key's id." };

    private static readonly Option<string[]> WithScope = new("--scope")
    {
        Description = "Quyền: search (tìm), read (đọc), edit (sửa), ingest (nạp), admin (quản trị); mat, toi-mat, tuyet-mat: xem văn bản mật. Nêu được nhiều quyền. | search, read, edit, ingest, admin; mat, toi-mat, tuyet-mat see secret documents. May be repeated.",
        HelpName = "SCOPE",
        DefaultValueFactory = _ => [Scopes.Search, Scopes.Read],
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> User = new("--user")
    {
        Description = "Tài khoản mà mã truy cập thuộc về; mã không làm được gì hơn tài khoản. | The account it belongs to; it may do nothing that the account may not.",
        HelpName = "NAME",
    };

    private static readonly Option<int?> Days = new("--days")
    {
        Description = "Số ngày có hiệu lực; không nêu thì không hết hạn. | Days until it expires; never by default.",
        HelpName = "N",
    };

    public static Command Create()
    {
        WithScope.AcceptOnlyFromAmong([.. Scopes.All]);
        return new Command("keys", "Quản lý mã truy cập API. | Manage API keys.")
        {
            new Command("create", "Tạo mã truy cập; mã chỉ hiện một lần. | Make a key; its text is shown once.") { Name, WithScope, User, Days }
                .WithExamples("search keys create thu-vien --scope search read --days 365", "search keys create may-quet --user an.nguyen --scope ingest")
                .Does(Make),
            new Command("list", "Liệt kê mã truy cập. | List keys.").Does(List),
            new Command("revoke", "Thu hồi mã truy cập. | Revoke a key.") { Id }
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
            throw CommandException.WrongUsage("Cần tên của người dùng mã truy cập.", "The name of the key's user is needed.");
        }

        using var open = OpenAccounts.Open(run);
        var account = run.Value(User) is { } user ? open.Accounts.Named(user) : null;
        var (key, text) = open.Keys.Create(
            run.Value(Name)!, run.Value(WithScope)!, run.Value(Days) is { } days ? TimeSpan.FromDays(days) : null, account);
        if (run.Json)
        {
            run.Output.Json(new { key.Id, key.Name, Key = text, key.Scopes, key.CreatedAt, key.ExpiresAt, User = account?.Name });
        }
        else
        {
            run.Output.Line(text);
        }

        run.Output.Note(
            $"Mã truy cập {key.Id} ({string.Join(", ", key.Scopes)}). Hãy cất giữ: không xem lại được.",
            $"Key {key.Id} ({string.Join(", ", key.Scopes)}). Keep it: it cannot be shown again.");
        return ExitCodes.Done;
    }

    private static int List(CommandRun run)
    {
        using var open = OpenAccounts.Open(run);
        var keys = open.Keys.List();
        var names = open.Accounts.List().ToDictionary(account => account.Id, account => account.Name, StringComparer.Ordinal);
        if (run.Json)
        {
            run.Output.Json(keys.Select(k => new { k.Id, k.Name, k.Scopes, k.CreatedAt, k.ExpiresAt, User = UserOf(k) }));
            return ExitCodes.Done;
        }

        foreach (var k in keys)
        {
            run.Output.Line($"{k.Id}\t{k.Name}\t{string.Join(',', k.Scopes)}\t{k.ExpiresAt:yyyy-MM-dd}\t{UserOf(k)}");
        }

        return ExitCodes.Done;

        string? UserOf(ApiKey key) => key.Account is { } id ? names.GetValueOrDefault(id, id) : null;
    }

    private static int Revoke(CommandRun run)
    {
        var id = run.Value(Id)!;
        using var open = OpenAccounts.Open(run);
        if (!open.Keys.Revoke(id))
        {
            throw CommandException.NotFound($"Không có mã truy cập '{id}'.", $"There is no key '{id}'.");
        }

        run.Output.Note($"Đã thu hồi mã truy cập {id}.", $"Revoked the key {id}.");
        return ExitCodes.Done;
    }
}
