using System.Buffers;
using System.Runtime.InteropServices;

namespace Search.Engine.Embedded;

/// <summary>
/// The syllables with which a line, a clause or a sentence of a body begins, for the re-ranker. Packed as gaps of
/// one byte each; a gap of 255 or more spends a byte 255 for each 255. A passage is known up to
/// <see cref="RankingConstants.RerankedSyllables"/>.
/// </summary>
internal sealed class LineStarts
{
    /// <summary>The number of the body in <see cref="IndexFields.TextFields"/>.</summary>
    public const int Field = 3;

    private static readonly SearchValues<char> Ends = SearchValues.Create(".;:?!\n");

    private readonly List<byte> _bytes = [];
    private readonly List<int> _offsets = [0];

    /// <summary>Adds a passage from its analysed body. The first syllable always begins a line and is left out.</summary>
    public void Add(string text, List<FieldToken> tokens)
    {
        var last = 0;
        var count = Math.Min(tokens.Count, RankingConstants.RerankedSyllables);
        for (var i = 1; i < count; i++)
        {
            var between = text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End);
            if (between is " " || between.IndexOfAny(Ends) < 0) continue;
            var gap = i - last;
            for (; gap >= byte.MaxValue; gap -= byte.MaxValue) _bytes.Add(byte.MaxValue);
            _bytes.Add((byte)gap);
            last = i;
        }

        _offsets.Add(_bytes.Count);
    }

    /// <summary>Adds a passage as it is packed in a segment.</summary>
    public void Add(ReadOnlySpan<byte> packed)
    {
        _bytes.AddRange(packed);
        _offsets.Add(_bytes.Count);
    }

    /// <summary>Writes the section.</summary>
    public void Write(BlockFileWriter file)
    {
        file.Section(SectionId.LineStarts, CollectionsMarshal.AsSpan(_bytes));
        file.Section(SectionId.LineStartOffsets, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_offsets)));
    }
}
