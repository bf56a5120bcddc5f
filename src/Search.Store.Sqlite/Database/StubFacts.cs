using Search.Citations;
using Search.Documents;
using Search.Documents.Catalogues;

namespace Search.Store.Sqlite;

/// <summary>Says of a stub what the register of known documents has; where that is silent, what a citation says.</summary>
internal sealed class StubFacts(Catalogue catalogue)
{
    private const int MaxTitle = 500;

    public StubFact Of(CitationTarget target, CitedDescription cited) =>
        Of(target.Key, target.Number, target.Type ?? cited.Type, target.Issuer ?? cited.Issuer, cited.Term, target.Title ?? cited.Title);

    public StubFact Of(DocumentKey key, CitedDescription cited) =>
        Of(key, cited.Docket?.Canonical, cited.Type, cited.Issuer, cited.Term, cited.Title);

    private StubFact Of(
        DocumentKey key, string? number, string? type, string? issuer, string? term, string? title)
    {
        var known = catalogue.Known(key.Value);
        number = key.IsNumbered ? key.Number : known?.Number ?? number;
        var province = key.Place is { } place ? catalogue.Province(place)?.Name : null;
        issuer = known?.Issuer ?? issuer;
        var levels = issuer is null ? [] : catalogue.BodiesByName(issuer);
        return new StubFact(
            number,
            Docket.TryParse(number, out var docket) ? docket.Sequence : null,
            known?.Type ?? type,
            issuer,
            levels is [var body, ..] ? body.Level : null,
            province,
            known?.Term ?? term,
            known?.Title ?? (title is { Length: > MaxTitle } ? title[..MaxTitle] : title));
    }
}
