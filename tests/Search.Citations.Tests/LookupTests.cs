using Search.Documents.Catalogues;
using Search.Testing;

namespace Search.Citations.Tests;

public sealed class LookupTests
{
    private static readonly CitationLookup Lookup = new(Catalogue.Default, new RegisterOfKnownDocuments(Catalogue.Default));

    public static TheoryData<string, string, string> Cases => CaseTable.Theory("Search.Citations.Tests", "lookup");

    [Theory]
    [MemberData(nameof(Cases))]
    public void MeansTheDocuments(string input, string expected, string place)
    {
        var answer = Lookup.Lookup(input);
        var printed = $"{answer.Status} {string.Join(' ', answer.Candidates.Select(candidate => candidate.Key.Value).Order(StringComparer.Ordinal))}".Trim();
        Assert.True(string.Equals(expected, printed, StringComparison.Ordinal), $"{place}: expected '{expected}', got '{printed}'");
    }
}
