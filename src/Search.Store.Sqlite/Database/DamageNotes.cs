using System.Collections.Concurrent;

namespace Search.Store.Sqlite;

/// <summary>What was found damaged, each thing once and only so many, so that a supervisor can be told.</summary>
internal sealed class DamageNotes
{
    private const int Most = 1_000;

    private readonly ConcurrentDictionary<string, byte> _subjects = new(StringComparer.Ordinal);

    /// <summary>Keys and paths, in order.</summary>
    public IReadOnlyList<string> Subjects => [.. _subjects.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Notes a key or a path.</summary>
    public void Add(string subject)
    {
        if (_subjects.Count < Most)
        {
            _subjects.TryAdd(subject, 0);
        }
    }

    /// <summary>Forgets what was noted, after it was mended.</summary>
    public void Clear() => _subjects.Clear();
}
