namespace Search.Api.Access;

/// <summary>Endpoint metadata: which scope a route asks for. A route without it is open to everyone.</summary>
internal sealed record RequiredScope(string Scope);
