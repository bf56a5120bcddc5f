namespace Search.Api.Contracts;

/// <summary>The state of the server.</summary>
/// <param name="Status"><c>alive</c>, <c>ready</c>, or <c>degraded</c>: it answers, and an administrator must run <c>search verify</c>.</param>
/// <param name="Revision">Revision of the store.</param>
/// <param name="Generation">Generation of the index that answers.</param>
public sealed record HealthAnswer(string Status, long? Revision, long? Generation);
