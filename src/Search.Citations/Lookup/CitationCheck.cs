namespace Search.Citations;

/// <summary>What a check of a citation found.</summary>
/// <param name="Verdict"><c>right</c>: one known document has the number and nothing said contradicts it; <c>wrong</c>: the number is
/// known and something said of it is not so; <c>ambiguous</c>: several documents fit what is said; <c>unknown</c>: no document
/// of that number is known, which may be an invented one; <c>unreadable</c>: no number was given.</param>
/// <param name="Documents">The document that is right or nearest, or those that fit.</param>
/// <param name="Wrong">Fields that contradict the nearest document.</param>
/// <param name="Unconfirmed">Fields of which nothing is known to compare with.</param>
/// <param name="Reason">One Vietnamese sentence.</param>
/// <param name="ReasonEnglish">The same in English.</param>
public sealed record CitationCheck(
    string Verdict, IReadOnlyList<KnownDocument> Documents, IReadOnlyList<WrongField> Wrong, IReadOnlyList<string> Unconfirmed, string Reason, string ReasonEnglish);
