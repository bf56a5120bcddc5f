using Search.Citations.Scanning;
using Search.Documents;

namespace Search.Citations.Lookup;

/// <summary>The known documents that a number means however its marks were typed.</summary>
internal static class NumberSearch
{
    /// <summary>Documents that bear a number that was read; where nobody does, those whose number has its parts between other marks
    /// (<c>224-CĐ/TTg</c> for <c>224/CĐ-TTg</c>, <c>30/2020/NĐCP</c> for <c>30/2020/NĐ-CP</c>).</summary>
    public static List<KnownDocument> Find(IDocumentRegistry registry, LookupQuery query, Lexicon lexicon)
    {
        if (query.Docket is not { } docket)
        {
            return [];
        }

        var found = Of(registry, query.Readings.Append(docket));
        return found.Count == 0 && GluedNumber.TryRead(docket.Canonical, lexicon) is { Docket: { } other } marked ? Of(registry, marked.Readings.Append(other)) : found;
    }

    private static List<KnownDocument> Of(IDocumentRegistry registry, IEnumerable<Docket> numbers) =>
        [.. numbers.Distinct().SelectMany(number => registry.FindByNumber(number.Canonical)).DistinctBy(document => document.Key)];
}
