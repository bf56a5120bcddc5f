namespace Search.Engine.Embedded;

/// <summary>The postings of one term, unpacked, on their way into a segment. Reused from term to term.</summary>
internal sealed class PostingBuffer
{
    /// <summary>Passage numbers, ascending.</summary>
    public uint[] Docs = new uint[1024];

    /// <summary>Impacts beside <see cref="Docs"/>.</summary>
    public uint[] Impacts = new uint[1024];

    /// <summary>Passages.</summary>
    public int Count;

    public void Clear() => Count = 0;

    public void Add(uint doc, uint impact)
    {
        if (Count == Docs.Length)
        {
            Array.Resize(ref Docs, Count * 2);
            Array.Resize(ref Impacts, Count * 2);
        }

        Docs[Count] = doc;
        Impacts[Count] = impact;
        Count++;
    }
}
