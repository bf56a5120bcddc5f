using System.Runtime.InteropServices;

namespace Search.Engine;

/// <summary>
/// Numbers documents across segments, so that one spread over two segments counts once. The documents of a segment follow one
/// another from a whole word of bits on, so that sets of them are joined word by word; a document that an earlier segment holds
/// keeps the number it has there, and its place stays empty.
/// </summary>
internal sealed class GroupNumbers
{
    private const int Word = 64;

    private readonly int[][] _numbers;
    private readonly int[] _starts;
    private readonly Dictionary<int, List<(int Segment, int Own)>> _elsewhere = [];

    public GroupNumbers(IReadOnlyList<SegmentView> views)
    {
        _numbers = new int[views.Count][];
        _starts = new int[views.Count + 1];
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var s = 0; s < views.Count; s++)
        {
            var groups = views[s].Segment.Documents;
            _numbers[s] = new int[groups.Count];
            _starts[s + 1] = _starts[s] + ((groups.Count + Word - 1) / Word * Word);
            for (var g = 0; g < groups.Count; g++)
            {
                var number = _starts[s] + g;
                if (views.Count > 1 && !known.TryAdd(groups.Key(g), number))
                {
                    number = known[groups.Key(g)];
                    (CollectionsMarshal.GetValueRefOrAddDefault(_elsewhere, number, out _) ??= []).Add((s, g));
                }

                _numbers[s][g] = number;
            }
        }
    }

    /// <summary>Numbers, those that no document has counted too: whole words of bits.</summary>
    public int Count => _starts[^1];

    /// <summary>The number that the first document of a segment has, unless an earlier segment holds it.</summary>
    public int Start(int segment) => _starts[segment];

    /// <summary>The numbers of all documents of a segment.</summary>
    public ReadOnlySpan<int> All(int segment) => _numbers[segment];

    public int Of(int segment, int group) => _numbers[segment][group];

    /// <summary>The first segment that holds a document, and its number there.</summary>
    public (int Segment, int Own) First(int number)
    {
        var segment = Array.BinarySearch(_starts, number);
        segment = segment < 0 ? ~segment - 1 : segment;

        // A segment without documents begins where the next one does.
        while (_starts[segment + 1] == number)
        {
            segment++;
        }

        return (segment, number - _starts[segment]);
    }

    /// <summary>The other segments that hold a document, with its number there.</summary>
    public IReadOnlyList<(int Segment, int Own)> Others(int number) => _elsewhere.Count > 0 && _elsewhere.TryGetValue(number, out var others) ? others : [];
}
