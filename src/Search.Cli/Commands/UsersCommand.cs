using System.CommandLine;
using Search.Application.Accounts;

namespace Search.Cli.Commands;

/// <summary><c>search users</c>: accounts of people who sign in with a browser.</summary>
internal static class UsersCommand
{
    private const int MostHours = 24 * 14;

    private static readonly Argument<string> Name = new("NAME") { Description = "Tên đăng nhập. | Name to sign in with." };

    private static readonly Option<string> Role = new("--role")
    {
        Description = "Vai trò: reader (tra cứu), editor (sửa), archivist (nạp tệp), administrator (quản trị). | What the person may do: reader, editor, archivist, administrator.",
        HelpName = "ROLE",
        DefaultValueFactory = _ => Roles.Reader,
    };

    private static readonly Option<string?> NewRole = new("--role") { Description = "Vai trò mới: reader (tra cứu), editor (sửa), archivist (nạp tệp), administrator (quản trị). | The new role: reader, editor, archivist, administrator.", HelpName = "ROLE" };

    private static readonly Option<string?> Clearance = new("--clearance")
    {
        Description = "Được xem văn bản đến mức mật này: mat, toi-mat, tuyet-mat; khong là không được xem văn bản mật. | Highest level of secrecy: mat, toi-mat, tuyet-mat; khong for none.",
        HelpName = "LEVEL",
    };

    private static readonly Option<string?> DisplayName = new("--display-name") { Description = "Họ và tên. | Name that others see.", HelpName = "TEXT" };

    private static readonly Option<string?> Email = new("--email") { Description = "Địa chỉ nhận thông báo. | Address for alerts.", HelpName = "ADDRESS" };

    private static readonly Option<string> Address = new("--address")
    {
        Description = "Địa chỉ máy chủ, để in liên kết đầy đủ. | Address of the host, for the whole link.",
        HelpName = "URL",
        DefaultValueFactory = _ => "http://localhost:5080",
    };

    private static readonly Option<int> Hours = new("--hours")
    {
        Description = "Liên kết có hiệu lực trong mấy giờ. | How many hours the link works.",
        HelpName = "N",
        DefaultValueFactory = _ => 24,
    };

    private static readonly Option<string?> Revoke = new("--revoke") { Description = "Kết thúc phiên có số hiệu này. | End the session of this id.", HelpName = "ID" };

    private static readonly Option<bool> All = new("--revoke-all") { Description = "Kết thúc mọi phiên. | End all sessions." };

    public static Command Create()
    {
        Role.AcceptOnlyFromAmong([.. Roles.All]);
        NewRole.AcceptOnlyFromAmong([.. Roles.All]);
        Clearance.AcceptOnlyFromAmong([.. Scopes.Levels, "khong"]);
        return new Command("users", "Quản lý tài khoản người dùng. | Manage accounts.")
        {
            new Command("add", "Thêm tài khoản; in liên kết dùng một lần để đặt mật khẩu. | Add an account and print its one-time link.")
                { Name, Role, Clearance, DisplayName, Email, Address, Hours }
                .WithExamples("search users add an.nguyen --role administrator", "search users add ha.le --role editor --display-name 'Lê Thị Hà' --clearance mat")
                .Does(Add),
            new Command("list", "Liệt kê tài khoản. | List accounts.").Does(List),
            new Command("change", "Đổi vai trò, mức mật, tên, địa chỉ. | Change role, clearance, name, address.") { Name, NewRole, Clearance, DisplayName, Email }.Does(Change),
            new Command("disable", "Khóa tài khoản; mọi phiên kết thúc. | Disable an account; its sessions end.") { Name }.Does(run => Enabled(run, isEnabled: false)),
            new Command("enable", "Mở lại tài khoản. | Enable an account again.") { Name }.Does(run => Enabled(run, isEnabled: true)),
            new Command("link", "Liên kết mới để đặt lại mật khẩu. | A new link that sets the password.") { Name, Address, Hours }.Does(Link),
            new Command("sessions", "Các phiên đang mở của một tài khoản. | Open sessions of an account.") { Name, Revoke, All }.Does(Sessions),
        };
    }

    private static int Add(CommandRun run)
    {
        using var open = OpenAccounts.Open(run);
        var lifetime = Lifetime(run);
        var (account, link) = open.Accounts.Add(run.Value(Name)!, run.Value(Role)!, LevelOf(run.Value(Clearance)), run.Value(DisplayName), lifetime);
        if (run.Value(Email) is { } email)
        {
            account = open.Accounts.Change(account.Name, existing => existing with { Email = email });
        }

        PrintLink(run, account, link, lifetime);
        return ExitCodes.Done;
    }

    private static int Link(CommandRun run)
    {
        using var open = OpenAccounts.Open(run);
        var lifetime = Lifetime(run);
        var link = open.Accounts.NewLink(run.Value(Name)!, lifetime);
        PrintLink(run, open.Accounts.Named(run.Value(Name)!), link, lifetime);
        return ExitCodes.Done;
    }

    private static int List(CommandRun run)
    {
        using var open = OpenAccounts.Open(run);
        var accounts = open.Accounts.List();
        if (run.Json)
        {
            run.Output.Json(accounts.Select(Line));
            return ExitCodes.Done;
        }

        foreach (var account in accounts)
        {
            run.Output.Line(Row(run, account));
        }

        return ExitCodes.Done;
    }

    private static int Change(CommandRun run)
    {
        using var open = OpenAccounts.Open(run);
        var account = open.Accounts.Change(run.Value(Name)!, account => account with
        {
            Role = run.Value(NewRole) ?? account.Role,
            Clearance = run.Value(Clearance) is { } level ? LevelOf(level) : account.Clearance,
            DisplayName = run.Value(DisplayName) ?? account.DisplayName,
            Email = run.Value(Email) ?? account.Email,
        });
        return Told(run, account);
    }

    private static int Enabled(CommandRun run, bool isEnabled)
    {
        using var open = OpenAccounts.Open(run);
        return Told(run, open.Accounts.Change(run.Value(Name)!, account => account with { IsDisabled = !isEnabled }));
    }

    private static int Sessions(CommandRun run)
    {
        using var open = OpenAccounts.Open(run);
        var account = open.Accounts.Named(run.Value(Name)!);
        if (run.Value(Revoke) is { } id && !open.Accounts.End(account, id, AccountService.Operator))
        {
            throw CommandException.NotFound($"Không có phiên '{id}'.", $"There is no session '{id}'.");
        }

        if (run.Value(All))
        {
            open.Accounts.EndAll(account, AccountService.Operator);
        }

        var sessions = open.Accounts.Sessions(account).Select(session => new
        {
            Id = session.Short,
            session.CreatedAt,
            session.SeenAt,
            session.ExpiresAt,
            session.Browser,
        }).ToList();
        if (run.Json)
        {
            run.Output.Json(sessions);
            return ExitCodes.Done;
        }

        foreach (var session in sessions)
        {
            run.Output.Line($"{session.Id}\t{session.CreatedAt:yyyy-MM-dd HH:mm}\t{session.SeenAt:yyyy-MM-dd HH:mm}\t{session.Browser}");
        }

        return ExitCodes.Done;
    }

    private static int Told(CommandRun run, Account account)
    {
        if (run.Json)
        {
            run.Output.Json(Line(account));
        }
        else
        {
            run.Output.Line(Row(run, account));
        }

        run.Output.Note("Có hiệu lực sau vài giây.", "In effect within seconds.");
        return ExitCodes.Done;
    }

    private static void PrintLink(CommandRun run, Account account, string link, TimeSpan lifetime)
    {
        var url = $"{run.Value(Address)!.TrimEnd('/')}/dang-nhap/lien-ket/{link}";
        if (run.Json)
        {
            run.Output.Json(new { account.Name, account.Role, account.Clearance, account.DisplayName, Link = url, LinkExpiresAt = account.LinkExpiresAt });
        }
        else
        {
            run.Output.Line(url);
        }

        run.Output.Note(
            $"Gửi liên kết này cho {account.Shown}: dùng một lần để đặt mật khẩu, trong {lifetime.TotalHours:0} giờ. Không xem lại được.",
            $"Give this link to {account.Shown}: it sets the password once, within {lifetime.TotalHours:0} hours. It cannot be shown again.");
    }

    private static string Row(CommandRun run, Account account) => string.Join(
        '\t', account.Name, account.Role, account.Clearance ?? "-", account.DisplayName ?? "-", account.IsDisabled ? run.Output.Say("đã khóa", "disabled") : run.Output.Say("đang dùng", "in use"));

    private static object Line(Account account) => new
    {
        account.Name,
        account.DisplayName,
        account.Role,
        account.Clearance,
        account.Email,
        Disabled = account.IsDisabled,
        account.CreatedAt,
        HasPassword = account.PasswordHash is not null,
        External = account.ExternalId is not null,
    };

    private static string? LevelOf(string? level) => level is "khong" ? null : level;

    private static TimeSpan Lifetime(CommandRun run) => run.Value(Hours) is > 0 and <= MostHours and var hours
        ? TimeSpan.FromHours(hours)
        : throw CommandException.WrongUsage($"--hours phải từ 1 đến {MostHours}.", $"--hours must lie between 1 and {MostHours}.");
}
