using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Search.Engine.Embedded;

/// <summary>
/// Top-k of a disjunction by block-max pruning over ranges of 64 passages. Every list gives each range an upper
/// bound; ranges are scored best bound first, and the search ends at the first bound below the k-th score. Long
/// questions make document-at-a-time pivoting slow; here the bounds are summed by vectors and a range is scored
/// list by list. Holds scratch memory; one thread at a time.
/// </summary>
internal sealed class DisjunctionScorer
{
    private const int Buckets = 512;
    private const int CheckEvery = 64;

    // Bounds are sums in another order than scores; the slack covers the rounding.
    private const float Slack = 1.0001f;

    private readonly uint[] _docs = new uint[BitPacker.BlockSize];
    private readonly uint[] _impacts = new uint[BitPacker.BlockSize];
    private readonly float[] _scores = new float[SegmentFormat.RangeSize];
    private readonly int[] _bucketStarts = new int[Buckets + 1];
    private float[] _bounds = [];
    private int[] _rangeStarts = [];
    private int[] _order = [];
    private uint[] _sparseDocs = new uint[4096];
    private float[] _sparseScores = new float[4096];
    private uint[] _byRangeDocs = [];
    private float[] _byRangeScores = [];
    private DenseList[] _dense = [];
    private int _sparseCount;
    private int _denseCount;

    /// <summary>Offers the passages of a segment to the heap.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="number">Its number, for the heap.</param>
    /// <param name="lists">The query.</param>
    /// <param name="allowed">Bits of the passages that may be hits; empty for all.</param>
    /// <param name="heap">Receives the hits.</param>
    /// <param name="ct">Checked now and then.</param>
    public void Run(
        Segment segment,
        int number,
        List<ScoredList> lists,
        ReadOnlySpan<ulong> allowed,
        TopHeap heap,
        CancellationToken ct)
    {
        var ranges = SegmentFormat.Ranges(segment.Docs);
        Prepare(ranges);
        foreach (var list in lists) Add(segment, list.Lists[number], list.Weight, ranges);
        Array.Sort(_dense, 0, _denseCount, DenseList.HeaviestFirst);
        SortSparse(ranges);
        var count = Order(ranges);
        for (var i = 0; i < count; i++)
        {
            if (i % CheckEvery == 0) ct.ThrowIfCancellationRequested();
            var range = _order[i];
            if (_bounds[range] * Slack < heap.Threshold) continue;
            ScoreRange(segment, number, range, allowed.IsEmpty ? ulong.MaxValue : allowed[range], heap);
        }
    }

    private void Prepare(int ranges)
    {
        if (_bounds.Length < ranges)
        {
            _bounds = new float[ranges];
            _rangeStarts = new int[ranges + 1];
            _order = new int[ranges];
        }

        Array.Clear(_bounds, 0, ranges);
        Array.Clear(_rangeStarts, 0, ranges + 1);
        _sparseCount = 0;
        _denseCount = 0;
    }

    private void Add(Segment segment, PostingRef[] lists, float weight, int ranges)
    {
        if (lists.Length == 0) return;
        if (lists.Length > 1)
        {
            AddUnion(SpellingUnion.Of(segment, lists), weight);
            return;
        }

        var list = lists[0];
        if (list.DenseRow >= 0) AddDense(segment, list, weight, ranges);
        else AddSparse(segment, list, weight);
    }

    private void AddDense(Segment segment, in PostingRef list, float weight, int ranges)
    {
        if (_denseCount == _dense.Length)
        {
            var size = Math.Max(16, _dense.Length * 2);
            var grown = new DenseList[size];
            _dense.CopyTo(grown, 0);
            for (var i = _dense.Length; i < size; i++) grown[i] = new DenseList();
            _dense = grown;
        }

        _dense[_denseCount++].Reset(list, weight);
        AddBounds(segment.RangeMaxima(list.DenseRow), weight, _bounds.AsSpan(0, ranges));
    }

    private static void AddBounds(ReadOnlySpan<byte> maxima, float weight, Span<float> bounds)
    {
        var i = 0;
        var weights = Vector256.Create(weight);
        for (; i + 16 <= maxima.Length; i += 16)
        {
            var (low, high) = Vector256.Widen(Vector256.WidenLower(Vector128.Create(maxima.Slice(i, 16)).ToVector256()));
            var place = bounds[i..];
            (Vector256.Create<float>(place) + (Vector256.ConvertToSingle(low.AsInt32()) * weights)).CopyTo(place);
            (Vector256.Create<float>(place[8..]) + (Vector256.ConvertToSingle(high.AsInt32()) * weights)).CopyTo(place[8..]);
        }

        for (; i < maxima.Length; i++) bounds[i] += maxima[i] * weight;
    }

    private void AddSparse(Segment segment, in PostingRef list, float weight)
    {
        if (list.Bytes == 0)
        {
            Note((uint)list.Offset, list.SingleImpact * weight);
            _bounds[(int)list.Offset / SegmentFormat.RangeSize] += list.SingleImpact * weight;
            return;
        }

        var postings = segment.Postings(list);
        var range = -1;
        var max = 0u;
        for (var block = 0; block < postings.Blocks; block++)
        {
            var count = postings.Decode(block, _docs, _impacts);
            Reserve(count);
            for (var i = 0; i < count; i++)
            {
                var doc = _docs[i];
                var own = (int)(doc / SegmentFormat.RangeSize);
                if (own != range)
                {
                    if (range >= 0) _bounds[range] += max * weight;
                    range = own;
                    max = 0;
                }

                max = Math.Max(max, _impacts[i]);
                _rangeStarts[own + 1]++;
                _sparseDocs[_sparseCount] = doc;
                _sparseScores[_sparseCount++] = _impacts[i] * weight;
            }
        }

        if (range >= 0) _bounds[range] += max * weight;
    }

    private void AddUnion(byte[] impacts, float weight)
    {
        for (var start = 0; start < impacts.Length; start += SegmentFormat.RangeSize)
        {
            byte max = 0;
            var end = Math.Min(impacts.Length, start + SegmentFormat.RangeSize);
            for (var doc = start; doc < end; doc++)
            {
                if (impacts[doc] == 0) continue;
                max = Math.Max(max, impacts[doc]);
                Note((uint)doc, impacts[doc] * weight);
            }

            _bounds[start / SegmentFormat.RangeSize] += max * weight;
        }
    }

    private void Note(uint doc, float score)
    {
        Reserve(1);
        _rangeStarts[(doc / SegmentFormat.RangeSize) + 1]++;
        _sparseDocs[_sparseCount] = doc;
        _sparseScores[_sparseCount++] = score;
    }

    private void Reserve(int count)
    {
        if (_sparseCount + count <= _sparseDocs.Length) return;
        var size = Math.Max(_sparseCount + count, _sparseDocs.Length * 2);
        Array.Resize(ref _sparseDocs, size);
        Array.Resize(ref _sparseScores, size);
    }

    // Counting sort by range; within a range the order of lists stays, so sums are the same every time.
    private void SortSparse(int ranges)
    {
        if (_byRangeDocs.Length < _sparseCount)
        {
            _byRangeDocs = new uint[_sparseDocs.Length];
            _byRangeScores = new float[_sparseDocs.Length];
        }

        for (var r = 0; r < ranges; r++) _rangeStarts[r + 1] += _rangeStarts[r];
        for (var i = _sparseCount - 1; i >= 0; i--)
        {
            var place = --_rangeStarts[(_sparseDocs[i] / SegmentFormat.RangeSize) + 1];
            _byRangeDocs[place] = _sparseDocs[i];
            _byRangeScores[place] = _sparseScores[i];
        }
    }

    // Ranges with any posting, highest bound first, as exactly as 512 buckets tell.
    private int Order(int ranges)
    {
        var max = 0f;
        for (var r = 0; r < ranges; r++) max = Math.Max(max, _bounds[r]);
        if (max <= 0) return 0;
        var scale = (Buckets - 1) / max;
        Array.Clear(_bucketStarts);
        var count = 0;
        for (var r = 0; r < ranges; r++)
        {
            if (_bounds[r] <= 0) continue;
            _bucketStarts[Buckets - 1 - (int)(_bounds[r] * scale) + 1]++;
            count++;
        }

        for (var b = 0; b < Buckets; b++) _bucketStarts[b + 1] += _bucketStarts[b];
        for (var r = 0; r < ranges; r++)
        {
            if (_bounds[r] > 0) _order[_bucketStarts[Buckets - 1 - (int)(_bounds[r] * scale)]++] = r;
        }

        return count;
    }

    private void ScoreRange(Segment segment, int number, int range, ulong allowed, TopHeap heap)
    {
        if (allowed == 0) return;
        Array.Clear(_scores);
        var first = (uint)range * SegmentFormat.RangeSize;
        var touched = ScoreSparse(range, SegmentFormat.Ranges(segment.Docs), first);
        var rest = 0f;
        for (var d = 0; d < _denseCount; d++) rest += _dense[d].Bound(segment, range);
        for (var d = 0; d < _denseCount; d++)
        {
            if (_dense[d].Maximum == 0) continue;
            if ((BestScore() + rest) * Slack < heap.Threshold) return;
            rest -= _dense[d].Maximum;
            touched |= _dense[d].Score(segment, first, _scores);
        }

        touched &= allowed;
        while (touched != 0)
        {
            var local = BitOperations.TrailingZeroCount(touched);
            touched &= touched - 1;
            var score = _scores[local];
            if (score >= heap.Threshold) heap.Offer(score, number, (int)first + local);
        }
    }

    // After the counting sort, entry r + 1 holds the start of range r.
    private ulong ScoreSparse(int range, int ranges, uint first)
    {
        ulong touched = 0;
        var end = range + 1 < ranges ? _rangeStarts[range + 2] : _sparseCount;
        for (var i = _rangeStarts[range + 1]; i < end; i++)
        {
            var local = (int)(_byRangeDocs[i] - first);
            _scores[local] += _byRangeScores[i];
            touched |= 1UL << local;
        }

        return touched;
    }

    private float BestScore()
    {
        var best = Vector256<float>.Zero;
        for (var i = 0; i < _scores.Length; i += Vector256<float>.Count)
            best = Vector256.Max(best, Vector256.LoadUnsafe(ref _scores[i]));
        var max = 0f;
        for (var i = 0; i < Vector256<float>.Count; i++) max = Math.Max(max, best.GetElement(i));
        return max;
    }

    /// <summary>A list with range maxima: read block by block where its range may matter.</summary>
    private sealed class DenseList
    {
        /// <summary>Orders by weight, the largest first; equal weights by place in the file, so that sums are the same every time.</summary>
        public static readonly Comparer<DenseList> HeaviestFirst = Comparer<DenseList>.Create((a, b) =>
            a._weight != b._weight ? b._weight.CompareTo(a._weight) : a._list.Offset.CompareTo(b._list.Offset));

        private readonly uint[] _docs = new uint[BitPacker.BlockSize];
        private readonly uint[] _impacts = new uint[BitPacker.BlockSize];
        private PostingRef _list;
        private float _weight;
        private int _block;
        private int _count;

        /// <summary>The largest score in the range last asked about.</summary>
        public float Maximum { get; private set; }

        public void Reset(in PostingRef list, float weight)
        {
            _list = list;
            _weight = weight;
            _block = -1;
        }

        public float Bound(Segment segment, int range) => Maximum = segment.RangeMaximum(_list.DenseRow, range) * _weight;

        public ulong Score(Segment segment, uint first, float[] scores)
        {
            var postings = segment.Postings(_list);
            var block = postings.FindBlock(0, first);
            ulong touched = 0;
            for (; block < postings.Blocks; block++)
            {
                if (block != _block)
                {
                    _count = postings.Decode(block, _docs, _impacts);
                    _block = block;
                }

                for (var i = LowerBound(first); i < _count; i++)
                {
                    var local = _docs[i] - first;
                    if (local >= SegmentFormat.RangeSize) return touched;
                    scores[local] += _impacts[i] * _weight;
                    touched |= 1UL << (int)local;
                }
            }

            return touched;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private int LowerBound(uint first)
        {
            int low = 0, high = _count;
            while (low < high)
            {
                var middle = (low + high) >>> 1;
                if (_docs[middle] < first) low = middle + 1;
                else high = middle;
            }

            return low;
        }
    }
}
