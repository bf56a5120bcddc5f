namespace Search.Application.Alerts;

/// <summary>A document that a follow found, as it is stored. Its id is made from the follow, the document and its text, so that one
/// arrival is one alert, however often it is looked at.</summary>
public sealed record Alert
{
    /// <summary>32 hex figures.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the follow.</summary>
    public required string Follow { get; init; }

    /// <summary>Whose it is, as <see cref="Alerts.Follow.Owner"/>.</summary>
    public required string Owner { get; init; }

    /// <summary>Name of the follow when it was found.</summary>
    public required string Name { get; init; }

    /// <summary>Key of the document.</summary>
    public required string Document { get; init; }

    /// <summary>Whether the document was there before and has another text or header now.</summary>
    public bool IsChange { get; init; }

    /// <summary>When it was found.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>By which ways it was told and is to be told, by the channel's name.</summary>
    public IReadOnlyDictionary<string, AlertDelivery> Deliveries { get; init; } = new Dictionary<string, AlertDelivery>(StringComparer.Ordinal);
}
