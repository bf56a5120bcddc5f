using Search.Application.Contracts;

namespace Search.Application.Alerts;

/// <summary>Something that a person or a tool follows, as it is stored.</summary>
public sealed record Follow
{
    /// <summary>16 hex figures.</summary>
    public required string Id { get; init; }

    /// <summary>Whose it is: the id of an account, or <c>key:ID</c> of an API key that belongs to none.</summary>
    public required string Owner { get; init; }

    /// <summary>One of <see cref="FollowKinds.All"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The search, for <see cref="FollowKinds.Search"/>.</summary>
    public SearchQuery? Search { get; init; }

    /// <summary>Key of the document, for the other kinds.</summary>
    public string? Document { get; init; }

    /// <summary>How it is told by e-mail, one of <see cref="MailRhythms.All"/>.</summary>
    public required string Mail { get; init; }

    /// <summary>Address that every alert is sent to; null for none.</summary>
    public string? Webhook { get; init; }

    /// <summary>Secret by which what is sent to <see cref="Webhook"/> is signed.</summary>
    public string? WebhookSecret { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Documents that were there when it was made, where the text of the collection does not tell: those that cite a
    /// document, or stand in its chains.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];
}
