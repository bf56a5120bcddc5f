using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Search.Engine;

/// <summary>
/// Top-k of a disjunction by block-max pruning over stretches of 16 passages. Every list gives each stretch an upper
/// bound; stretches are scored best bound first, and one whose bound is below the k-th score is left out. Long
/// questions make document-at-a-time pivoting slow; here the bounds are summed by vectors and a stretch is scored
/// list by list. Holds scratch memory; one thread at a time.
/// </summary>
internal sealed class DisjunctionScorer
{
    private const int Stretch = ImpactRow.Stretch;
    private const int Buckets = 512;

    // Stretches are taken in steps of this many: between steps best bound first, within a step in the order of the
    // passages, which is kinder to the processor's caches.
    private const int FirstStep = 32;
    private const int LongestStep = 512;

    // Bounds are sums in another order than scores; the slack covers the rounding of very large sums.
    private const float Slack = 1.0001f;

    private readonly float[] _scores = new float[Stretch];
    private readonly int[] _bucketStarts = new int[Buckets + 1];
    private readonly SparsePostings _sparse = new();
    private readonly List<(ImpactRow Row, byte[] Maxima, float Weight)> _rows = [];
    private float[] _bounds = [];
    private float[] _rowBounds = [];
    private int[] _order = [];

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
        var stretches = ImpactRow.Stretches(segment.Docs);
        Prepare(stretches);
        foreach (var list in lists)
        {
            Add(segment, list.Lists[number], list.Weight, stretches);
        }

        _rows.Sort(static (a, b) => b.Weight.CompareTo(a.Weight));
        _sparse.Sort();
        var count = Order(stretches, heap.Threshold);
        for (int done = 0, step = FirstStep; done < count; step = Math.Min(step * 2, LongestStep))
        {
            ct.ThrowIfCancellationRequested();
            var next = _order.AsSpan(done, Math.Min(step, count - done));
            var kept = 0;
            foreach (var stretch in next)
            {
                if (_bounds[stretch] * Slack >= heap.Threshold)
                {
                    next[kept++] = stretch;
                }
            }

            next[..kept].Sort();
            foreach (var stretch in next[..kept])
            {
                if (_bounds[stretch] * Slack >= heap.Threshold)
                {
                    Score(number, stretch, Allowed(allowed, stretch), heap);
                }
            }

            done += next.Length;
        }
    }

    private static ulong Allowed(ReadOnlySpan<ulong> allowed, int stretch)
    {
        const ulong Mask = (1UL << Stretch) - 1;
        const int PerWord = Segment.RangeSize / Stretch;
        return allowed.IsEmpty ? Mask : (allowed[stretch / PerWord] >> (stretch % PerWord * Stretch)) & Mask;
    }

    private void Prepare(int stretches)
    {
        if (_bounds.Length < stretches)
        {
            _bounds = new float[stretches];
            _rowBounds = new float[stretches];
            _order = new int[stretches];
        }

        Array.Clear(_bounds, 0, stretches);
        Array.Clear(_rowBounds, 0, stretches);
        _sparse.Clear(stretches);
        _rows.Clear();
    }

    private void Add(Segment segment, TermEntry[] lists, float weight, int stretches)
    {
        if (lists.Length == 0)
        {
            return;
        }

        if (!segment.Rows.Earns(lists))
        {
            _sparse.Add(segment, lists, weight, _bounds);
            return;
        }

        var row = segment.Rows.Of(lists);
        _rows.Add((row, row.Maxima, weight));
        AddBounds(row.Maxima, weight, _rowBounds.AsSpan(0, stretches));
    }

    private static void AddBounds(ReadOnlySpan<byte> maxima, float weight, Span<float> bounds)
    {
        var i = 0;
        var weights = Vector256.Create(weight);
        for (; i + 16 <= maxima.Length; i += 16)
        {
            var (low, high) = Vector256.Widen(Vector256.WidenLower(Vector128.Create(maxima.Slice(i, 16)).ToVector256Unsafe()));
            ref var place = ref bounds.Slice(i, 16)[0];
            (Vector256.LoadUnsafe(ref place) + (Vector256.ConvertToSingle(low.AsInt32()) * weights)).StoreUnsafe(ref place);
            (Vector256.LoadUnsafe(ref place, 8) + (Vector256.ConvertToSingle(high.AsInt32()) * weights)).StoreUnsafe(ref place, 8);
        }

        for (; i < maxima.Length; i++)
        {
            bounds[i] += maxima[i] * weight;
        }
    }

    // Stretches that may reach the threshold, highest bound first, as exactly as 512 buckets tell.
    private int Order(int stretches, float threshold)
    {
        var max = 0f;
        for (var s = 0; s < stretches; s++)
        {
            max = Math.Max(max, _bounds[s] += _rowBounds[s]);
        }

        if (max <= 0)
        {
            return 0;
        }

        var least = Math.Max(threshold / Slack, float.Epsilon);
        var scale = (Buckets - 1) / max;
        Array.Clear(_bucketStarts);
        var count = 0;
        for (var s = 0; s < stretches; s++)
        {
            if (_bounds[s] < least)
            {
                continue;
            }

            _bucketStarts[Buckets - 1 - (int)(_bounds[s] * scale) + 1]++;
            count++;
        }

        for (var b = 0; b < Buckets; b++)
        {
            _bucketStarts[b + 1] += _bucketStarts[b];
        }

        for (var s = 0; s < stretches; s++)
        {
            if (_bounds[s] >= least)
            {
                _order[_bucketStarts[Buckets - 1 - (int)(_bounds[s] * scale)]++] = s;
            }
        }

        return count;
    }

    private void Score(int number, int stretch, ulong allowed, TopHeap heap)
    {
        if (allowed == 0)
        {
            return;
        }

        Array.Clear(_scores);
        _sparse.AddTo(_scores, stretch);
        var rest = _rowBounds[stretch];
        foreach (var (row, maxima, weight) in CollectionsMarshal.AsSpan(_rows))
        {
            var bound = maxima[stretch] * weight;
            if (bound == 0)
            {
                continue;
            }

            if ((Best() + rest) * Slack < heap.Threshold)
            {
                return;
            }

            rest -= bound;
            row.AddTo(_scores, stretch, weight);
        }

        // Below the threshold nothing gets in; without one, what scores nothing is no hit.
        var found = allowed & Reaching(Math.Max(heap.Threshold, float.Epsilon));
        for (; found != 0; found &= found - 1)
        {
            var local = BitOperations.TrailingZeroCount(found);
            heap.Offer(_scores[local], number, (stretch * Stretch) + local);
        }
    }

    private float Best()
    {
        var best = Vector256.Max(Vector256.LoadUnsafe(ref _scores[0]), Vector256.LoadUnsafe(ref _scores[0], 8));
        var half = Vector128.Max(best.GetLower(), best.GetUpper());
        half = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create(2, 3, 0, 1)));
        return Math.Max(half[0], half[1]);
    }

    private ulong Reaching(float least)
    {
        var limit = Vector256.Create(least);
        return Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref _scores[0]), limit).ExtractMostSignificantBits()
            | ((ulong)Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref _scores[0], 8), limit).ExtractMostSignificantBits() << 8);
    }
}
