namespace Search.Engine;

/// <summary>The passages that matched, and the documents they roll up to.</summary>
internal sealed class MatchCollection(Generation generation, bool grouped, string? excludedGroup)
{
    private readonly Dictionary<int, int> _best = [];
    private List<ScoredPassage> _entries = [];

    /// <summary>All matches.</summary>
    public IReadOnlyList<ScoredPassage> Entries => _entries;

    /// <summary>Hits: documents where grouped, else passages.</summary>
    public int Documents => grouped ? _best.Count : _entries.Count;

    public void Add(int segment, int doc, float score)
    {
        if (excludedGroup is not null && string.Equals(GroupName(segment, doc), excludedGroup, StringComparison.Ordinal))
        {
            return;
        }

        _entries.Add(new ScoredPassage(score, segment, doc));
        if (grouped)
        {
            Roll(_entries.Count - 1);
        }
    }

    /// <summary>Gives some matches other scores.</summary>
    public void Rescore(List<ScoredPassage> others)
    {
        var scores = others.ToDictionary(e => (e.Segment, e.Doc), e => e.Score);
        for (var i = 0; i < _entries.Count; i++)
        {
            if (scores.TryGetValue((_entries[i].Segment, _entries[i].Doc), out var score))
            {
                _entries[i] = _entries[i] with { Score = score };
            }
        }

        _best.Clear();
        for (var i = 0; grouped && i < _entries.Count; i++)
        {
            Roll(i);
        }
    }

    /// <summary>Drops matches below a share of the best score.</summary>
    public void KeepBest(float share)
    {
        var least = _entries.Count == 0 ? 0 : _entries.Max(e => e.Score) * share;
        _entries = _entries.FindAll(e => e.Score >= least);
        _best.Clear();
        for (var i = 0; grouped && i < _entries.Count; i++)
        {
            Roll(i);
        }
    }

    /// <summary>The best passage of each hit, in order, as many as asked for.</summary>
    public List<ScoredPassage> Ordered(SortOrder sort, int count)
    {
        var hits = grouped ? _best.Values.Select(i => _entries[i]).ToList() : [.. _entries];
        if (sort == SortOrder.Relevance)
        {
            var heap = new TopHeap(generation.Segments, Math.Max(1, count));
            foreach (var hit in hits)
            {
                heap.Offer(hit.Score, hit.Segment, hit.Doc);
            }

            return heap.Sorted();
        }

        var keyed = hits.ConvertAll(hit => (Key: SortKey(hit, sort), Hit: hit));
        keyed.Sort((a, b) => a.Key != b.Key ? a.Key.CompareTo(b.Key) : CompareScore(a.Hit, b.Hit));
        return keyed.Take(count).Select(k => k.Hit).ToList();
    }

    /// <summary>The best passages of a hit's document, best first; the hit itself leads.</summary>
    public List<ScoredPassage> Passages(ScoredPassage hit, int count)
    {
        if (count == 1 || !grouped)
        {
            return [hit];
        }

        var number = Number(hit.Segment, hit.Doc);
        var own = _entries.FindAll(e => e != hit && Number(e.Segment, e.Doc) == number);
        own.Sort(CompareScore);
        return [hit, .. own.Take(count - 1)];
    }

    /// <summary>One passage of every hit, for counting.</summary>
    public IEnumerable<ScoredPassage> Hits() => grouped ? _best.Values.Select(i => _entries[i]) : _entries;

    private void Roll(int index)
    {
        var entry = _entries[index];
        var number = Number(entry.Segment, entry.Doc);
        if (!_best.TryGetValue(number, out var best) || CompareScore(entry, _entries[best]) < 0)
        {
            _best[number] = index;
        }
    }

    private int CompareScore(ScoredPassage a, ScoredPassage b)
    {
        if (a.Score != b.Score)
        {
            return b.Score.CompareTo(a.Score);
        }

        if (a == b)
        {
            return 0;
        }

        return IdOrder.Compare(generation.Segments, a, b);
    }

    private long SortKey(ScoredPassage hit, SortOrder sort)
    {
        var column = sort == SortOrder.MostCited ? 1 : 0;
        var number = generation.Segments[hit.Segment].Segment.Number(column, hit.Doc);
        if (number == long.MinValue)
        {
            return long.MaxValue;
        }

        return sort == SortOrder.Oldest ? number : -number;
    }

    private int Number(int segment, int doc) => generation.Groups.Of(segment, generation.Segments[segment].Segment.Documents.Of(doc));

    private string GroupName(int segment, int doc) => generation.Segments[segment].Segment.GroupOf(doc);
}
