namespace Search.Engine;

/// <summary>An engine whose files can be rewritten into their smallest and fastest form on demand.</summary>
public interface IMaintainable
{
    /// <summary>Merges all segments into one and drops what is deleted; returns when it is done.</summary>
    /// <param name="ct">Stops the work; the index stays as it was.</param>
    void Compact(CancellationToken ct);
}
