namespace Search.Application.Accounts;

/// <summary>One API key as it is stored: its secret is kept as a SHA-256 hash alone.</summary>
public sealed record ApiKey
{
    /// <summary>Public part of the key, eight characters; names it in lists and logs.</summary>
    public required string Id { get; init; }

    /// <summary>What it is for, for the operator.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the whole key, 64 lower-case hex figures.</summary>
    public required string Hash { get; init; }

    /// <summary>What it may do: some of <see cref="Accounts.Scopes.All"/>.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The moment from which it is refused; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Id of the account it belongs to: it may do nothing that the account may not. Null for a key of the operator's own.</summary>
    public string? Account { get; init; }
}
