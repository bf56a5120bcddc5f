namespace Search.Engine;

/// <summary>The best passages so far, the worst of them at the root. Equal scores are ordered by id.</summary>
internal sealed class TopHeap(IReadOnlyList<SegmentView> views, int capacity)
{
    private readonly List<ScoredPassage> _entries = new(Math.Min(capacity, 1024));

    /// <summary>What a score has to reach to get in; below it nothing can.</summary>
    public float Threshold { get; private set; } = float.NegativeInfinity;

    public int Count => _entries.Count;

    public void Offer(float score, int segment, int doc)
    {
        if (score < Threshold)
        {
            return;
        }

        var entry = new ScoredPassage(score, segment, doc);
        if (_entries.Count < capacity)
        {
            _entries.Add(entry);
            Up(_entries.Count - 1);
        }
        else if (Worse(_entries[0], entry))
        {
            _entries[0] = entry;
            Down();
        }
        else
        {
            return;
        }

        if (_entries.Count == capacity)
        {
            Threshold = _entries[0].Score;
        }
    }

    /// <summary>All entries, best first. Empties the heap.</summary>
    public List<ScoredPassage> Sorted()
    {
        var sorted = new List<ScoredPassage>(_entries);
        sorted.Sort((a, b) => Worse(a, b) ? 1 : Worse(b, a) ? -1 : 0);
        return sorted;
    }

    private bool Worse(in ScoredPassage a, in ScoredPassage b)
    {
        if (a.Score != b.Score)
        {
            return a.Score < b.Score;
        }

        if (a.Segment == b.Segment && a.Doc == b.Doc)
        {
            return false;
        }

        return IdOrder.Compare(views, a, b) > 0;
    }

    private void Up(int at)
    {
        while (at > 0)
        {
            var parent = (at - 1) / 2;
            if (!Worse(_entries[at], _entries[parent]))
            {
                return;
            }

            (_entries[at], _entries[parent]) = (_entries[parent], _entries[at]);
            at = parent;
        }
    }

    private void Down()
    {
        var at = 0;
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= _entries.Count)
            {
                return;
            }

            if (child + 1 < _entries.Count && Worse(_entries[child + 1], _entries[child]))
            {
                child++;
            }

            if (!Worse(_entries[child], _entries[at]))
            {
                return;
            }

            (_entries[at], _entries[child]) = (_entries[child], _entries[at]);
            at = child;
        }
    }
}
