using Granted = Search.Application.Accounts.Scopes;

namespace Search.Api.Access;

/// <summary>Who asks, and what they may do.</summary>
/// <param name="Id">Name of the rate limit's bucket: the key's id, or the address.</param>
/// <param name="Scopes">What is allowed.</param>
/// <param name="IsLocal">Whether the request came over the loopback address without a key.</param>
internal sealed record Caller(string Id, IReadOnlyList<string> Scopes, bool IsLocal)
{
    /// <summary>The account that asks, by itself or through a key of its own; null for none.</summary>
    public Account? Account { get; init; }

    /// <summary>The signed-in browser that asks; null for none.</summary>
    public Session? Session { get; init; }

    /// <summary>Whom the audit log names.</summary>
    public string Name => Account?.Name ?? Id;

    /// <summary>By whose name follows, notes and lists are kept; null for a caller without a name.</summary>
    public string? Owner => Account?.Id ?? (Id.StartsWith(AccountDirectory.KeyOwner, StringComparison.Ordinal) ? Id : null);

    /// <summary>How many of <see cref="Search.Application.Accounts.Scopes.Levels"/> the caller may see, from the least on; none without a scope
    /// that names one, whatever else is allowed.</summary>
    public int Clearance => Granted.ClearanceOf(Scopes);

    /// <summary>Whether nothing more is allowed than to search and read what is open.</summary>
    public bool IsReader => Scopes.All(scope => scope is Granted.Search or Granted.Read);

    public bool May(string scope) =>
        Scopes.Contains(scope, StringComparer.Ordinal) || Scopes.Contains(Granted.Admin, StringComparer.Ordinal);
}
