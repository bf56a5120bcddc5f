namespace Search.Engine;

/// <summary>One commit, open for reading. Holding it keeps its files open; disposing gives back one hold.</summary>
internal interface IIndexGeneration : IDisposable
{
    /// <summary>Grows with every commit and merge, over rebuilds too.</summary>
    long Number { get; }

    /// <summary>The store's revision the commit mirrors; -1 for an index without a commit.</summary>
    long Revision { get; }

    /// <summary>The segments.</summary>
    IReadOnlyList<SegmentState> Segments { get; }

    /// <summary>One hold more; false when the generation is closed already.</summary>
    bool TryHold();
}
