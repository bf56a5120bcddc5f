using Search.Documents;

namespace Search.Store.Sqlite;

/// <summary>What is said of a document that is not there.</summary>
internal sealed record StubFact(
    string? Number,
    string? Sequence,
    string? Type,
    string? Issuer,
    string? Level,
    string? Province,
    string? Term,
    string? Title)
{
    /// <summary>These facts with those a row holds already: of two values the greater one, of two titles the longer.</summary>
    public StubFact Merge(DocumentRow row) => new(
        Greater(Number, row.Number),
        Sequence ?? (Docket.TryParse(row.Number, out var docket) ? docket.Sequence : null),
        Greater(Type, row.Type),
        Greater(Issuer, row.Issuer),
        Greater(Level, row.Level),
        Greater(Province, row.Province),
        Greater(Term, row.Term),
        Longer(Title, row.Title));

    public bool IsSame(DocumentRow row) =>
        Same(Number, row.Number) && Same(Type, row.Type) && Same(Issuer, row.Issuer) && Same(Level, row.Level)
        && Same(Province, row.Province) && Same(Term, row.Term) && Same(Title, row.Title);

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.Ordinal);

    private static string? Greater(string? a, string? b) => string.CompareOrdinal(a, b) >= 0 ? a : b;

    private static string? Longer(string? a, string? b)
    {
        var difference = (a?.Length ?? -1) - (b?.Length ?? -1);
        return difference == 0 ? Greater(a, b) : difference > 0 ? a : b;
    }
}
