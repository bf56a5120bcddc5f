namespace Search.Store;

/// <summary>How far a copy of a store has followed its truth.</summary>
/// <param name="Applied">Number of the last commit that the copy holds.</param>
/// <param name="Head">Number of the last commit that the truth was seen to have.</param>
/// <param name="AppliedRevision">Revision of the copy.</param>
/// <param name="HeadRevision">Revision that the truth was seen to have.</param>
/// <param name="BehindSince">When the oldest commit that is missing was first seen to be; null where none is missing.</param>
/// <param name="AskedAt">When the truth answered last; null where it has not yet.</param>
/// <param name="Problem">Why the copy does not go on, for an operator; null while it does.</param>
public sealed record FollowState(
    long Applied,
    long Head,
    long AppliedRevision,
    long HeadRevision,
    DateTimeOffset? BehindSince = null,
    DateTimeOffset? AskedAt = null,
    string? Problem = null)
{
    /// <summary>Revisions that the copy lacks.</summary>
    public long Lag => Math.Max(0, HeadRevision - AppliedRevision);

    /// <summary>Whether the copy holds all that the truth was seen to have.</summary>
    public bool IsCurrent => Applied >= Head && AskedAt is not null;
}
