namespace Search.Application.Contracts;

/// <summary>What became of an alert on one channel.</summary>
/// <param name="Channel"><c>mail</c> or <c>webhook</c>.</param>
/// <param name="State">One of <c>waiting</c>, <c>sent</c>, <c>undelivered</c>.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="At">When it was sent, or tried last.</param>
/// <param name="Problem">Why it could not be sent.</param>
public sealed record DeliveryLine(string Channel, string State, int Attempts, DateTimeOffset? At, string? Problem);
