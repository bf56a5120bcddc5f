using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Search.Documents.Catalogues;

/// <summary>Entries by one of their names; several entries may share a name, in the order of the file.</summary>
internal sealed class CatalogueIndex<T>
    where T : class
{
    private readonly FrozenDictionary<string, ImmutableArray<T>> _entries;
    private readonly Func<string, string> _key;

    public CatalogueIndex(IEnumerable<T> entries, Func<T, IEnumerable<string?>> names, Func<string, string> key)
    {
        _key = key;
        _entries = entries
            .SelectMany(entry => names(entry).OfType<string>().Select(key).Where(k => k.Length > 0)
                .Distinct(StringComparer.Ordinal).Select(k => (Key: k, Entry: entry)))
            .GroupBy(pair => pair.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.Entry).ToImmutableArray(), StringComparer.Ordinal);
    }

    public ImmutableArray<T> Find(string name) =>
        _entries.TryGetValue(_key(name), out var found) ? found : [];

    public T? One(string name) => Find(name) is [var only, ..] ? only : null;
}
