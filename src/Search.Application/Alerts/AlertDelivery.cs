namespace Search.Application.Alerts;

/// <summary>What became of an alert on one channel.</summary>
/// <param name="State">One of <c>waiting</c>, <c>sent</c>, <c>undelivered</c>.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="At">When it was sent, or tried last.</param>
/// <param name="Problem">Why it could not be sent; null for nothing.</param>
public sealed record AlertDelivery(string State, int Attempts = 0, DateTimeOffset? At = null, string? Problem = null)
{
    /// <summary>Name of the channel by e-mail.</summary>
    public const string Mail = "mail";

    /// <summary>Name of the channel by webhook.</summary>
    public const string Webhook = "webhook";

    /// <summary>Still to be sent.</summary>
    public const string Waiting = "waiting";

    /// <summary>Taken by the receiver.</summary>
    public const string Sent = "sent";

    /// <summary>Given up.</summary>
    public const string Undelivered = "undelivered";
}
