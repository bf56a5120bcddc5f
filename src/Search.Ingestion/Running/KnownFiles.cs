using Search.Store;

namespace Search.Ingestion.Running;

/// <summary>What the store knew of the files when the run began, and which of them are gone since. Asked from several
/// threads.</summary>
internal sealed class KnownFiles(IKnowledgeBase store)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, StoredFile> _stored = store.Files().ToDictionary(file => file.Path, StringComparer.Ordinal);
    private readonly Dictionary<string, QuarantineEntry> _refused = store.Quarantine().ToDictionary(entry => entry.Path, StringComparer.Ordinal);
    private readonly SortedSet<string> _gone = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _goneByHash = new(StringComparer.Ordinal);

    /// <summary>Paths of the files that are gone and were not found elsewhere, in order.</summary>
    public IReadOnlyList<string> Gone
    {
        get
        {
            lock (_lock) return [.. _gone];
        }
    }

    public StoredFile? Stored(string path) => _stored.GetValueOrDefault(path);

    public QuarantineEntry? Refused(string path) => _refused.GetValueOrDefault(path);

    /// <summary>Paths of the entries that a container held.</summary>
    public HashSet<string> Inside(string container) => _stored.Keys
        .Where(path => Discovery.ContainerPaths.IsInner(path, container)).ToHashSet(StringComparer.Ordinal);

    /// <summary>What was refused for want of a tool may go in once the tool is there.</summary>
    public static bool IsWorthTrying(QuarantineEntry entry) => entry.Code.StartsWith("needs-", StringComparison.Ordinal);

    /// <summary>Whether nothing has to be read of content of this hash under this path: the store holds it there, has
    /// refused it there, or holds it under a path that is gone.</summary>
    public bool IsKnown(string path, string hash)
    {
        if (_stored.TryGetValue(path, out var stored)) return Same(stored.Sha256, hash);
        if (_refused.TryGetValue(path, out var refused) && !IsWorthTrying(refused) && Same(refused.Sha256, hash)) return true;
        lock (_lock) return _goneByHash.ContainsKey(hash);
    }

    /// <summary>Notes that a file is no longer there.</summary>
    public void AddGone(string path)
    {
        lock (_lock)
        {
            _gone.Add(path);
            _goneByHash[_stored[path].Sha256] = path;
        }
    }

    /// <summary>Path of a file of this content that is gone; null when there is none.</summary>
    public string? GoneOf(string hash)
    {
        lock (_lock) return _goneByHash.GetValueOrDefault(hash);
    }

    /// <summary>Notes that a file that was gone has been found under another path.</summary>
    public void Found(string path)
    {
        lock (_lock)
        {
            _gone.Remove(path);
            _goneByHash.Remove(_stored[path].Sha256);
        }
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
