using System.Runtime.CompilerServices;

namespace Search.Engine;

/// <summary>
/// A list unpacked so that any stretch of it can be added up without searching or unpacking: one byte a passage for
/// the most frequent, else the passages of each range with their impacts.
/// </summary>
internal sealed class ImpactRow
{
    /// <summary>Passages of a stretch, the unit that top-k search skips or scores.</summary>
    public const int Stretch = 16;

    /// <summary>The place in the order of impacts of which <see cref="RankedImpact"/> tells: as many passages are ranked again.</summary>
    public const int Ranked = RankingConstants.RerankDepth;

    private const int StretchesPerRange = Segment.RangeSize / Stretch;

    // With a posting in every fourth passage, adding bytes by vectors is faster than stepping through postings.
    private const int Sparsity = 4;

    // Starts are kept in two bytes, counted from a base that 512 ranges share: they hold at most 32,768 postings.
    private const int RangesPerBase = 512;

    private readonly byte[]? _impacts;
    private readonly int[] _bases = [];
    private readonly ushort[] _starts = [];
    private readonly byte[] _places = [];
    private readonly byte[] _levels = [];

    /// <param name="lists">The lists it is made of.</param>
    /// <param name="impacts">Impacts by passage, 0 for passages without the word, in whole ranges; not kept.</param>
    public ImpactRow(TermEntry[] lists, ReadOnlySpan<byte> impacts)
    {
        Lists = lists;
        Maxima = new byte[impacts.Length / Stretch];
        var count = 0;
        Span<int> counts = stackalloc int[RankingConstants.ImpactLevels + 1];
        counts.Clear();
        for (var doc = 0; doc < impacts.Length; doc++)
        {
            if (impacts[doc] == 0)
            {
                continue;
            }

            count++;
            counts[impacts[doc]]++;
            ref var max = ref Maxima[doc / Stretch];
            max = Math.Max(max, impacts[doc]);
        }

        RankedImpact = ImpactAt(Ranked, counts);
        if (count >= impacts.Length / Sparsity)
        {
            _impacts = impacts.ToArray();
            Size = Maxima.Length + impacts.Length;
            return;
        }

        var ranges = impacts.Length / Segment.RangeSize;
        _bases = new int[(ranges / RangesPerBase) + 1];
        _starts = new ushort[ranges + 1];
        _places = new byte[count];
        _levels = new byte[count];
        Size = Maxima.Length + (count * 2) + (_starts.Length * sizeof(ushort)) + (_bases.Length * sizeof(int));
        var at = 0;
        for (var range = 0; range <= ranges; range++)
        {
            if (range % RangesPerBase == 0)
            {
                _bases[range / RangesPerBase] = at;
            }

            _starts[range] = (ushort)(at - _bases[range / RangesPerBase]);
            if (range == ranges)
            {
                break;
            }

            var own = impacts.Slice(range * Segment.RangeSize, Segment.RangeSize);
            for (var place = 0; place < own.Length; place++)
            {
                if (own[place] == 0)
                {
                    continue;
                }

                _places[at] = (byte)place;
                _levels[at++] = own[place];
            }
        }
    }

    /// <summary>The lists it is made of.</summary>
    public TermEntry[] Lists { get; }

    /// <summary>Largest impact of each stretch.</summary>
    public byte[] Maxima { get; }

    /// <summary>
    /// The impact that <see cref="Ranked"/> passages reach, deleted ones counted; 0 where there are fewer. So many passages score
    /// this at least, whatever else a question holds.
    /// </summary>
    public byte RankedImpact { get; }

    /// <summary>Bytes it takes.</summary>
    public int Size { get; }

    /// <summary>When it was last used, counted in uses of any row.</summary>
    public long LastUse { get; set; }

    /// <summary>Stretches of a segment.</summary>
    public static int Stretches(int docs) => ((docs + Segment.RangeSize - 1) / Segment.RangeSize) * StretchesPerRange;

    /// <summary>Adds the weighted impacts of a stretch to the scores of its passages.</summary>
    public void AddTo(Span<float> scores, int stretch, float weight)
    {
        if (_impacts is not null)
        {
            ImpactSums.AddStretch(_impacts.AsSpan(stretch * Stretch, Stretch), weight, scores);
        }
        else
        {
            AddPlaces(scores, stretch, weight);
        }
    }

    /// <summary>Adds the weighted impacts of a block of passages to their scores.</summary>
    /// <param name="scores">The scores of the block, in whole ranges.</param>
    /// <param name="first">Its first passage, the first one of a range.</param>
    /// <param name="weight">Score of one impact step.</param>
    public void AddBlock(Span<float> scores, int first, float weight)
    {
        if (_impacts is not null)
        {
            ImpactSums.Add(_impacts.AsSpan(first, scores.Length), weight, scores);
            return;
        }

        for (int range = first / Segment.RangeSize, last = range + (scores.Length / Segment.RangeSize); range < last; range++)
        {
            var own = scores.Slice((range * Segment.RangeSize) - first, Segment.RangeSize);
            for (int i = Start(range), end = Start(range + 1); i < end; i++)
            {
                own[_places[i]] += _levels[i] * weight;
            }
        }
    }

    private static byte ImpactAt(int place, ReadOnlySpan<int> counts)
    {
        var seen = 0;
        for (var impact = counts.Length - 1; impact > 0; impact--)
        {
            seen += counts[impact];
            if (seen >= place)
            {
                return (byte)impact;
            }
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddPlaces(Span<float> scores, int stretch, float weight)
    {
        var first = stretch % StretchesPerRange * Stretch;
        var range = stretch / StretchesPerRange;
        for (int i = Start(range), end = Start(range + 1); i < end; i++)
        {
            var local = (uint)(_places[i] - first);
            if (local < Stretch)
            {
                scores[(int)local] += _levels[i] * weight;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Start(int range) => _bases[range / RangesPerBase] + _starts[range];
}
