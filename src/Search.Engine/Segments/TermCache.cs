using System.Collections.Concurrent;

namespace Search.Engine;

/// <summary>Terms of a segment that were looked for, found or not. Safe for many threads.</summary>
internal sealed class TermCache(ISegment segment, TermKind kind, int most)
{
    private static readonly TermEntry Missing = new(TermKind.Word, [], 0, new object());

    private ConcurrentDictionary<byte[], TermEntry> _terms = new(BytesComparer.Instance);
    private int _count;

    public TermEntry? Find(ReadOnlySpan<byte> key)
    {
        var terms = _terms;
        if (!terms.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(key, out var term))
        {
            term = segment.Find(kind, key) ?? Missing;
            if (Interlocked.Increment(ref _count) > most)
            {
                // Rare: begin again. Entries are equal by key, so nothing that holds one minds.
                _terms = terms = new ConcurrentDictionary<byte[], TermEntry>(BytesComparer.Instance);
                _count = 0;
            }

            terms.TryAdd(term.Count > 0 ? term.Key : key.ToArray(), term);
        }

        return term.Count > 0 ? term : null;
    }
}
