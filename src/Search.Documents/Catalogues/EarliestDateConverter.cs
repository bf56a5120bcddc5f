namespace Search.Documents.Catalogues;

/// <summary>A bare year is its first day.</summary>
internal sealed class EarliestDateConverter() : CatalogueDateConverter(1, 1);
