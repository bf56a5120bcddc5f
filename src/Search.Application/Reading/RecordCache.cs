using Search.Store;

namespace Search.Application.Reading;

/// <summary>The records of a kind kept in memory, brought forward by their version. Safe for use from many threads.</summary>
internal sealed class RecordCache<T>(IRecordStore records, string kind)
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, T> _all = new(StringComparer.Ordinal);
    private long _version = -1;

    /// <summary>All of them in the order of their ids.</summary>
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

    private void Follow()
    {
        var version = records.Version;
        if (version == _version)
        {
            return;
        }

        foreach (var record in _version < 0 ? records.List(kind) : records.Since(_version))
        {
            if (!string.Equals(record.Kind, kind, StringComparison.Ordinal))
            {
                continue;
            }

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
    }
}
