namespace Search.Api.Contracts;

/// <summary>The state of the server.</summary>
/// <param name="Status"><c>alive</c> or <c>ready</c>.</param>
/// <param name="Revision">Revision of the store.</param>
/// <param name="Generation">Generation of the index that answers.</param>
public sealed record HealthAnswer(string Status, long? Revision, long? Generation);
