namespace Search.Application.Alerts;

/// <summary>An alert that is to be sent, as it is stored until the receiver has it or it is given up.</summary>
public sealed record OutboxEntry
{
    /// <summary>Id of the alert.</summary>
    public required string Alert { get; init; }

    /// <summary>Id of the follow.</summary>
    public required string Follow { get; init; }

    /// <summary>Whose it is.</summary>
    public required string Owner { get; init; }

    /// <summary>Not to be sent before.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>Id of the message that it is sent with, set before it is sent, so that a second sending is the same message; null
    /// while it stands in none.</summary>
    public string? Message { get; init; }
}
