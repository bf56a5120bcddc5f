namespace Search.Engine.Embedded;

/// <summary>The postings of one term, unpacked, on their way into a segment. Reused from term to term.</summary>
internal sealed class PostingBuffer
{
    /// <summary>Passage numbers, ascending.</summary>
    public uint[] Docs = new uint[1024];

    /// <summary>Impacts beside <see cref="Docs"/>.</summary>
    public uint[] Impacts = new uint[1024];

    /// <summary>Occurrences beside <see cref="Docs"/>; unused for terms without positions.</summary>
    public uint[] Counts = new uint[1024];

    /// <summary>Positions of all occurrences, passage after passage, ascending within a passage.</summary>
    public uint[] Positions = new uint[4096];

    /// <summary>Passages.</summary>
    public int Count;

    /// <summary>Occurrences in all.</summary>
    public int PositionCount;

    public void Clear()
    {
        Count = 0;
        PositionCount = 0;
    }

    public void Add(uint doc, uint impact)
    {
        if (Count == Docs.Length)
        {
            Array.Resize(ref Docs, Count * 2);
            Array.Resize(ref Impacts, Count * 2);
            Array.Resize(ref Counts, Count * 2);
        }

        Docs[Count] = doc;
        Impacts[Count] = impact;
        Counts[Count] = 0;
        Count++;
    }

    public void AddPositions(ReadOnlySpan<uint> positions)
    {
        var needed = PositionCount + positions.Length;
        if (needed > Positions.Length) Array.Resize(ref Positions, Math.Max(needed, Positions.Length * 2));
        positions.CopyTo(Positions.AsSpan(PositionCount));
        PositionCount = needed;
        Counts[Count - 1] = (uint)positions.Length;
    }
}
