namespace Search.Benchmarks;

/// <summary>A search engine in the engine benchmark: fills an index and answers questions with the ids of its ten best.</summary>
internal abstract class EngineContestant : IDisposable
{
    /// <summary>Its name in the table.</summary>
    public abstract string Name { get; }

    /// <summary>It is asked every so many questions; more than 1 for engines that are too slow for all of them.</summary>
    public virtual int AskedEvery => 1;

    /// <summary>Whether an index is there from an earlier run.</summary>
    public abstract bool IsBuilt { get; }

    /// <summary>Bytes of the index.</summary>
    public abstract long Bytes { get; }

    /// <summary>Indexes a corpus from its file.</summary>
    public abstract void Build(string corpus);

    /// <summary>Opens what was built.</summary>
    public abstract void Open();

    /// <summary>The ids of the ten best articles.</summary>
    public abstract IReadOnlyList<string> Ask(string question);

    /// <summary>What the engine itself says the last question took, where asking it is more than searching; else null.</summary>
    public virtual double? LastMilliseconds => null;

    public abstract void Dispose();
}
