using System.Collections.Concurrent;

namespace Search.Application.Reading;

/// <summary>
/// The documents that were read last, within a budget of memory. What was asked for again since it was last looked at
/// stays; the rest goes in the order it came. A change in the store takes out what it changed and nothing else.
/// </summary>
/// <param name="budget">Bytes, estimated.</param>
internal sealed class DocumentCache(long budget)
{
    private readonly ConcurrentDictionary<string, Entry> _byKey = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Entry> _bySlug = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Entry> _order = new();
    private readonly Lock _trimming = new();
    private long _held;
    private int _age;

    /// <summary>Changes whenever something is taken out for being old; to be read before the store is.</summary>
    public int Age => Volatile.Read(ref _age);

    /// <summary>Whether the budget is used up.</summary>
    public bool IsFull => Interlocked.Read(ref _held) >= budget;

    public CachedDocument? ByKey(string key) => Used(_byKey.GetValueOrDefault(key));

    public CachedDocument? BySlug(string slug) => Used(_bySlug.GetValueOrDefault(slug));

    /// <summary>Keeps a document that was read at an age; one that may have changed since is not kept.</summary>
    public CachedDocument Keep(CachedDocument document, int age)
    {
        var entry = new Entry(document);
        lock (_trimming)
        {
            if (age != _age || !_byKey.TryAdd(document.Record.Summary.Key.Value, entry))
            {
                return document;
            }

            _bySlug[document.Line.Slug] = entry;
            _order.Enqueue(entry);
            _held += document.Size;
            while (_held > budget && _order.TryDequeue(out var oldest))
            {
                if (oldest.IsGone)
                {
                    continue;
                }

                if (oldest.IsUsed)
                {
                    oldest.IsUsed = false;
                    _order.Enqueue(oldest);
                }
                else
                {
                    Remove(oldest);
                }
            }
        }

        return document;
    }

    /// <summary>Takes out what the store changed.</summary>
    public void Forget(IEnumerable<string> keys)
    {
        lock (_trimming)
        {
            _age++;
            foreach (var key in keys)
            {
                if (_byKey.TryGetValue(key, out var entry))
                {
                    Remove(entry);
                }
            }
        }
    }

    /// <summary>Takes everything out.</summary>
    public void ForgetAll() => Forget(_byKey.Keys);

    private static CachedDocument? Used(Entry? entry)
    {
        if (entry is null)
        {
            return null;
        }
        // Read before written: most reads find it set, and a write would take the line from the other processors.
        if (!entry.IsUsed)
        {
            entry.IsUsed = true;
        }

        return entry.Document;
    }

    private void Remove(Entry entry)
    {
        entry.IsGone = true;
        _held -= entry.Document.Size;
        _byKey.TryRemove(entry.Document.Record.Summary.Key.Value, out _);
        _bySlug.TryRemove(new(entry.Document.Line.Slug, entry));
    }

    private sealed class Entry(CachedDocument document)
    {
        public CachedDocument Document { get; } = document;

        public bool IsUsed { get; set; }

        public bool IsGone { get; set; }
    }
}
