namespace Search.Application.Contracts;

/// <summary>A document that a follow found.</summary>
/// <param name="Id">Stable id, the same on every channel.</param>
/// <param name="Follow">Id of the follow.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="At">When it was found.</param>
/// <param name="Change">Whether the document was there before and was changed.</param>
/// <param name="Document">The document as it is now.</param>
/// <param name="Deliveries">What became of it on each channel.</param>
public sealed record AlertLine(
    string Id, string Follow, string Name, DateTimeOffset At, bool Change, DocumentLine Document, IReadOnlyList<DeliveryLine> Deliveries);
