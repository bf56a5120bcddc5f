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

    // The best stretches of so many groups are scored first: what their passages score is the first threshold.
    private const int FirstGroups = 16;

    // Then stretches are scored in steps of this many: between steps best bound first, within a step in the order of the
    // passages, which is kinder to the processor's caches.
    private const int FirstStep = 32;
    private const int LongestStep = 512;

    // Bounds are sums in another order than scores; the slack covers the rounding of very large sums.
    private const float Slack = 1.0001f;

    private readonly float[] _scores = new float[Stretch];
    private readonly SparsePostings _sparse = new();
    private readonly StretchBounds _bounds = new();
    private readonly List<(ImpactRow Row, byte[] Maxima, float Weight)> _rows = [];

    // What the k-th best passage scores at least, known from the rows before any passage is scored.
    private float _least;

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
        _bounds.Begin(stretches);
        _sparse.Clear(stretches);
        _rows.Clear();
        _least = 0;
        foreach (var list in lists)
        {
            Add(segment, list.Lists[number], list.Weight);
        }

        // Rows count passages that are deleted or filtered out, and only so many of their best.
        if (!allowed.IsEmpty || heap.Capacity > ImpactRow.Ranked)
        {
            _least = 0;
        }

        _rows.Sort(static (a, b) => b.Weight.CompareTo(a.Weight));
        _sparse.Sort();
        _bounds.Sum();
        var reached = _bounds.Reached(FirstGroups);
        ScoreAll(number, _bounds.Between(Math.Max(reached, Least(heap)), float.PositiveInfinity), allowed, heap);
        var rest = _bounds.BestFirst(_bounds.Between(Least(heap), Math.Max(reached, Least(heap))));
        for (int done = 0, step = FirstStep; done < rest.Length; step = Math.Min(step * 2, LongestStep))
        {
            ct.ThrowIfCancellationRequested();
            var next = rest.Slice(done, Math.Min(step, rest.Length - done));
            var kept = 0;
            foreach (var stretch in next)
            {
                if (_bounds.All[stretch] >= Least(heap))
                {
                    next[kept++] = stretch;
                }
            }

            next[..kept].Sort();
            ScoreAll(number, next[..kept], allowed, heap);
            done += next.Length;
        }
    }

    // The bound that a stretch must reach: what scores nothing is no hit.
    private float Least(TopHeap heap) => Math.Max(Math.Max(heap.Threshold, _least) / Slack, float.Epsilon);

    private void ScoreAll(int number, ReadOnlySpan<int> stretches, ReadOnlySpan<ulong> allowed, TopHeap heap)
    {
        foreach (var stretch in stretches)
        {
            if (_bounds.All[stretch] >= Least(heap))
            {
                Score(number, stretch, Allowed(allowed, stretch), heap);
            }
        }
    }

    private static ulong Allowed(ReadOnlySpan<ulong> allowed, int stretch)
    {
        const ulong Mask = (1UL << Stretch) - 1;
        const int PerWord = Segment.RangeSize / Stretch;
        return allowed.IsEmpty ? Mask : (allowed[stretch / PerWord] >> (stretch % PerWord * Stretch)) & Mask;
    }

    private void Add(Segment segment, TermEntry[] lists, float weight)
    {
        if (lists.Length == 0)
        {
            return;
        }

        if (!segment.Rows.Earns(lists))
        {
            _sparse.Add(segment, lists, weight, _bounds.Sparse);
            return;
        }

        var row = segment.Rows.Of(lists);
        _rows.Add((row, row.Maxima, weight));
        _bounds.AddRow(row.Maxima, weight);
        _least = Math.Max(_least, row.RankedImpact * weight);
    }

    private void Score(int number, int stretch, ulong allowed, TopHeap heap)
    {
        if (allowed == 0)
        {
            return;
        }

        Array.Clear(_scores);
        _sparse.AddTo(_scores, stretch);
        var rest = _bounds.Rows[stretch];
        var least = Math.Max(heap.Threshold, _least);
        foreach (var (row, maxima, weight) in CollectionsMarshal.AsSpan(_rows))
        {
            var bound = maxima[stretch] * weight;
            if (bound == 0)
            {
                continue;
            }

            if ((Best() + rest) * Slack < least)
            {
                return;
            }

            rest -= bound;
            row.AddTo(_scores, stretch, weight);
        }

        // Below the threshold nothing gets in; without one, what scores nothing is no hit.
        var found = allowed & Reaching(Math.Max(least, float.Epsilon));
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
