using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Search.Engine;

/// <summary>
/// What the passages of every stretch can score at most, on two levels: bounds of stretches, and the largest of every group
/// of 16 stretches, so that choosing stretches by their bounds touches few of them. Holds scratch memory; one thread at a time.
/// </summary>
internal sealed class StretchBounds
{
    /// <summary>Stretches of a group.</summary>
    public const int Group = 16;

    private const int Buckets = 512;

    private readonly int[] _starts = new int[Buckets + 1];
    private float[] _sums = [];
    private float[] _rows = [];
    private float[] _groups = [];
    private int[] _chosen = [];
    private int[] _ordered = [];
    private int _stretches;
    private int _groupCount;
    private float _max;

    /// <summary>Bounds by stretch of what the rare lists can give, until <see cref="Sum"/> adds those of the rows.</summary>
    public Span<float> Sparse => _sums.AsSpan(0, _stretches);

    /// <summary>What all lists can give, by stretch. Known after <see cref="Sum"/>.</summary>
    public ReadOnlySpan<float> All => _sums.AsSpan(0, _stretches);

    /// <summary>What the rows can give, by stretch.</summary>
    public ReadOnlySpan<float> Rows => _rows.AsSpan(0, _stretches);

    /// <summary>Begins with a segment of so many stretches.</summary>
    public void Begin(int stretches)
    {
        _stretches = stretches;
        _groupCount = (stretches + Group - 1) / Group;
        var padded = _groupCount * Group;
        if (_sums.Length < padded)
        {
            _sums = new float[padded];
            _rows = new float[padded];
            _groups = new float[_groupCount];
            _chosen = new int[padded];
            _ordered = new int[padded];
        }

        Array.Clear(_sums, 0, padded);
        Array.Clear(_rows, 0, padded);
    }

    /// <summary>Adds the bounds of a row.</summary>
    public void AddRow(ReadOnlySpan<byte> maxima, float weight) => ImpactSums.Add(maxima, weight, _rows);

    /// <summary>Adds up both kinds, after the last list.</summary>
    public void Sum()
    {
        _max = 0;
        for (var group = 0; group < _groupCount; group++)
        {
            ref var sum = ref _sums[group * Group];
            ref var row = ref _rows[group * Group];
            var low = Vector256.LoadUnsafe(ref sum) + Vector256.LoadUnsafe(ref row);
            var high = Vector256.LoadUnsafe(ref sum, 8) + Vector256.LoadUnsafe(ref row, 8);
            low.StoreUnsafe(ref sum);
            high.StoreUnsafe(ref sum, 8);
            _groups[group] = LargestOf(low, high);
            _max = Math.Max(_max, _groups[group]);
        }
    }

    /// <summary>A bound that at least so many groups reach, and not many more; 0 where no stretch can score.</summary>
    public float Reached(int groups)
    {
        if (_max <= 0)
        {
            return 0;
        }

        var scale = (Buckets - 1) / _max;
        Array.Clear(_starts);
        for (var group = 0; group < _groupCount; group++)
        {
            _starts[(int)(_groups[group] * scale)]++;
        }

        var bucket = Buckets - 1;
        for (var seen = _starts[bucket]; bucket > 0 && seen < groups; seen += _starts[bucket])
        {
            bucket--;
        }

        var least = _max;
        for (var group = 0; group < _groupCount; group++)
        {
            if ((int)(_groups[group] * scale) >= bucket)
            {
                least = Math.Min(least, _groups[group]);
            }
        }

        return least;
    }

    /// <summary>The stretches whose bounds lie between two values, in the order of the passages. Good until the next call.</summary>
    /// <param name="from">The lowest bound, above 0.</param>
    /// <param name="below">All bounds lie below it.</param>
    public Span<int> Between(float from, float below)
    {
        var count = 0;
        var (least, limit) = (Vector256.Create(from), Vector256.Create(below));
        for (var group = 0; group < _groupCount; group++)
        {
            if (!(_groups[group] >= from))
            {
                continue;
            }

            var first = group * Group;
            var bits = Within(first, least, limit) | (Within(first + (Group / 2), least, limit) << (Group / 2));
            for (; bits != 0; bits &= bits - 1)
            {
                _chosen[count++] = first + System.Numerics.BitOperations.TrailingZeroCount(bits);
            }
        }

        return _chosen.AsSpan(0, count);
    }

    /// <summary>Chosen stretches with the highest bounds first, as exactly as 512 buckets tell. Good until the next call.</summary>
    public Span<int> BestFirst(ReadOnlySpan<int> stretches)
    {
        if (stretches.IsEmpty)
        {
            return [];
        }

        var scale = (Buckets - 1) / _max;
        Array.Clear(_starts);
        foreach (var stretch in stretches)
        {
            _starts[Buckets - 1 - (int)(_sums[stretch] * scale) + 1]++;
        }

        for (var b = 0; b < Buckets; b++)
        {
            _starts[b + 1] += _starts[b];
        }

        foreach (var stretch in stretches)
        {
            _ordered[_starts[Buckets - 1 - (int)(_sums[stretch] * scale)]++] = stretch;
        }

        return _ordered.AsSpan(0, stretches.Length);
    }

    private uint Within(int first, Vector256<float> least, Vector256<float> limit)
    {
        var bounds = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_sums), (nuint)first);
        return (Vector256.GreaterThanOrEqual(bounds, least) & Vector256.LessThan(bounds, limit)).ExtractMostSignificantBits();
    }

    private static float LargestOf(Vector256<float> low, Vector256<float> high)
    {
        var best = Vector256.Max(low, high);
        var half = Vector128.Max(best.GetLower(), best.GetUpper());
        half = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create(2, 3, 0, 1)));
        return Math.Max(half[0], half[1]);
    }
}
