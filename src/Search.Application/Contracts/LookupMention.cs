namespace Search.Application.Contracts;

/// <summary>One citation that was looked up.</summary>
/// <param name="Text">The citation as written.</param>
/// <param name="Start">Its offset in the text, or 0 for one of the list.</param>
/// <param name="End">The offset past it.</param>
/// <param name="Status">200 one document, 300 several candidates, 400 no such form, 404 well-formed and unknown.</param>
/// <param name="Canonical">Its canonical form; null for 400.</param>
/// <param name="Candidates">The documents, best first.</param>
public sealed record LookupMention(
    string Text, int Start, int End, int Status, string? Canonical, IReadOnlyList<DocumentLine> Candidates);
