namespace Search.Engine;

/// <summary>
/// Lays out where the syllables of a query stand in a passage: a byte for each place, 0 or the number of the
/// syllable + 1, with <see cref="PassageScan.LineMark"/> where a line of the body begins. Holds scratch memory; one
/// thread at a time.
/// </summary>
internal sealed class PlaceReader
{
    private readonly WordTable _words = new();
    private byte[] _places = [];

    /// <summary>Begins with a query; <see cref="End"/> ends it.</summary>
    /// <param name="query">The query.</param>
    public void Begin(QueryProfile query)
    {
        for (var word = 0; word < query.Forms.Length; word++)
        {
            foreach (var form in query.Forms[word])
            {
                // Spellings of two words of the query may be the same; the first word keeps the place.
                _words.Add(form, (byte)(word + 1));
            }
        }
    }

    /// <summary>Forgets the query.</summary>
    public void End() => _words.Clear();

    /// <summary>The places of a passage, field after field, the body cut at <see cref="RankingConstants.RerankedSyllables"/>.</summary>
    /// <param name="text">The stored text.</param>
    /// <param name="lengths">Receives the words of each field.</param>
    public ReadOnlySpan<byte> Read(ReadOnlySpan<byte> text, Span<int> lengths)
    {
        var words = ForwardText.Open(text, lengths);
        var count = Math.Min(lengths[ForwardText.Body], RankingConstants.RerankedSyllables);
        for (var f = 0; f < ForwardText.Body; f++)
        {
            count += lengths[f];
        }

        if (_places.Length < count)
        {
            _places = new byte[Math.Max(count, _places.Length * 2)];
        }

        var places = _places.AsSpan(0, count);
        new ForwardReader(words).LookUp(_words, PassageScan.LineMark, places);
        return places;
    }
}
