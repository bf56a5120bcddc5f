namespace Search.Engine;

/// <summary>How much a term tells: BM25's idf, never negative.</summary>
internal static class InverseFrequency
{
    /// <summary>ln(1 + (N - n + 0.5) / (n + 0.5)).</summary>
    /// <param name="entries">Live passages.</param>
    /// <param name="frequency">Live passages that hold the term.</param>
    public static float Of(long entries, long frequency)
    {
        frequency = Math.Min(frequency, entries);
        return (float)Math.Log(1 + ((entries - frequency + 0.5) / (frequency + 0.5)));
    }
}
