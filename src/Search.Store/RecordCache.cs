namespace Search.Store;

/// <summary>The records of a kind kept in memory, brought forward by their version, so that what another process wrote counts as
/// well. Safe for use from many threads.</summary>
/// <param name="records">Where they lie.</param>
/// <param name="kind">One of <see cref="RecordKinds"/>.</param>
public sealed class RecordCache<T>(IRecordStore records, string kind)
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, T> _all = new(StringComparer.Ordinal);
    private long _version = -1;

    /// <summary>All of them in the order of their ids.</summary>
    /// <exception cref="StoreDamagedException">One of them cannot be read.</exception>
    public IReadOnlyList<T> All
    {
        get
        {
            lock (_lock)
            {
                Follow();
                return [.. _all.Values];
            }
        }
    }

    /// <summary>Looks for what was written since the last time.</summary>
    /// <returns>Whether one of the kind came, changed or went.</returns>
    /// <exception cref="StoreDamagedException">One of them cannot be read.</exception>
    public bool Follow()
    {
        lock (_lock)
        {
            var version = records.Version;
            if (version == _version)
            {
                return false;
            }

            var isChanged = false;
            foreach (var record in _version < 0 ? records.List(kind) : records.Since(_version))
            {
                if (!string.Equals(record.Kind, kind, StringComparison.Ordinal))
                {
                    continue;
                }

                isChanged = true;
                if (record.Payload is null)
                {
                    _all.Remove(record.Id);
                }
                else
                {
                    _all[record.Id] = RecordJson.Read<T>(record);
                }
            }

            _version = version;
            return isChanged;
        }
    }
}
