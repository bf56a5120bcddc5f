using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Search.Application;
using Search.Store;

namespace Search.Api.Access;

/// <summary>
/// The API keys of one data folder, in <c>keys.json</c>. Made and revoked by the command line, read by the host,
/// which notices a changed file without a restart. Safe for use from many threads.
/// </summary>
public sealed class ApiKeyStore
{
    private const string Prefix = "vbd";
    private const int SecretBytes = 32;
    private readonly string _path;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private Dictionary<string, ApiKey> _keys = new(StringComparer.Ordinal);
    private DateTime _stamp = DateTime.MinValue;
    private long _checked;

    /// <summary>Opens the keys of a data folder; the file may not exist yet.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    /// <param name="clock">Tells which keys have expired.</param>
    public ApiKeyStore(string dataDirectory, TimeProvider clock)
    {
        _path = Path.Combine(dataDirectory, "keys.json");
        _clock = clock;
    }

    /// <summary>Every key, oldest first. Secrets are not in it.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public IReadOnlyList<ApiKey> List()
    {
        lock (_lock)
        {
            Refresh(force: true);
            return [.. _keys.Values.OrderBy(key => key.CreatedAt)];
        }
    }

    /// <summary>Makes a key. Its text is returned once and cannot be recovered.</summary>
    /// <param name="name">Whose key it is.</param>
    /// <param name="scopes">Some of <see cref="Scopes.All"/>.</param>
    /// <param name="lifetime">How long it lasts; null for no end.</param>
    /// <exception cref="ArgumentException">A scope is not known.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public (ApiKey Key, string Text) Create(string name, IReadOnlyList<string> scopes, TimeSpan? lifetime)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(scopes);
        if (scopes.Count == 0 || scopes.Any(scope => !Scopes.All.Contains(scope, StringComparer.Ordinal)))
        {
            throw new ArgumentException($"Scopes are: {string.Join(", ", Scopes.All)}.", nameof(scopes));
        }

        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        var text = $"{Prefix}_{id}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes))}";
        var now = _clock.GetUtcNow();
        var key = new ApiKey
        {
            Id = id,
            Name = name,
            Hash = Convert.ToHexStringLower(Hash(text)),
            Scopes = [.. scopes.Distinct(StringComparer.Ordinal)],
            CreatedAt = now,
            ExpiresAt = now + lifetime,
        };
        lock (_lock)
        {
            Refresh(force: true);
            _keys[id] = key;
            Save();
        }

        return (key, text);
    }

    /// <summary>Takes a key away for good.</summary>
    /// <param name="id">Its public part.</param>
    /// <returns>False when there is no such key.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public bool Revoke(string id)
    {
        lock (_lock)
        {
            Refresh(force: true);
            if (!_keys.Remove(id))
            {
                return false;
            }

            Save();
            return true;
        }
    }

    /// <summary>The valid key of that text, or null where it is unknown, revoked or expired.</summary>
    /// <param name="text">What a caller sent.</param>
    public ApiKey? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > 256 || text.Split('_') is not [Prefix, var id, _])
        {
            return null;
        }

        ApiKey? key;
        lock (_lock)
        {
            Refresh(force: false);
            key = _keys.GetValueOrDefault(id);
        }

        return key is not null
            && CryptographicOperations.FixedTimeEquals(Convert.FromHexString(key.Hash), Hash(text))
            && !(key.ExpiresAt <= _clock.GetUtcNow())
                ? key
                : null;
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    // Looks at the file at most once a second, so that a revoked key stops working soon and requests stay cheap.
    private void Refresh(bool force)
    {
        var now = _clock.GetTimestamp();
        if (!force && _checked != 0 && _clock.GetElapsedTime(_checked, now) < TimeSpan.FromSeconds(1))
        {
            return;
        }

        _checked = now;
        var stamp = File.Exists(_path) ? File.GetLastWriteTimeUtc(_path) : DateTime.MinValue;
        if (stamp == _stamp && !force)
        {
            return;
        }

        _stamp = stamp;
        _keys = stamp == DateTime.MinValue
            ? new(StringComparer.Ordinal)
            : (JsonSerializer.Deserialize<List<ApiKey>>(File.ReadAllText(_path), WireJson.Indented) ?? [])
                .ToDictionary(key => key.Id, StringComparer.Ordinal);
    }

    private void Save()
    {
        DurableFiles.MakeFolder(Path.GetDirectoryName(_path)!);
        DurableFiles.Replace(_path, stream => JsonSerializer.Serialize(stream, _keys.Values.OrderBy(key => key.CreatedAt), WireJson.Indented));
        _stamp = File.GetLastWriteTimeUtc(_path);
    }
}
