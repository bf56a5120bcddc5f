namespace Search.Engine;

/// <summary>
/// One passage as it goes into a storage: what <see cref="PassageAnalyzer"/> made of an entry. Belongs to the analyzer
/// and is filled again for the next passage.
/// </summary>
internal sealed class AnalyzedPassage
{
    /// <summary>Bytes of a passage's content hash.</summary>
    public const int HashSize = 16;

    /// <summary>The passage's id.</summary>
    public string Id { get; set; } = "";

    /// <summary>The key of its document.</summary>
    public string Group { get; set; } = "";

    /// <summary>Number and title joined by a line feed, for suggestions.</summary>
    public string Label { get; set; } = "";

    /// <summary>Its words and number keys, each once.</summary>
    public TermList Words { get; } = new();

    /// <summary>Its pairs of neighbors, each once.</summary>
    public TermList Pairs { get; } = new();

    /// <summary>Its text in codes, see <see cref="ForwardText"/>.</summary>
    public ByteBuffer Text { get; } = new();

    /// <summary>Hash of everything that was indexed, <see cref="HashSize"/> bytes.</summary>
    public byte[] Hash { get; } = new byte[HashSize];

    /// <summary>Values of keyword columns; of one column each value once, in order.</summary>
    public List<(int Column, string Value)> Keywords { get; } = [];

    /// <summary>Values of number columns.</summary>
    public List<(int Column, long Value)> Numbers { get; } = [];
}
