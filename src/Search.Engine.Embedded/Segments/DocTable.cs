namespace Search.Engine.Embedded;

/// <summary>What a segment keeps of its passages beside postings, while the segment is being built.</summary>
internal sealed class DocTable
{
    /// <summary>Bytes of a passage's content hash.</summary>
    public const int HashSize = 16;

    public List<string> Ids { get; } = [];

    public List<string> Groups { get; } = [];

    /// <summary>Number and title joined by a line feed, for suggestions.</summary>
    public List<string> Labels { get; } = [];

    /// <summary>Syllables of each text field, four a passage.</summary>
    public List<int> Lengths { get; } = [];

    /// <summary>Content hashes, 16 bytes a passage.</summary>
    public List<byte> Hashes { get; } = [];

    /// <summary>For each keyword column, the values of each passage that has some.</summary>
    public Dictionary<string, Dictionary<int, string[]>> Keywords { get; } = new(StringComparer.Ordinal);

    /// <summary>For each number column, the number of each passage that has one.</summary>
    public Dictionary<string, Dictionary<int, long>> Numbers { get; } = new(StringComparer.Ordinal);

    public int Count => Ids.Count;
}
