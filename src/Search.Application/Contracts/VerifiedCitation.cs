namespace Search.Application.Contracts;

/// <summary>What a check of a citation found.</summary>
/// <param name="Verdict">One of <c>right wrong ambiguous unknown unreadable</c>.</param>
/// <param name="Documents">The document that is right or nearest, or those that fit.</param>
/// <param name="Wrong">Fields that contradict it.</param>
/// <param name="Unconfirmed">Fields of which nothing is known to compare with.</param>
/// <param name="Reason">One sentence.</param>
public sealed record VerifiedCitation(
    string Verdict, IReadOnlyList<DocumentLine> Documents, IReadOnlyList<WrongFieldLine> Wrong, IReadOnlyList<string> Unconfirmed, string Reason);
