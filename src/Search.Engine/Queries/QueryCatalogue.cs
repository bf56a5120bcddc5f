using System.Collections.Frozen;

namespace Search.Engine;

/// <summary>
/// The names a query may use, given by the caller, who knows the field's catalogues: document types with their
/// abbreviations, issuing bodies, provinces. Build it once and share it.
/// </summary>
public sealed class QueryCatalogue
{
    private readonly FrozenDictionary<string, QueryType> _types;
    private readonly FrozenDictionary<string, string> _issuers;
    private readonly FrozenDictionary<string, string> _provinces;

    /// <summary>Creates a catalogue. Where a name occurs twice the first one wins.</summary>
    /// <param name="types">Document types.</param>
    /// <param name="issuers">Name, alias or abbreviation to the value of <see cref="IndexFields.Issuer"/>.</param>
    /// <param name="provinces">Name or alias to the value of <see cref="IndexFields.Province"/>.</param>
    public QueryCatalogue(
        IEnumerable<QueryType> types,
        IEnumerable<KeyValuePair<string, string>> issuers,
        IEnumerable<KeyValuePair<string, string>> provinces)
    {
        var byName = new Dictionary<string, QueryType>(StringComparer.Ordinal);
        foreach (var type in types)
        {
            byName.TryAdd(KeywordForm.Of(type.Slug), type);
            byName.TryAdd(KeywordForm.Of(type.Name), type);
            foreach (var name in type.Abbreviations.Concat(type.Aliases))
            {
                byName.TryAdd(KeywordForm.Of(name), type);
            }
        }

        _types = byName.ToFrozenDictionary(StringComparer.Ordinal);
        _issuers = Names(issuers);
        _provinces = Names(provinces);
    }

    /// <summary>A catalogue without names.</summary>
    public static QueryCatalogue Empty { get; } = new([], [], []);

    /// <summary>The type of that name, slug, alias or abbreviation, in any spelling; null where there is none.</summary>
    /// <param name="name">For example <c>Chỉ thị</c>, <c>chi thi</c>, <c>CT</c>.</param>
    public QueryType? FindType(string name) => _types.GetValueOrDefault(KeywordForm.Of(name));

    /// <summary>The issuer's column value for a name, or the name itself where it is not known.</summary>
    /// <param name="name">For example <c>Ban Bí thư</c> or <c>bbt</c>.</param>
    public string Issuer(string name) => _issuers.GetValueOrDefault(KeywordForm.Of(name), name);

    /// <summary>The province's column value for a name, or the name itself where it is not known.</summary>
    /// <param name="name">For example <c>Lâm Đồng</c>.</param>
    public string Province(string name) => _provinces.GetValueOrDefault(KeywordForm.Of(name), name);

    private static FrozenDictionary<string, string> Names(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in pairs)
        {
            names.TryAdd(KeywordForm.Of(name), value);
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
