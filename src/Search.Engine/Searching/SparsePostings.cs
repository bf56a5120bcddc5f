namespace Search.Engine;

/// <summary>
/// The postings of a query's rare lists in one segment, unpacked and sorted by stretch. Holds scratch memory; one
/// thread at a time.
/// </summary>
internal sealed class SparsePostings
{
    private int[] _starts = [];
    private uint[] _docs = new uint[4096];
    private float[] _scores = new float[4096];
    private uint[] _sortedDocs = [];
    private float[] _sortedScores = [];
    private byte[] _joined = [];
    private int _stretches;
    private int _count;

    /// <summary>Forgets everything.</summary>
    /// <param name="stretches">Stretches of the segment that comes.</param>
    public void Clear(int stretches)
    {
        if (_starts.Length < stretches + 1)
        {
            _starts = new int[stretches + 1];
        }

        Array.Clear(_starts, 0, stretches + 1);
        _stretches = stretches;
        _count = 0;
    }

    /// <summary>Adds a list and its largest scores to the bounds.</summary>
    public void Add(Segment segment, TermEntry[] lists, float weight, Span<float> bounds)
    {
        if (lists.Length > 1)
        {
            AddUnion(segment, lists, weight, bounds);
            return;
        }

        var (docs, impacts) = segment.Postings(lists[0]);
        var stretch = 0;
        byte max = 0;
        Reserve(docs.Length);
        for (var i = 0; i < docs.Length; i++)
        {
            var doc = (uint)docs[i];
            var own = (int)(doc / ImpactRow.Stretch);
            if (own != stretch)
            {
                bounds[stretch] += max * weight;
                stretch = own;
                max = 0;
            }

            max = Math.Max(max, impacts[i]);
            _starts[own + 1]++;
            _docs[_count] = doc;
            _scores[_count++] = impacts[i] * weight;
        }

        bounds[stretch] += max * weight;
    }

    /// <summary>Sorts by stretch; within a stretch the order of the lists stays. Call once after the last <see cref="Add"/>.</summary>
    public void Sort()
    {
        if (_sortedDocs.Length < _count)
        {
            _sortedDocs = new uint[_docs.Length];
            _sortedScores = new float[_docs.Length];
        }

        for (var r = 0; r < _stretches; r++)
        {
            _starts[r + 1] += _starts[r];
        }

        for (var i = _count - 1; i >= 0; i--)
        {
            var place = --_starts[(_docs[i] / ImpactRow.Stretch) + 1];
            _sortedDocs[place] = _docs[i];
            _sortedScores[place] = _scores[i];
        }
    }

    /// <summary>Adds the scores of a stretch to those of its passages.</summary>
    public void AddTo(Span<float> scores, int stretch)
    {
        // After the counting sort, entry r + 1 holds the start of stretch r.
        var end = stretch + 1 < _stretches ? _starts[stretch + 2] : _count;
        for (var i = _starts[stretch + 1]; i < end; i++)
        {
            scores[(int)_sortedDocs[i] & (ImpactRow.Stretch - 1)] += _sortedScores[i];
        }
    }

    private void AddUnion(Segment segment, TermEntry[] lists, float weight, Span<float> bounds)
    {
        if (_joined.Length < segment.Docs)
        {
            _joined = new byte[segment.Docs];
        }

        SpellingUnion.Fill(segment, lists, _joined);
        var joined = _joined.AsSpan(0, segment.Docs);
        var stretch = 0;
        var max = 0f;
        for (var doc = joined.IndexOfAnyExcept((byte)0); doc >= 0;)
        {
            var score = joined[doc] * weight;
            joined[doc] = 0;
            Note((uint)doc, score);
            if (doc / ImpactRow.Stretch != stretch)
            {
                bounds[stretch] += max;
                stretch = doc / ImpactRow.Stretch;
                max = 0;
            }

            max = Math.Max(max, score);
            var next = joined[(doc + 1)..].IndexOfAnyExcept((byte)0);
            doc = next < 0 ? -1 : doc + 1 + next;
        }

        bounds[stretch] += max;
    }

    private void Note(uint doc, float score)
    {
        Reserve(1);
        _starts[(doc / ImpactRow.Stretch) + 1]++;
        _docs[_count] = doc;
        _scores[_count++] = score;
    }

    private void Reserve(int count)
    {
        if (_count + count <= _docs.Length)
        {
            return;
        }

        var size = Math.Max(_count + count, _docs.Length * 2);
        Array.Resize(ref _docs, size);
        Array.Resize(ref _scores, size);
    }
}
