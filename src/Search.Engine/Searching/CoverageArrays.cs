namespace Search.Engine;

/// <summary>What a document holds of some words, a number a document.</summary>
/// <param name="documents">Numbers of documents in the generation.</param>
internal sealed class CoverageArrays(int documents)
{
    /// <summary>What the words tell that a document holds.</summary>
    public float[] Words { get; } = new float[documents];

    /// <summary>What the compounds tell that a document holds.</summary>
    public float[] Compounds { get; } = new float[documents];

    /// <summary>The documents that hold one word or compound, while it is looked at.</summary>
    public DocumentSet Holders { get; } = new(documents);

    /// <summary>Forgets everything.</summary>
    public void Begin()
    {
        Array.Clear(Words);
        Array.Clear(Compounds);
    }
}
