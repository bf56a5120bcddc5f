using System.Collections.Frozen;
using Search.Text;

namespace Search.Engine;

/// <summary>
/// The names a query may use, given by the caller, who knows the field's catalogues: document types with their
/// abbreviations, issuing bodies with their signs, provinces. Build it once and share it.
/// </summary>
public sealed class QueryCatalogue : IDocketWords
{
    private readonly FrozenDictionary<string, QueryType> _types;
    private readonly FrozenDictionary<string, string> _issuers;
    private readonly FrozenDictionary<string, string> _provinces;
    private readonly FrozenSet<string> _typeSigns;
    private readonly FrozenDictionary<string, string?> _organSigns;

    /// <summary>Creates a catalogue. Where a name occurs twice the first one wins.</summary>
    /// <param name="types">Document types.</param>
    /// <param name="issuers">Name, alias or abbreviation to the value of <see cref="IndexFields.Issuer"/>.</param>
    /// <param name="provinces">Name or alias to the value of <see cref="IndexFields.Province"/>.</param>
    /// <param name="organSigns">
    /// Signs of organs in document numbers (<c>TW</c>, <c>BĐNTW</c>) to the value of <see cref="IndexFields.Issuer"/>, or to
    /// null where several organs share the sign.
    /// </param>
    public QueryCatalogue(
        IEnumerable<QueryType> types,
        IEnumerable<KeyValuePair<string, string>> issuers,
        IEnumerable<KeyValuePair<string, string>> provinces,
        IEnumerable<KeyValuePair<string, string?>>? organSigns = null)
    {
        ArgumentNullException.ThrowIfNull(types);
        var byName = new Dictionary<string, QueryType>(StringComparer.Ordinal);
        var signs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in types)
        {
            byName.TryAdd(KeywordForm.Of(type.Slug), type);
            byName.TryAdd(KeywordForm.Of(type.Name), type);
            foreach (var name in type.Abbreviations.Concat(type.Aliases))
            {
                byName.TryAdd(KeywordForm.Of(name), type);
            }

            signs.UnionWith(type.Abbreviations.Select(KeywordForm.Of));
        }

        _types = byName.ToFrozenDictionary(StringComparer.Ordinal);
        _typeSigns = signs.ToFrozenSet(StringComparer.Ordinal);
        _issuers = Names(issuers);
        _provinces = Names(provinces);
        var organs = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (sign, issuer) in organSigns ?? [])
        {
            var form = KeywordForm.Of(sign);
            if (!organs.TryAdd(form, issuer) && !string.Equals(organs[form], issuer, StringComparison.Ordinal))
            {
                organs[form] = null;
            }
        }

        _organSigns = organs.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The values of columns that take only the values of a list, in the order in which they are named to readers.</summary>
    public IReadOnlyList<QueryValue> Closed { get; init; } = [];

    /// <summary>
    /// Whether documents of the collection carry an issuer of that form; asked only where a query filters by issuer. Such a
    /// value means itself, even where it is also the other name of a body: papers headed "Ban Thường vụ Tỉnh ủy" are
    /// counted under it, and those of "Tỉnh ủy" are others.
    /// </summary>
    public Func<string, bool> IsHeldIssuer { get; init; } = _ => false;

    /// <summary>A catalogue without names.</summary>
    public static QueryCatalogue Empty { get; } = new([], [], []);

    /// <summary>The type of that name, slug, alias or abbreviation, in any spelling; null where there is none.</summary>
    /// <param name="name">For example <c>Chỉ thị</c>, <c>chi thi</c>, <c>CT</c>.</param>
    public QueryType? FindType(string name) => _types.GetValueOrDefault(KeywordForm.Of(name));

    /// <summary>The issuer's column value for a name, or the name itself where it is not known or documents carry it.</summary>
    /// <param name="name">For example <c>Ban Bí thư</c> or <c>bbt</c>.</param>
    public string Issuer(string name)
    {
        var form = KeywordForm.Of(name);
        return IsHeldIssuer(form) ? name : IssuerOfForm(form) ?? name;
    }

    /// <summary>The province's column value for a name, or the name itself where it is not known.</summary>
    /// <param name="name">For example <c>Lâm Đồng</c>.</param>
    public string Province(string name) => _provinces.GetValueOrDefault(KeywordForm.Of(name), name);

    /// <summary>The values that a column takes; empty where it takes any.</summary>
    /// <param name="column">A keyword column.</param>
    public IReadOnlyList<string> Allowed(string column) => string.Equals(column, IndexFields.Type, StringComparison.Ordinal)
        ? [.. _types.Values.Select(type => type.Slug).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
        : [.. Closed.Where(value => string.Equals(value.Column, column, StringComparison.Ordinal)).Select(value => value.Id)];

    /// <summary>The value of a column for its id or its name in any spelling; null where the column takes no such value.</summary>
    /// <param name="column">A keyword column.</param>
    /// <param name="name">For example <c>bị thay thế</c>.</param>
    public string? Value(string column, string name)
    {
        var form = KeywordForm.Of(name);
        return string.Equals(column, IndexFields.Type, StringComparison.Ordinal)
            ? _types.GetValueOrDefault(form)?.Slug
            : Closed.FirstOrDefault(value => string.Equals(value.Column, column, StringComparison.Ordinal)
                && (string.Equals(KeywordForm.Of(value.Id), form, StringComparison.Ordinal)
                    || string.Equals(KeywordForm.Of(value.Name), form, StringComparison.Ordinal)))?.Id;
    }

    /// <inheritdoc />
    public bool IsTypeSign(string sign) => _typeSigns.Contains(KeywordForm.Of(sign));

    /// <inheritdoc />
    public bool IsTypeName(string name) => FindType(name) is not null;

    /// <inheritdoc />
    public bool IsOrganSign(string sign) => _organSigns.ContainsKey(KeywordForm.Of(sign));

    /// <summary>The type whose form is the words joined by hyphens.</summary>
    internal QueryType? TypeOfForm(ReadOnlySpan<char> form) => ValueOf(_types, form);

    /// <summary>The issuer whose name, or whose sign alone, is that form; null for none and for signs that several share.</summary>
    internal string? IssuerOfForm(ReadOnlySpan<char> form) => ValueOf(_issuers, form) ?? ValueOf(_organSigns, form);

    /// <summary>The province whose name is that form.</summary>
    internal string? ProvinceOfForm(ReadOnlySpan<char> form) => ValueOf(_provinces, form);

    private static T? ValueOf<T>(FrozenDictionary<string, T> names, ReadOnlySpan<char> form)
        where T : class? => names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out var value) ? value : null;

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
