using System.Buffers;

namespace Search.Engine;

/// <summary>
/// Scores every passage of a segment by weighted lists, block by block: the sums of a block stay in the processor's nearest cache
/// while all lists are added to it. A passage's sum is added up in the order of the lists. Holds scratch memory; one thread at a time.
/// </summary>
internal sealed class BlockScorer
{
    // 16 kB of sums, and as many impacts beside them.
    private const int Block = 64 * Segment.RangeSize;

    private readonly List<Part> _parts = [];
    private byte[] _joined = [];

    /// <summary>Adds the scores of all passages.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="number">Its number in the generation.</param>
    /// <param name="lists">The lists.</param>
    /// <param name="scores">A score a passage, in whole ranges.</param>
    public void Run(Segment segment, int number, List<ScoredList> lists, Span<float> scores)
    {
        foreach (var list in lists)
        {
            if (list.Lists[number] is { Length: > 0 } own)
            {
                _parts.Add(Read(segment, own, list.Weight));
            }
        }

        for (var first = 0; first < scores.Length; first += Block)
        {
            var block = scores.Slice(first, Math.Min(Block, scores.Length - first));
            foreach (var part in _parts)
            {
                part.AddTo(block, first);
            }
        }

        _parts.ForEach(part => part.Return());
        _parts.Clear();
    }

    private Part Read(Segment segment, TermEntry[] lists, float weight)
    {
        if (segment.Rows.Earns(lists))
        {
            return new Part(segment.Rows.Of(lists), weight);
        }

        if (lists.Length == 1)
        {
            var (docs, impacts) = segment.Postings(lists[0]);
            return new Part(docs, impacts, docs.Length, isLent: false, weight);
        }

        return Join(segment, lists, weight);
    }

    // Spellings joined, in the order of the passages. What is read is made zero again.
    private Part Join(Segment segment, TermEntry[] lists, float weight)
    {
        if (_joined.Length < segment.Docs)
        {
            _joined = new byte[segment.Docs];
        }

        SpellingUnion.Fill(segment, lists, _joined);
        var most = lists.Sum(list => list.Count);
        var (docs, impacts, count) = (ArrayPool<int>.Shared.Rent(most), ArrayPool<byte>.Shared.Rent(most), 0);
        var joined = _joined.AsSpan(0, segment.Docs);
        for (var doc = joined.IndexOfAnyExcept((byte)0); doc >= 0;)
        {
            (docs[count], impacts[count++]) = (doc, joined[doc]);
            joined[doc] = 0;
            var next = joined[(doc + 1)..].IndexOfAnyExcept((byte)0);
            doc = next < 0 ? -1 : doc + 1 + next;
        }

        return new Part(docs, impacts, count, isLent: true, weight);
    }

    // A list: a row, or postings with the place that is reached.
    private sealed class Part
    {
        private readonly ImpactRow? _row;
        private readonly int[] _docs = [];
        private readonly byte[] _impacts = [];
        private readonly int _count;
        private readonly bool _isLent;
        private readonly float _weight;
        private int _next;

        public Part(ImpactRow row, float weight) => (_row, _weight) = (row, weight);

        public Part(int[] docs, byte[] impacts, int count, bool isLent, float weight) =>
            (_docs, _impacts, _count, _isLent, _weight) = (docs, impacts, count, isLent, weight);

        public void AddTo(Span<float> block, int first)
        {
            if (_row is not null)
            {
                _row.AddBlock(block, first, _weight);
                return;
            }

            for (; _next < _count && _docs[_next] - first < block.Length; _next++)
            {
                block[_docs[_next] - first] += _impacts[_next] * _weight;
            }
        }

        public void Return()
        {
            if (_isLent)
            {
                ArrayPool<int>.Shared.Return(_docs);
                ArrayPool<byte>.Shared.Return(_impacts);
            }
        }
    }
}
