using System.Text;

namespace Search.Engine.Embedded;

/// <summary>Sorted or unsorted strings of a segment, read where they lie.</summary>
internal sealed class StringTable(BlockFile file, SectionId offsets, SectionId bytes)
{
    private readonly long _offsets = file.Section(offsets).Offset;
    private readonly long _bytes = file.Section(bytes).Offset;

    /// <summary>Strings in the table.</summary>
    public int Count { get; } = Math.Max(0, (int)(file.Section(offsets).Length / sizeof(int)) - 1);

    public ReadOnlySpan<byte> Utf8(int index)
    {
        var pair = file.Read(_offsets + ((long)index * sizeof(int)), 2 * sizeof(int));
        var start = BitConverter.ToInt32(pair);
        return file.Read(_bytes + start, BitConverter.ToInt32(pair[sizeof(int)..]) - start);
    }

    public string this[int index] => Encoding.UTF8.GetString(Utf8(index));

    /// <summary>Index of a string in a table sorted by UTF-16 ordinals, or -1.</summary>
    public int Find(string value)
    {
        int low = 0, high = Count - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = string.CompareOrdinal(this[middle], value);
            if (order == 0)
            {
                return middle;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return -1;
    }
}
