namespace Search.Api.Contracts;

/// <summary>Where a job leads.</summary>
/// <param name="Self">The job itself: ask here for its status.</param>
/// <param name="Documents">The documents it brought, at most 100 of them.</param>
/// <param name="Quarantine">Where its refused files are listed; null when none was refused.</param>
public sealed record JobLinks(string Self, IReadOnlyList<string> Documents, string? Quarantine);
