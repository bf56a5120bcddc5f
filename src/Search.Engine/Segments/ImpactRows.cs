using System.Buffers;
using System.Collections.Concurrent;

namespace Search.Engine;

/// <summary>
/// The frequent lists of a segment that were asked for, unpacked. Few lists are that frequent, and they are in every
/// question. The memory they may take is bounded by the passages of the segment. Safe for many threads.
/// </summary>
internal sealed class ImpactRows(Segment segment)
{
    /// <summary>Bytes that rows may take for each passage of the segment; the longest unused ones give way.</summary>
    public const int BytesPerPassage = 560;

    private const int LeastBudget = 1 << 20;

    // Documents in short passages have many of them: by passages alone, rows of 600,000 would take 330 MB.
    private const long MostBytes = 96L << 20;

    private readonly ConcurrentDictionary<ulong, ImpactRow> _rows = new();
    private readonly Lock _gate = new();
    private readonly int _frequent = Math.Max(256, segment.Docs / Segment.RangeSize);
    private readonly long _budget = Math.Clamp((long)segment.Docs * BytesPerPassage, LeastBudget, MostBytes);
    private long _size;
    private long _uses;

    /// <summary>Whether lists together have a posting in every range on average: shorter ones are sooner read whole.</summary>
    public bool Earns(TermEntry[] lists)
    {
        long count = 0;
        foreach (var list in lists)
        {
            count += list.Count;
        }

        return IsFrequent(count);
    }

    /// <summary>Whether so many postings are one in every range on average.</summary>
    public bool IsFrequent(long postings) => postings >= _frequent;

    /// <summary>The row of a list, or of a word's spellings joined.</summary>
    public ImpactRow Of(TermEntry[] lists)
    {
        var key = Key(lists);
        if (!_rows.TryGetValue(key, out var row) || !row.Lists.AsSpan().SequenceEqual(lists))
        {
            row = Add(key, lists);
        }

        row.LastUse = Interlocked.Increment(ref _uses);
        return row;
    }

    private static ulong Key(TermEntry[] lists)
    {
        var key = (ulong)lists.Length;
        foreach (var list in lists)
        {
            key = ((key ^ (ulong)(uint)list.Hash) * 0x9E3779B97F4A7C15) ^ (key >> 29);
        }

        return key;
    }

    private ImpactRow Add(ulong key, TermEntry[] lists)
    {
        var lent = ArrayPool<byte>.Shared.Rent(segment.Ranges * Segment.RangeSize);
        var impacts = lent.AsSpan(0, segment.Ranges * Segment.RangeSize);
        impacts.Clear();
        SpellingUnion.Fill(segment, lists, impacts);
        var row = new ImpactRow(lists, impacts);
        ArrayPool<byte>.Shared.Return(lent);
        lock (_gate)
        {
            _size += row.Size - (_rows.TryGetValue(key, out var before) ? before.Size : 0);
            _rows[key] = row;
            if (_size <= _budget)
            {
                return row;
            }

            foreach (var (old, dropped) in _rows.Where(r => r.Key != key).OrderBy(r => r.Value.LastUse))
            {
                if (_size <= _budget - (_budget / 8))
                {
                    break;
                }

                if (_rows.TryRemove(old, out _))
                {
                    _size -= dropped.Size;
                }
            }
        }

        return row;
    }
}
