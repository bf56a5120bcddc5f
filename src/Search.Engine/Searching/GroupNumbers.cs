namespace Search.Engine;

/// <summary>Numbers documents across segments, so that one spread over two segments counts once.</summary>
internal sealed class GroupNumbers
{
    private readonly int[][] _numbers;

    public GroupNumbers(IReadOnlyList<SegmentView> views)
    {
        _numbers = new int[views.Count][];
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var s = 0; s < views.Count; s++)
        {
            var groups = views[s].Segment.Documents;
            _numbers[s] = new int[groups.Count];
            for (var g = 0; g < groups.Count; g++)
            {
                if (views.Count == 1)
                {
                    _numbers[s][g] = g;
                    continue;
                }

                var key = groups.Key(g);
                if (!known.TryGetValue(key, out var number))
                {
                    known[key] = number = known.Count;
                }

                _numbers[s][g] = number;
            }
        }

        Count = views.Count == 1 ? _numbers[0].Length : known.Count;
    }

    /// <summary>Documents.</summary>
    public int Count { get; }

    /// <summary>The numbers of all documents of a segment.</summary>
    public ReadOnlySpan<int> All(int segment) => _numbers[segment];

    public int Of(int segment, int group) => _numbers[segment][group];
}
