using Search.Citations.Scanning;
using Search.Documents;

namespace Search.Citations.Lookup;

/// <summary>The known documents that a number means however its marks were typed.</summary>
internal static class NumberSearch
{
    /// <summary>Documents that bear a number that was read; where nobody does, those whose number has its parts between other marks
    /// (<c>224-CĐ/TTg</c> for <c>224/CĐ-TTg</c>, <c>30/2020/NĐCP</c> for <c>30/2020/NĐ-CP</c>), or whose type has other accents
    /// (<c>36-HĐ/VPTW</c> for <c>36-HD/VPTW</c>).</summary>
    public static List<KnownDocument> Find(IDocumentRegistry registry, LookupQuery query, Lexicon lexicon)
    {
        if (query.Docket is not { } docket)
        {
            return [];
        }

        var found = Of(registry, query.Readings.Append(docket));
        if (found.Count == 0 && GluedNumber.TryRead(docket.Canonical, lexicon) is { Docket: { } other } marked)
        {
            found = Of(registry, marked.Readings.Append(other));
        }

        return found.Count == 0 ? Of(registry, OtherAccents(docket, lexicon.Signs)) : found;
    }

    private static IEnumerable<Docket> OtherAccents(Docket docket, Signs signs)
    {
        var at = docket.Type is { } letters ? docket.Canonical.IndexOf(letters, docket.Sequence.Length, StringComparison.Ordinal) : -1;
        foreach (var type in at > 0 ? signs.TypesLike(docket.Type!) : [])
        {
            if (Docket.TryParse(string.Concat(docket.Canonical.AsSpan(0, at), type, docket.Canonical.AsSpan(at + docket.Type!.Length)), out var other))
            {
                yield return other;
            }
        }
    }

    private static List<KnownDocument> Of(IDocumentRegistry registry, IEnumerable<Docket> numbers) =>
        [.. numbers.Distinct().SelectMany(number => registry.FindByNumber(number.Canonical)).DistinctBy(document => document.Key)];
}
