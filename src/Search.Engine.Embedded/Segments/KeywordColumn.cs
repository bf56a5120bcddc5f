using System.Runtime.InteropServices;

namespace Search.Engine.Embedded;

/// <summary>A keyword column of a segment.</summary>
internal sealed class KeywordColumn
{
    private readonly BlockFile _file;
    private readonly long _starts;
    private readonly long _ordinals;

    public KeywordColumn(BlockFile file, SectionId first)
    {
        _file = file;
        Values = new StringTable(file, first, first + 1);
        _starts = file.Section(first + 2).Offset;
        _ordinals = file.Section(first + 3).Offset;
    }

    /// <summary>The column's values, sorted.</summary>
    public StringTable Values { get; }

    /// <summary>Numbers of a passage's values.</summary>
    public ReadOnlySpan<int> Of(int doc)
    {
        var bounds = MemoryMarshal.Cast<byte, int>(_file.Read(_starts + ((long)doc * sizeof(int)), 2 * sizeof(int)));
        return MemoryMarshal.Cast<byte, int>(
            _file.Read(_ordinals + ((long)bounds[0] * sizeof(int)), (bounds[1] - bounds[0]) * sizeof(int)));
    }
}
