namespace Search.Citations;

/// <summary>Which documents a free-text citation means.</summary>
/// <param name="Status">200 one document; 300 several; 404 a citation of none that is known; 400 no citation.</param>
/// <param name="Canonical">The citation in canonical form: <c>04-CT/TW</c>, <c>Chỉ thị 04</c>; null for 400.</param>
/// <param name="Candidates">The documents, the likeliest first.</param>
/// <param name="Reason">One Vietnamese sentence.</param>
/// <param name="ReasonEnglish">The same in English.</param>
public sealed record LookupAnswer(
    int Status, string? Canonical, IReadOnlyList<KnownDocument> Candidates, string Reason, string ReasonEnglish);
