namespace Search.Engine;

/// <summary>Settings of the scoring core. Validated when the engine opens.</summary>
public sealed record SearchEngineOptions
{
    /// <summary>Threads that analyze passages while writing, 1 to 64.</summary>
    /// <value>The processors, at most 4.</value>
    public int IndexingThreads { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>Totals are counted exactly where no more postings than this have to be read, 0 or more.</summary>
    /// <value>4,096</value>
    public int ExactTotalPostings { get; init; } = 4096;

    /// <summary>Ranks the best passages of a question again by where its words stand. Off, scores are BM25F alone.</summary>
    /// <value>true</value>
    public bool Rerank { get; init; } = true;

    /// <summary>
    /// What readers type for what documents write out: an abbreviation and the words it stands for. Given by the caller,
    /// who knows the field; where one occurs twice the first one counts.
    /// </summary>
    /// <value>none</value>
    public IReadOnlyList<KeyValuePair<string, string>> Abbreviations { get; init; } = [];

    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    internal void Validate()
    {
        Check(IndexingThreads, 1, 64, nameof(IndexingThreads));
        Check(ExactTotalPostings, 0, int.MaxValue, nameof(ExactTotalPostings));
    }

    private static void Check(long value, long min, long max, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, min, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, max, name);
    }
}
