namespace Search.Engine;

/// <summary>
/// The documents of a segment with a live passage, and those of them that hold a term in one, by their numbers in a generation. Nearly all
/// documents are live or deleted as a whole and follow one another in both numberings: they are joined word by word. Of the
/// others each posting is looked at.
/// </summary>
internal sealed class LiveHolders
{
    private readonly SegmentView _view;
    private readonly GroupNumbers _groups;
    private readonly int _number;
    private readonly ulong[] _whole;
    private readonly ulong[] _others;
    private readonly bool _hasOthers;

    /// <param name="view">The segment.</param>
    /// <param name="number">Its number in the generation.</param>
    /// <param name="groups">The numbers of documents in the generation.</param>
    public LiveHolders(SegmentView view, int number, GroupNumbers groups)
    {
        (_view, _number, _groups) = (view, number, groups);
        var documents = view.Segment.Documents;
        _whole = new ulong[(documents.Count + 63) / 64];
        _others = new ulong[_whole.Length];
        for (var own = 0; own < documents.Count; own++)
        {
            var live = 0;
            var passages = documents.Passages(own);
            foreach (var doc in passages)
            {
                live += view.IsLive(doc) ? 1 : 0;
            }

            if (live > 0)
            {
                var isWhole = live == passages.Length && groups.Of(number, own) == groups.Start(number) + own;
                (isWhole ? _whole : _others)[own >> 6] |= 1UL << (own & 63);
                _hasOthers |= !isWhole;
            }
        }
    }

    /// <summary>Adds the documents with a live passage.</summary>
    public void AddAll(DocumentSet set)
    {
        set.Or(_groups.Start(_number), _whole, _whole);
        for (var own = 0; _hasOthers && own < _view.Segment.Documents.Count; own++)
        {
            if (IsOther(own))
            {
                set.Add(_groups.Of(_number, own));
            }
        }
    }

    /// <summary>Adds the documents that hold a term in a live passage.</summary>
    public void Add(TermEntry term, DocumentSet set)
    {
        var row = _view.Segment.Holders.Of(term);
        var start = _groups.Start(_number);
        if (row.Bits is { } bits)
        {
            set.Or(start, bits, _whole);
        }

        foreach (var own in row.Numbers)
        {
            if ((_whole[own >> 6] >> (own & 63) & 1) != 0)
            {
                set.Add(start + own);
            }
        }

        if (_hasOthers)
        {
            AddOthers(term, set);
        }
    }

    private void AddOthers(TermEntry term, DocumentSet set)
    {
        using var postings = _view.Segment.Pass(term);
        foreach (var doc in postings.Docs)
        {
            var own = _view.Segment.Documents.Of(doc);
            if (IsOther(own) && _view.IsLive(doc))
            {
                set.Add(_groups.Of(_number, own));
            }
        }
    }

    private bool IsOther(int own) => (_others[own >> 6] >> (own & 63) & 1) != 0;
}
