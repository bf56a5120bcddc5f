namespace Search.Application.Contracts;

/// <summary>The names that filters and answers use.</summary>
/// <param name="Types">Document types.</param>
/// <param name="Relations">Relations.</param>
/// <param name="Bodies">Issuing bodies.</param>
/// <param name="Provinces">Provinces of any time.</param>
public sealed record CatalogueAnswer(
    IReadOnlyList<NameLine> Types,
    IReadOnlyList<RelationLine> Relations,
    IReadOnlyList<NameLine> Bodies,
    IReadOnlyList<NameLine> Provinces);
