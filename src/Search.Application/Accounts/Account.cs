namespace Search.Application.Accounts;

/// <summary>One person's account as it is stored.</summary>
public sealed record Account
{
    /// <summary>16 hex figures; stays when the name is changed.</summary>
    public required string Id { get; init; }

    /// <summary>The name to sign in with, in lower case.</summary>
    public required string Name { get; init; }

    /// <summary>The name that others see; null for <see cref="Name"/>.</summary>
    public string? DisplayName { get; init; }

    /// <summary>One of <see cref="Roles.All"/>.</summary>
    public required string Role { get; init; }

    /// <summary>The highest level of secrecy the person may see, one of <see cref="Scopes.Levels"/>; null for none.</summary>
    public string? Clearance { get; init; }

    /// <summary>Whether the person may not sign in.</summary>
    public bool IsDisabled { get; init; }

    /// <summary>The password as the framework's hasher writes it; null while none was set.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Who the person is for an OpenID provider: issuer and subject, with a blank between; null for a local account.</summary>
    public string? ExternalId { get; init; }

    /// <summary>E-mail address for alerts; null for none.</summary>
    public string? Email { get; init; }

    /// <summary>When the account was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Wrong passwords since the last right one.</summary>
    public int Failures { get; init; }

    /// <summary>Until when no password is taken; null for now.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>SHA-256 of the one-time link that sets a password; null for none.</summary>
    public string? LinkHash { get; init; }

    /// <summary>When the link ends.</summary>
    public DateTimeOffset? LinkExpiresAt { get; init; }

    /// <summary>The name that others see.</summary>
    internal string Shown => DisplayName ?? Name;

    /// <summary>What the person may do; nothing while the account is disabled.</summary>
    internal IReadOnlyList<string> Scopes => IsDisabled ? [] : Roles.ScopesOf(Role, Clearance);
}
