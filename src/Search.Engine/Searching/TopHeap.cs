namespace Search.Engine;

/// <summary>The best passages so far, the worst of them at the root. Equal scores are ordered by id. Used again and again.</summary>
internal sealed class TopHeap
{
    private readonly IReadOnlyList<SegmentView> _views;
    private readonly Comparison<ScoredPassage> _bestFirst;
    private readonly List<ScoredPassage> _entries = [];

    /// <param name="views">The segments.</param>
    /// <param name="capacity">How many passages it keeps.</param>
    public TopHeap(IReadOnlyList<SegmentView> views, int capacity)
    {
        _views = views;
        _bestFirst = (a, b) => Worse(a, b) ? 1 : Worse(b, a) ? -1 : 0;
        Begin(capacity);
    }

    /// <summary>What a score has to reach to get in; below it nothing can.</summary>
    public float Threshold { get; private set; } = float.NegativeInfinity;

    /// <summary>How many passages it keeps.</summary>
    public int Capacity { get; private set; }

    public int Count => _entries.Count;

    /// <summary>Forgets everything, the list that <see cref="Sorted"/> gave included.</summary>
    /// <param name="capacity">How many passages it keeps.</param>
    public void Begin(int capacity)
    {
        Capacity = capacity;
        _entries.Clear();
        Threshold = float.NegativeInfinity;
    }

    public void Offer(float score, int segment, int doc)
    {
        if (score < Threshold)
        {
            return;
        }

        var entry = new ScoredPassage(score, segment, doc);
        if (_entries.Count < Capacity)
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

        if (_entries.Count == Capacity)
        {
            Threshold = _entries[0].Score;
        }
    }

    /// <summary>
    /// All entries, best first. The list is the heap's own: until <see cref="Begin"/> nothing more is offered, and scores may be
    /// changed in it and sorted again.
    /// </summary>
    public List<ScoredPassage> Sorted()
    {
        _entries.Sort(_bestFirst);
        return _entries;
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

        return IdOrder.Compare(_views, a, b) > 0;
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
