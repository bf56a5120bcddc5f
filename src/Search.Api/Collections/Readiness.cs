namespace Search.Api.Collections;

/// <summary>
/// Whether a node that follows a shared store should be asked. It leaves at a limit and returns at half of it, so that a
/// load balancer does not see it come and go; and it stays when no other node is ready, for an old answer is better than
/// none: then its answers are called stale. Used by one thread.
/// </summary>
/// <param name="limit">How far behind it may be.</param>
internal sealed class Readiness(TimeSpan limit)
{
    /// <summary>Whether it should be asked.</summary>
    public bool IsReady { get; private set; } = true;

    /// <summary>Whether it answers though it is further behind than it should be.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Decides again.</summary>
    /// <param name="behind">How long the oldest change is known that the node lacks, or how long nobody has told it.</param>
    /// <param name="isAnotherReady">Whether another node was ready a moment ago.</param>
    public void Update(TimeSpan behind, bool isAnotherReady)
    {
        var isFar = behind > (IsReady && !IsStale ? limit : limit / 2);
        IsStale = isFar && !isAnotherReady;
        IsReady = !isFar || !isAnotherReady;
    }
}
