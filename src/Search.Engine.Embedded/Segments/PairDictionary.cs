namespace Search.Engine.Embedded;

/// <summary>Finds compounds by the ordinals of their two syllables.</summary>
internal sealed class PairDictionary(BlockFile file)
{
    private readonly long _groups = file.Section(SectionId.PairGroups).Offset;
    private readonly long _offsets = file.Section(SectionId.PairGroupOffsets).Offset;
    private readonly int _count = (int)(file.Section(SectionId.PairGroupOffsets).Length / sizeof(ulong)) - 1;

    /// <summary>The compound's postings; <see cref="PostingRef.Count"/> is 0 where there is none.</summary>
    public PostingRef Find(int first, int second)
    {
        var cursor = Group(first);
        cursor.SkipTo((uint)second);
        while (cursor.MoveNext())
        {
            if (cursor.Second == (uint)second)
            {
                return cursor.Postings;
            }

            if (cursor.Second > (uint)second)
            {
                break;
            }
        }

        return PostingRef.None;
    }

    /// <summary>Every compound that begins with a syllable.</summary>
    public PairCursor Group(int first)
    {
        if (first < 0 || first >= _count)
        {
            return default;
        }

        var bounds = file.Read(_offsets + ((long)first * sizeof(ulong)), 2 * sizeof(ulong));
        var start = BitConverter.ToInt64(bounds);
        var length = BitConverter.ToInt64(bounds[sizeof(ulong)..]) - start;
        return length == 0 ? default : new PairCursor(file.Read(_groups + start, checked((int)length)));
    }
}
