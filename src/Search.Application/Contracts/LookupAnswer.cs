namespace Search.Application.Contracts;

/// <summary>Which documents one citation in free text means.</summary>
/// <param name="Status">200 one document, 300 several candidates, 400 no such form, 404 well-formed and unknown.</param>
/// <param name="Canonical">The citation's number or name in canonical form; null for 400.</param>
/// <param name="Candidates">The documents, best first.</param>
/// <param name="Reason">One Vietnamese sentence: why it is this status.</param>
public sealed record LookupAnswer(int Status, string? Canonical, IReadOnlyList<DocumentLine> Candidates, string Reason);
