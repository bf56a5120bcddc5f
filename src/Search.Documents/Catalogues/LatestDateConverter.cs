namespace Search.Documents.Catalogues;

/// <summary>A bare year is its last day.</summary>
internal sealed class LatestDateConverter() : CatalogueDateConverter(12, 31);
