namespace Search.Engine;

/// <summary>
/// Walks the passages of one segment that may match a query node. Two-phase: <see cref="Advance"/> is cheap and may
/// stop at a passage that <see cref="Confirm"/> then refuses (a phrase whose words are there, but apart).
/// </summary>
internal abstract class Matcher
{
    /// <summary>Past the last passage.</summary>
    public const int NoMore = int.MaxValue;

    /// <summary>The current passage; -1 before the first move.</summary>
    public int Doc { get; protected set; } = -1;

    /// <summary>About how many passages it walks; conjunctions lead with the smallest.</summary>
    public abstract long Cost { get; }

    /// <summary>Moves to the first candidate at or after a passage; never backwards.</summary>
    public abstract int Advance(int target);

    /// <summary>Whether the current candidate matches.</summary>
    public virtual bool Confirm() => true;

    /// <summary>Score of the current, confirmed passage.</summary>
    public virtual float Score() => 0;
}
