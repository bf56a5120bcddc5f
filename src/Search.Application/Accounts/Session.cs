namespace Search.Application.Accounts;

/// <summary>A signed-in browser as it is stored. Its secret is known to the browser alone; the id is the SHA-256 of it.</summary>
public sealed record Session
{
    /// <summary>SHA-256 of the secret, 64 lower-case hex figures.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the account.</summary>
    public required string Account { get; init; }

    /// <summary>When it was signed in.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The moment it ends, whatever is done with it.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was last used, to some minutes.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>What the browser calls itself, at most 200 characters; null where it said nothing.</summary>
    public string? Browser { get; init; }

    /// <summary>The first figures of <see cref="Id"/>, by which people name it.</summary>
    internal string Short => Id[..12];
}
