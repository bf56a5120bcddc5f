namespace Search.Api.Access;

/// <summary>Who asks, and what they may do.</summary>
/// <param name="Id">Name of the rate limit's bucket: the key's id, or the address.</param>
/// <param name="Scopes">What is allowed.</param>
/// <param name="IsLocal">Whether the request came over the loopback address without a key.</param>
internal sealed record Caller(string Id, IReadOnlyList<string> Scopes, bool IsLocal)
{
    public bool May(string scope) =>
        Scopes.Contains(scope, StringComparer.Ordinal) || Scopes.Contains(Access.Scopes.Admin, StringComparer.Ordinal);
}
