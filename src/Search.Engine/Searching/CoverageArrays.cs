namespace Search.Engine;

/// <summary>What a document holds of some words, a number a document.</summary>
/// <param name="documents">Documents of the generation.</param>
internal sealed class CoverageArrays(int documents)
{
    /// <summary>What the words tell that a document holds.</summary>
    public float[] Words { get; } = new float[documents];

    /// <summary>What the compounds tell that a document holds.</summary>
    public float[] Compounds { get; } = new float[documents];

    /// <summary>The number of the last word or compound that a document was seen to hold.</summary>
    public int[] Last { get; } = new int[documents];

    /// <summary>Forgets everything.</summary>
    public void Begin()
    {
        Array.Clear(Words);
        Array.Clear(Compounds);
        Array.Fill(Last, -1);
    }
}
