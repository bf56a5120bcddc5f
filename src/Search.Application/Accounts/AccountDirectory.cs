using Search.Store;

namespace Search.Application.Accounts;

/// <summary>
/// Accounts, keys and sessions kept in memory, so that a request asks no database who its caller is. Looks for what
/// changed at most once a second: a role that was changed, a session or a key that was ended counts after that time in
/// every process. Safe for use from many threads.
/// </summary>
public sealed class AccountDirectory(IRecordStore records, TimeProvider clock)
{
    /// <summary>Before the id of a key that owns something.</summary>
    public const string KeyOwner = "key:";

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Account> _accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ApiKey> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);
    private long _version = -1;
    private long _checked;

    /// <summary>The account of an id, or null.</summary>
    /// <param name="id">Its id.</param>
    public Account? FindAccount(string id) => Find(_accounts, id);

    /// <summary>The account of a name to sign in with, or null.</summary>
    /// <param name="name">The name, in any case.</param>
    public Account? AccountOf(string name) => Among(accounts => accounts.FirstOrDefault(
        account => string.Equals(account.Name, AccountNames.Normal(name), StringComparison.Ordinal)));

    /// <summary>The account of an OpenID provider's subject, or null.</summary>
    /// <param name="externalId">Issuer and subject, with a blank between.</param>
    public Account? AccountOfExternal(string externalId) => Among(accounts => accounts.FirstOrDefault(
        account => string.Equals(account.ExternalId, externalId, StringComparison.Ordinal)));

    /// <summary>The account whose one-time link this is, or null where it is unknown, used or ended.</summary>
    /// <param name="secret">The secret of the link.</param>
    public Account? AccountOfLink(string secret) => Among(accounts => accounts.FirstOrDefault(
        account => Secrets.IsHashOf(account.LinkHash, secret) && account.LinkExpiresAt > clock.GetUtcNow() && !account.IsDisabled));

    /// <summary>The valid key of that text with what it may do, or null where it is unknown, revoked or expired, or its
    /// account is disabled.</summary>
    /// <param name="text">What a caller sent.</param>
    public (ApiKey Key, Account? Account, IReadOnlyList<string> Scopes)? FindKey(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > 256 || text.Split('_') is not [ApiKeyStore.Prefix, var id, _]
            || Find(_keys, id) is not { } key || !Secrets.IsHashOf(key.Hash, text) || key.ExpiresAt <= clock.GetUtcNow())
        {
            return null;
        }

        if (key.Account is null)
        {
            return (key, null, key.Scopes);
        }

        return FindAccount(key.Account) is { IsDisabled: false } account ? (key, account, Scopes.Within(key.Scopes, account.Scopes)) : null;
    }

    /// <summary>What the owner of a follow, a note or a list may do now; nothing where the account or the key is gone or disabled.</summary>
    /// <param name="owner">Id of an account, or <c>key:ID</c>.</param>
    /// <returns>The scopes, and the account where there is one.</returns>
    public (IReadOnlyList<string> Scopes, Account? Account) Owner(string owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        if (owner.StartsWith(KeyOwner, StringComparison.Ordinal))
        {
            return Find(_keys, owner[KeyOwner.Length..]) is { Account: null } key && !(key.ExpiresAt <= clock.GetUtcNow()) ? (key.Scopes, null) : ([], null);
        }

        return FindAccount(owner) is { IsDisabled: false } account ? (account.Scopes, account) : ([], null);
    }

    /// <summary>The session of a secret with its account, or null where it is unknown or ended, or the account is disabled.</summary>
    /// <param name="secret">What the browser sent.</param>
    /// <param name="idle">How long a session may lie unused.</param>
    public (Session Session, Account Account)? FindSession(string secret, TimeSpan idle)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return FindOpenSession(Secrets.Hash(secret), idle);
    }

    /// <summary>The session of an id with its account, or null where it is unknown or ended, or the account is disabled.</summary>
    /// <param name="id">SHA-256 of its secret.</param>
    /// <param name="idle">How long a session may lie unused.</param>
    internal (Session Session, Account Account)? FindOpenSession(string id, TimeSpan idle)
    {
        var now = clock.GetUtcNow();
        return Find(_sessions, id) is { } session && session.ExpiresAt > now && session.SeenAt + idle > now
            && FindAccount(session.Account) is { IsDisabled: false } account
                ? (session, account)
                : null;
    }

    /// <summary>Looks for changes now.</summary>
    public void Refresh()
    {
        lock (_lock)
        {
            Read();
        }
    }

    private T? Find<T>(Dictionary<string, T> kept, string id)
        where T : class
    {
        lock (_lock)
        {
            ReadWhenDue();
            return kept.GetValueOrDefault(id);
        }
    }

    private T Among<T>(Func<IEnumerable<Account>, T> ask)
    {
        lock (_lock)
        {
            ReadWhenDue();
            return ask(_accounts.Values);
        }
    }

    private void ReadWhenDue()
    {
        if (_version < 0 || clock.GetElapsedTime(_checked) >= Poll)
        {
            Read();
        }
    }

    private void Read()
    {
        _checked = clock.GetTimestamp();
        if (_version == records.Version)
        {
            return;
        }

        if (_version < 0)
        {
            // The whole history of sessions is no business of a start.
            _version = records.Version;
            foreach (var record in (string[])[RecordKinds.User, RecordKinds.Key, RecordKinds.Session])
            {
                Take(records.List(record));
            }

            return;
        }

        var changed = records.Since(_version);
        Take(changed);
        _version = changed.Count == 0 ? _version : changed[^1].Version;
    }

    private void Take(IReadOnlyList<StoredRecord> changed)
    {
        foreach (var record in changed)
        {
            switch (record.Kind)
            {
                case RecordKinds.User:
                    Take(_accounts, record);
                    break;
                case RecordKinds.Key:
                    Take(_keys, record);
                    break;
                case RecordKinds.Session:
                    Take(_sessions, record);
                    break;
                default:
                    break;
            }
        }
    }

    private static void Take<T>(Dictionary<string, T> kept, StoredRecord record)
    {
        if (record.Payload is null)
        {
            kept.Remove(record.Id);
        }
        else
        {
            kept[record.Id] = RecordJson.Read<T>(record);
        }
    }
}
