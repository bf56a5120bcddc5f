using System.Collections.Concurrent;

namespace Search.Engine.Embedded;

/// <summary>Finds the postings of words, their spellings and compounds in every segment of a generation.</summary>
internal sealed class TermResolver(IReadOnlyList<SegmentView> views)
{
    private readonly ConcurrentDictionary<(int Segment, long Offset, int Bytes), int> _live = new();
    private readonly int _hasDeletes = views.Count(v => v.Deletes is { Count: > 0 });

    /// <summary>Live passages.</summary>
    public long Entries { get; } = views.Sum(v => (long)v.Live);

    /// <summary>Segments.</summary>
    public int Segments => views.Count;

    /// <summary>Ordinals of a word's exact form, one a segment; -1 where it does not occur.</summary>
    public int[] Exact(string folded, string exact)
    {
        var key = TermKey.Of(folded, exact);
        var ordinals = new int[views.Count];
        for (var s = 0; s < ordinals.Length; s++)
        {
            ordinals[s] = views[s].Segment.Terms.Find(key);
        }

        return ordinals;
    }

    /// <summary>Ordinals of all spellings of a folded form in each segment.</summary>
    public int[][] Variants(string folded)
    {
        var from = TermKey.Of(folded, "");
        var ordinals = new int[views.Count][];
        var found = new List<int>();
        for (var s = 0; s < ordinals.Length; s++)
        {
            found.Clear();
            var cursor = views[s].Segment.Terms.Seek(from);
            while (cursor.IsValid && cursor.Key.StartsWith(from))
            {
                found.Add(cursor.Ordinal);
                cursor.MoveNext();
            }

            ordinals[s] = [.. found];
        }

        return ordinals;
    }

    /// <summary>Postings of terms.</summary>
    public PostingRef[][] Lists(int[] ordinals)
    {
        var lists = new PostingRef[ordinals.Length][];
        for (var s = 0; s < lists.Length; s++)
        {
            lists[s] = ordinals[s] < 0 ? [] : [views[s].Segment.Terms.Postings(ordinals[s])];
        }

        return lists;
    }

    /// <summary>Postings of spellings.</summary>
    public PostingRef[][] Lists(int[][] ordinals)
    {
        var lists = new PostingRef[ordinals.Length][];
        for (var s = 0; s < lists.Length; s++)
        {
            lists[s] = [.. ordinals[s].Select(ordinal => views[s].Segment.Terms.Postings(ordinal))];
        }

        return lists;
    }

    /// <summary>Postings of the compound of two terms.</summary>
    public PostingRef[][] Pairs(int[] first, int[] second)
    {
        var lists = new PostingRef[views.Count][];
        for (var s = 0; s < lists.Length; s++)
        {
            lists[s] = [];
            if (first[s] < 0 || second[s] < 0)
            {
                continue;
            }

            var pair = views[s].Segment.Pairs.Find(first[s], second[s]);
            if (pair.Count > 0)
            {
                lists[s] = [pair];
            }
        }

        return lists;
    }

    /// <summary>Postings of all compounds of two words' spellings.</summary>
    public PostingRef[][] Pairs(int[][] first, int[][] second)
    {
        var lists = new PostingRef[views.Count][];
        var found = new List<PostingRef>();
        for (var s = 0; s < lists.Length; s++)
        {
            found.Clear();
            foreach (var one in first[s])
            {
                foreach (var other in second[s])
                {
                    var pair = views[s].Segment.Pairs.Find(one, other);
                    if (pair.Count > 0)
                    {
                        found.Add(pair);
                    }
                }
            }

            lists[s] = [.. found];
        }

        return lists;
    }

    /// <summary>Live passages of a list in a segment, for one spelling.</summary>
    public int Frequency(int segment, in PostingRef list)
    {
        if (_hasDeletes == 0 || views[segment].Deletes is not { Count: > 0 } deletes)
        {
            return list.Count;
        }

        if (list.Bytes == 0)
        {
            return deletes[(int)list.Offset] ? 0 : 1;
        }

        var key = (segment, list.Offset, list.Bytes);
        if (_live.TryGetValue(key, out var live))
        {
            return live;
        }

        live = CountLive(views[segment].Segment.Postings(list), deletes);
        _live.TryAdd(key, live);
        return live;
    }

    /// <summary>Live passages of lists over all segments; passages with several spellings count several times.</summary>
    public long Frequency(PostingRef[][] lists)
    {
        long sum = 0;
        for (var s = 0; s < lists.Length; s++)
        {
            foreach (var list in lists[s])
            {
                sum += Frequency(s, list);
            }
        }

        return sum;
    }

    private static int CountLive(PostingList list, DeleteSet deletes)
    {
        Span<uint> docs = stackalloc uint[BitPacker.BlockSize];
        Span<uint> impacts = stackalloc uint[BitPacker.BlockSize];
        var live = 0;
        for (var block = 0; block < list.Blocks; block++)
        {
            var count = list.Decode(block, docs, impacts);
            for (var i = 0; i < count; i++)
            {
                if (!deletes[(int)docs[i]])
                {
                    live++;
                }
            }
        }

        return live;
    }
}
