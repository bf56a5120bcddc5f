namespace Search.Engine;

/// <summary>The postings of a term, unpacked.</summary>
/// <param name="Docs">Passages, ascending, deleted ones included.</param>
/// <param name="Impacts">The impact in each, 1 to 255.</param>
internal sealed record PostingArrays(int[] Docs, byte[] Impacts)
{
    /// <summary>Bytes they take, about: with their place in the cache.</summary>
    public int Size => (Docs.Length * (sizeof(int) + 1)) + 160;
}
