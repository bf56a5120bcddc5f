namespace Search.Api.Access;

/// <summary>Who asks, and what they may do.</summary>
/// <param name="Id">Name of the rate limit's bucket: the key's id, or the address.</param>
/// <param name="Scopes">What is allowed.</param>
/// <param name="IsLocal">Whether the request came over the loopback address without a key.</param>
internal sealed record Caller(string Id, IReadOnlyList<string> Scopes, bool IsLocal)
{
    /// <summary>How many of <see cref="Access.Scopes.Levels"/> the caller may see, from the least on; none without a scope
    /// that names one, whatever else is allowed.</summary>
    public int Clearance
    {
        get
        {
            var level = Access.Scopes.Levels.Count;
            while (level > 0 && !Scopes.Contains(Access.Scopes.Levels[level - 1], StringComparer.Ordinal))
            {
                level--;
            }

            return level;
        }
    }

    public bool May(string scope) =>
        Scopes.Contains(scope, StringComparer.Ordinal) || Scopes.Contains(Access.Scopes.Admin, StringComparer.Ordinal);
}
