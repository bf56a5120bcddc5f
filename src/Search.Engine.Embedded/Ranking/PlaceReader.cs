namespace Search.Engine.Embedded;

/// <summary>
/// Lays out where the syllables of a query stand in a passage: a byte for each place, 0 or the number of the
/// syllable + 1, with <see cref="PassageScan.LineMark"/> where a line of the body begins. Holds scratch memory; one
/// thread at a time.
/// </summary>
internal sealed class PlaceReader
{
    private readonly List<int> _known = [];
    private byte[] _wordOf = [];
    private byte[] _places = [];

    /// <summary>Begins with a query in a segment; <see cref="End"/> ends it.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="number">Its number.</param>
    /// <param name="query">The query.</param>
    public void Begin(Segment segment, int number, QueryProfile query)
    {
        if (_wordOf.Length < segment.Terms.Count)
        {
            _wordOf = new byte[segment.Terms.Count];
        }

        for (var word = 0; word < query.Ordinals.Length; word++)
        {
            foreach (var ordinal in query.Ordinals[word][number])
            {
                // Spellings of two words of the query may be the same; the first word keeps the place.
                var code = segment.CodeOf(ordinal);
                if (_wordOf[code] != 0)
                {
                    continue;
                }

                _wordOf[code] = (byte)(word + 1);
                _known.Add(code);
            }
        }
    }

    /// <summary>Forgets the query.</summary>
    public void End()
    {
        foreach (var code in _known)
        {
            _wordOf[code] = 0;
        }

        _known.Clear();
    }

    /// <summary>The places of a passage, field after field, the body cut at <see cref="RankingConstants.RerankedSyllables"/>.</summary>
    public ReadOnlySpan<byte> Read(Segment segment, int doc, ReadOnlySpan<int> lengths)
    {
        var count = Math.Min(lengths[ForwardCode.Body], RankingConstants.RerankedSyllables);
        for (var f = 0; f < ForwardCode.Body; f++)
        {
            count += lengths[f];
        }

        if (_places.Length < count)
        {
            _places = new byte[Math.Max(count, _places.Length * 2)];
        }

        var places = _places.AsSpan(0, count);
        new ForwardReader(segment.Text(doc)).LookUp(_wordOf, PassageScan.LineMark, places);
        return places;
    }
}
