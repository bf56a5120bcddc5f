namespace Search.Api.Contracts;

/// <summary>The state of the server.</summary>
/// <param name="Status"><c>alive</c>, <c>ready</c>, <c>degraded</c>: it answers, and an administrator must run <c>search verify</c>,
/// or <c>stale</c>: it answers from a copy that is far behind the shared store.</param>
/// <param name="Revision">Revision of the store.</param>
/// <param name="Generation">Generation of the index that answers.</param>
/// <param name="Applied">Revision that answers hold, index included.</param>
/// <param name="Head">Latest revision of the store that is known, wherever it was made.</param>
/// <param name="LagRevisions">Revisions that answers lack.</param>
/// <param name="LagSeconds">How long they have lacked the oldest of them, or how long the shared store has been silent.</param>
/// <param name="Leads">Whether folders are ingested by this host.</param>
/// <param name="Seeding">Whether the host still copies a shared store; it answers 503 then.</param>
/// <param name="Draining">Whether the host is going down.</param>
/// <param name="Fingerprint">The same on hosts that give the same answers at the same revision.</param>
public sealed record HealthAnswer(
    string Status,
    long? Revision,
    long? Generation,
    long? Applied = null,
    long? Head = null,
    long? LagRevisions = null,
    double? LagSeconds = null,
    bool? Leads = null,
    bool? Seeding = null,
    bool? Draining = null,
    string? Fingerprint = null);
