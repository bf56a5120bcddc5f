namespace Search.Engine;

/// <summary>A document type as queries name it.</summary>
/// <param name="Slug">The value of <see cref="IndexFields.Type"/>: <c>chi-thi</c>.</param>
/// <param name="Name">Its name: <c>Chỉ thị</c>.</param>
/// <param name="Abbreviations">As written in numbers, the official one first: <c>CT</c>.</param>
/// <param name="Aliases">Other names.</param>
public sealed record QueryType(
    string Slug,
    string Name,
    IReadOnlyList<string> Abbreviations,
    IReadOnlyList<string> Aliases);
