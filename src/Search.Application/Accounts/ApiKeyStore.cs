using Search.Store;
using Search.Store.Audit;

namespace Search.Application.Accounts;

/// <summary>The API keys of a store: made and revoked here, found by <see cref="AccountDirectory"/>. Safe for use from many threads.</summary>
public sealed class ApiKeyStore(IRecordStore records, AccountDirectory directory, TimeProvider clock)
{
    internal const string Prefix = "vbd";

    /// <summary>Every key, oldest first. Secrets are not in it.</summary>
    public IReadOnlyList<ApiKey> List() => [.. records.List(RecordKinds.Key).Select(RecordJson.Read<ApiKey>).OrderBy(key => key.CreatedAt)];

    /// <summary>Makes a key. Its text is returned once and cannot be recovered.</summary>
    /// <param name="name">What it is for.</param>
    /// <param name="scopes">Some of <see cref="Scopes.All"/>.</param>
    /// <param name="lifetime">How long it lasts; null for no end.</param>
    /// <param name="account">The account it belongs to; null for none.</param>
    /// <param name="by">Who makes it, for the audit log.</param>
    /// <exception cref="ArgumentException">A scope is not known.</exception>
    /// <exception cref="IOException">The store cannot be written.</exception>
    public (ApiKey Key, string Text) Create(
        string name, IReadOnlyList<string> scopes, TimeSpan? lifetime, Account? account = null, string by = AccountService.Operator)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(scopes);
        if (scopes.Count == 0 || scopes.Any(scope => !Scopes.All.Contains(scope, StringComparer.Ordinal)))
        {
            throw new ArgumentException($"Scopes are: {string.Join(", ", Scopes.All)}.", nameof(scopes));
        }

        var id = Secrets.NewId(bytes: 4);
        var text = $"{Prefix}_{id}_{Secrets.New()}";
        var now = clock.GetUtcNow();
        var key = new ApiKey
        {
            Id = id,
            Name = name,
            Hash = Secrets.Hash(text),
            Scopes = [.. scopes.Distinct(StringComparer.Ordinal)],
            CreatedAt = now,
            ExpiresAt = now + lifetime,
            Account = account?.Id,
        };
        records.Write(changes =>
        {
            changes.Put(RecordKinds.Key, id, RecordJson.Write(key), account?.Id);
            return AuditLog.Append(changes, new AuditEntry(now, by, AuditActions.KeyCreated, id, string.Join(' ', key.Scopes)));
        });
        directory.Refresh();
        return (key, text);
    }

    /// <summary>Takes a key away for good.</summary>
    /// <param name="id">Its public part.</param>
    /// <param name="by">Who does it, for the audit log.</param>
    /// <returns>False when there is no such key.</returns>
    /// <exception cref="IOException">The store cannot be written.</exception>
    public bool Revoke(string id, string by = AccountService.Operator)
    {
        var isRevoked = records.Write(changes =>
        {
            var isThere = changes.Remove(RecordKinds.Key, id);
            if (isThere)
            {
                AuditLog.Append(changes, new AuditEntry(clock.GetUtcNow(), by, AuditActions.KeyRevoked, id));
            }

            return isThere;
        });
        directory.Refresh();
        return isRevoked;
    }
}
