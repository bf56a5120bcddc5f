using Search.Application.Errors;
using Search.Store;
using Search.Store.Audit;

namespace Search.Application.Accounts;

// Longer than most files because every change of an account and its sessions, with its entry in the audit log, stands here.
/// <summary>
/// The accounts of a store: made, changed and disabled, with their one-time links and sessions. Passwords come here as
/// hashes. Every change is on disk with its entry in the audit log when a call returns. Safe for use from many threads.
/// </summary>
public sealed class AccountService(IRecordStore records, AccountDirectory directory, TimeProvider clock)
{
    /// <summary>Who the audit log names for the command line.</summary>
    public const string Operator = "operator";

    /// <summary>Wrong passwords after which an account takes none for a while.</summary>
    internal const int MostFailures = 5;

    private const int MostSessions = 20;
    private const int LongestText = 200;
    private static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <summary>Every account in the order of names.</summary>
    public IReadOnlyList<Account> List() => [.. All(records).OrderBy(account => account.Name, StringComparer.Ordinal)];

    /// <summary>The account of a name.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <exception cref="SearchException">There is none.</exception>
    public Account Named(string name) => Named(records, name);

    /// <summary>Makes an account, with a one-time link by which its owner sets a password.</summary>
    /// <param name="name">The name to sign in with.</param>
    /// <param name="role">One of <see cref="Roles.All"/>.</param>
    /// <param name="clearance">One of <see cref="Scopes.Levels"/>; null for none.</param>
    /// <param name="displayName">The name that others see; null for the same.</param>
    /// <param name="linkLifetime">How long the link works.</param>
    /// <param name="by">Who makes it.</param>
    /// <returns>The account, and the secret of its link, which cannot be recovered.</returns>
    /// <exception cref="SearchException">The name is taken or is none, or there is no such role or level.</exception>
    public (Account Account, string Link) Add(
        string name, string role, string? clearance, string? displayName, TimeSpan linkLifetime, string by = Operator)
    {
        var link = Secrets.New();
        var account = Checked(new Account
        {
            Id = Secrets.NewId(bytes: 8),
            Name = AccountNames.Checked(name),
            DisplayName = Short(displayName),
            Role = role,
            Clearance = clearance,
            CreatedAt = clock.GetUtcNow(),
            LinkHash = Secrets.Hash(link),
            LinkExpiresAt = clock.GetUtcNow() + linkLifetime,
        });
        Write(changes =>
        {
            if (All(changes).Any(other => string.Equals(other.Name, account.Name, StringComparison.Ordinal)))
            {
                throw SearchException.Invalid("name", $"Đã có tài khoản '{account.Name}'.", $"There is an account '{account.Name}' already.");
            }

            Put(changes, account);
            Log(changes, by, AuditActions.UserAdded, account, Described(account));
            return account;
        });
        return (account, link);
    }

    /// <summary>The account of an OpenID provider's subject when the person comes for the first time: the one that an
    /// administrator made under that name and nobody uses yet, else a new one.</summary>
    /// <param name="externalId">Issuer and subject, with a blank between.</param>
    /// <param name="name">The name the provider gives; a new account gets another one with a number where it is not free.</param>
    /// <param name="displayName">The name that others see.</param>
    /// <param name="email">Address for alerts; null for none.</param>
    /// <param name="addsReaders">Whether a new account is made, as a reader's.</param>
    /// <returns>The account; null where there is none and none may be made.</returns>
    internal Account? ForProvider(string externalId, string name, string? displayName, string? email, bool addsReaders) => Write(changes =>
    {
        var all = All(changes).ToList();
        if (all.Find(account => string.Equals(account.ExternalId, externalId, StringComparison.Ordinal)) is { } known)
        {
            return known;
        }

        if (all.Find(account => account is { ExternalId: null, PasswordHash: null, LinkHash: not null }
            && string.Equals(account.Name, AccountNames.Normal(name), StringComparison.Ordinal)) is { } prepared)
        {
            var joined = prepared with { ExternalId = externalId, Email = prepared.Email ?? Short(email), LinkHash = null, LinkExpiresAt = null };
            Put(changes, joined);
            Log(changes, joined.Name, AuditActions.UserChanged, joined, "openid");
            return joined;
        }

        if (!addsReaders)
        {
            return null;
        }

        var letters = string.Concat(AccountNames.Normal(name).Where(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '@').Take(50));
        var wanted = letters.Length == 0 ? "openid" : letters;
        var account = new Account
        {
            Id = Secrets.NewId(bytes: 8),
            Name = Enumerable.Range(1, all.Count + 1).Select(n => n == 1 ? wanted : $"{wanted}-{n}")
                .First(free => all.TrueForAll(other => !string.Equals(other.Name, free, StringComparison.Ordinal))),
            DisplayName = Short(displayName),
            Email = Short(email),
            Role = Roles.Reader,
            ExternalId = externalId,
            CreatedAt = clock.GetUtcNow(),
        };
        Put(changes, account);
        Log(changes, account.Name, AuditActions.UserAdded, account, Described(account));
        return account;
    });

    /// <summary>Changes an account; its sessions go on with the new role, and end when it is disabled.</summary>
    /// <param name="name">The account.</param>
    /// <param name="change">What is changed: role, clearance, display name, e-mail, whether it is disabled.</param>
    /// <param name="by">Who changes it.</param>
    /// <exception cref="SearchException">There is no such account, role or level, or it is the last administrator.</exception>
    public Account Change(string name, Func<Account, Account> change, string by = Operator)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Write(changes =>
        {
            var account = Named(changes, name);
            var changed = Checked(change(account) with { Id = account.Id, Name = account.Name });
            if (IsAdministrator(account) && !IsAdministrator(changed) && All(changes).Count(IsAdministrator) == 1)
            {
                throw SearchException.Invalid(
                    "name", $"'{account.Name}' là quản trị viên cuối cùng.", $"'{account.Name}' is the last administrator.");
            }

            Put(changes, changed);
            if (changed.IsDisabled)
            {
                EndAll(changes, account, but: null);
            }

            Log(changes, by, AuditActions.UserChanged, changed, Described(changed));
            return changed;
        });
    }

    /// <summary>Gives an account a new one-time link; the one before stops working.</summary>
    /// <param name="name">The account.</param>
    /// <param name="lifetime">How long it works.</param>
    /// <param name="by">Who gives it.</param>
    /// <returns>The secret of the link.</returns>
    /// <exception cref="SearchException">There is no such account.</exception>
    public string NewLink(string name, TimeSpan lifetime, string by = Operator)
    {
        var link = Secrets.New();
        Change(name, account => account with { LinkHash = Secrets.Hash(link), LinkExpiresAt = clock.GetUtcNow() + lifetime }, by);
        return link;
    }

    /// <summary>Sets a password. The account's link is used up by it, its lock goes, and its other sessions end.</summary>
    /// <param name="id">The account.</param>
    /// <param name="passwordHash">The password, hashed.</param>
    /// <param name="keepSession">Id of the session that goes on; null for none.</param>
    public void SetPassword(string id, string passwordHash, string? keepSession = null) => Write(changes =>
    {
        var account = ById(changes, id);
        Put(changes, account with { PasswordHash = passwordHash, LinkHash = null, LinkExpiresAt = null, Failures = 0, LockedUntil = null });
        EndAll(changes, account, keepSession);
        Log(changes, account.Name, AuditActions.PasswordSet, account, detail: null);
        return true;
    });

    /// <summary>Keeps a password's hash that was made again with stronger parameters.</summary>
    /// <param name="id">The account.</param>
    /// <param name="passwordHash">The same password, hashed again.</param>
    internal void Rehash(string id, string passwordHash) => Write(changes =>
    {
        Put(changes, ById(changes, id) with { PasswordHash = passwordHash });
        return true;
    });

    /// <summary>Whether an account takes no password for now.</summary>
    internal bool IsLocked(Account account) => account.LockedUntil > clock.GetUtcNow();

    /// <summary>Notes a sign-in that was refused; after <see cref="MostFailures"/> the account is locked for a while.</summary>
    /// <param name="id">The account; null where the name is nobody's.</param>
    internal void Refused(string? id) => Write(changes =>
    {
        var now = clock.GetUtcNow();
        if (id is null)
        {
            // The name is not noted: people type their password there.
            AuditLog.Append(changes, new AuditEntry(now, "unknown", AuditActions.SignInRefused));
            return true;
        }

        var account = ById(changes, id);
        var failures = account.Failures + 1;
        var isLocked = failures >= MostFailures;
        Put(changes, account with { Failures = isLocked ? 0 : failures, LockedUntil = isLocked ? now + Lockout : account.LockedUntil });
        Log(changes, account.Name, AuditActions.SignInRefused, account, isLocked ? "locked" : null);
        return true;
    });

    /// <summary>Begins a session; the oldest ends where there are too many.</summary>
    /// <param name="id">The account.</param>
    /// <param name="lifetime">How long it lasts at most.</param>
    /// <param name="browser">What the browser calls itself.</param>
    /// <param name="how">By which way the person signed in.</param>
    /// <returns>The session's secret, which cannot be recovered.</returns>
    internal string Begin(string id, TimeSpan lifetime, string? browser, string how)
    {
        var secret = Secrets.New();
        Write(changes =>
        {
            var now = clock.GetUtcNow();
            var account = ById(changes, id);
            var session = new Session
            {
                Id = Secrets.Hash(secret),
                Account = id,
                CreatedAt = now,
                ExpiresAt = now + lifetime,
                SeenAt = now,
                Browser = Short(browser),
            };
            var before = changes.Of(RecordKinds.Session, id).Select(RecordJson.Read<Session>).OrderByDescending(other => other.CreatedAt).ToList();
            foreach (var ended in before.Where((other, i) => i >= MostSessions - 1 || other.ExpiresAt <= now))
            {
                changes.Remove(RecordKinds.Session, ended.Id);
            }

            changes.Put(RecordKinds.Session, session.Id, RecordJson.Write(session), id);
            if (account.Failures > 0 || account.LockedUntil is not null)
            {
                Put(changes, account with { Failures = 0, LockedUntil = null });
            }

            Log(changes, account.Name, AuditActions.SignedIn, account, how);
            return true;
        });
        return secret;
    }

    /// <summary>Notes that a session was used, now and then.</summary>
    internal void Seen(Session session)
    {
        var now = clock.GetUtcNow();
        if (now - session.SeenAt < SeenEvery)
        {
            return;
        }

        Write(changes =>
        {
            if (changes.Read(RecordKinds.Session, session.Id) is { } record)
            {
                changes.Put(RecordKinds.Session, session.Id, RecordJson.Write(RecordJson.Read<Session>(record) with { SeenAt = now }), session.Account);
            }

            return true;
        });
    }

    /// <summary>The sessions of an account that have not ended, newest first.</summary>
    /// <param name="account">The account.</param>
    public IReadOnlyList<Session> Sessions(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return
        [
            .. records.Of(RecordKinds.Session, account.Id).Select(RecordJson.Read<Session>)
                .Where(session => session.ExpiresAt > clock.GetUtcNow()).OrderByDescending(session => session.CreatedAt),
        ];
    }

    /// <summary>Ends one session of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="id">The session's id or its first 12 figures.</param>
    /// <param name="by">Who ends it.</param>
    /// <returns>False when the account has no such session.</returns>
    public bool End(Account account, string id, string by)
    {
        ArgumentNullException.ThrowIfNull(account);
        return Write(changes =>
        {
            var session = changes.Of(RecordKinds.Session, account.Id)
                .FirstOrDefault(record => id.Length >= 12 && record.Id.StartsWith(id, StringComparison.Ordinal));
            if (session is null)
            {
                return false;
            }

            changes.Remove(RecordKinds.Session, session.Id);
            Log(changes, by, AuditActions.SignedOut, account, session.Id[..12]);
            return true;
        });
    }

    /// <summary>Ends all sessions of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="by">Who ends them.</param>
    /// <param name="but">Id of a session that goes on; null for none.</param>
    /// <returns>How many.</returns>
    public int EndAll(Account account, string by, string? but = null)
    {
        ArgumentNullException.ThrowIfNull(account);
        return Write(changes =>
        {
            var ended = EndAll(changes, account, but);
            Log(changes, by, AuditActions.SignedOut, account, "all");
            return ended;
        });
    }

    private static int EndAll(IRecordChanges changes, Account account, string? but)
    {
        var sessions = changes.Of(RecordKinds.Session, account.Id).Where(session => !string.Equals(session.Id, but, StringComparison.Ordinal)).ToList();
        foreach (var session in sessions)
        {
            changes.Remove(RecordKinds.Session, session.Id);
        }

        return sessions.Count;
    }

    private static bool IsAdministrator(Account account) => account is { Role: Roles.Administrator, IsDisabled: false };

    private static IEnumerable<Account> All(IRecordReader reader) => reader.List(RecordKinds.User).Select(RecordJson.Read<Account>);

    private static Account ById(IRecordReader reader, string id) =>
        reader.Read(RecordKinds.User, id) is { } record ? RecordJson.Read<Account>(record) : throw NoAccount(id);

    private static Account Named(IRecordReader reader, string name) =>
        All(reader).FirstOrDefault(account => string.Equals(account.Name, AccountNames.Normal(name), StringComparison.Ordinal)) ?? throw NoAccount(name);

    private static SearchException NoAccount(string name) =>
        SearchException.Missing($"Không có tài khoản '{name}'.", $"There is no account '{name}'.");

    private static Account Checked(Account account)
    {
        if (!Roles.All.Contains(account.Role, StringComparer.Ordinal))
        {
            throw SearchException.Invalid("role", $"Vai trò là: {string.Join(", ", Roles.All)}.", $"Roles are: {string.Join(", ", Roles.All)}.");
        }

        return account.Clearance is null || Scopes.Levels.Contains(account.Clearance, StringComparer.Ordinal)
            ? account
            : throw SearchException.Invalid(
                "clearance", $"Mức mật là: {string.Join(", ", Scopes.Levels)}.", $"Levels are: {string.Join(", ", Scopes.Levels)}.");
    }

    private static string Described(Account account) =>
        string.Join(' ', new[] { account.Role, account.Clearance, account.IsDisabled ? "disabled" : null }.OfType<string>());

    private static string? Short(string? text)
    {
        var clean = text is null ? "" : string.Concat(text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Take(LongestText)).Trim();
        return clean.Length == 0 ? null : clean;
    }

    private static void Put(IRecordChanges changes, Account account) => changes.Put(RecordKinds.User, account.Id, RecordJson.Write(account));

    private void Log(IRecordChanges changes, string by, string action, Account account, string? detail) =>
        AuditLog.Append(changes, new AuditEntry(clock.GetUtcNow(), by, action, account.Name, detail));

    private T Write<T>(Func<IRecordChanges, T> change)
    {
        var result = records.Write(change);
        directory.Refresh();
        return result;
    }
}
