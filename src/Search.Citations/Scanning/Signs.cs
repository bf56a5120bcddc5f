using System.Collections.Frozen;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Citations.Scanning;

/// <summary>
/// The abbreviations of types and bodies as they stand in numbers: which spellings are official, and which damaged
/// ones (<c>BDNTW</c>, <c>ND-CP</c>, <c>qđ-ttg</c>) mean one of them.
/// </summary>
internal sealed class Signs
{
    private readonly FrozenDictionary<string, string> _types;
    private readonly FrozenDictionary<string, string[]> _foldedTypes;
    private readonly FrozenDictionary<string, string> _organs;
    private readonly FrozenDictionary<string, string[]> _foldedOrgans;
    private readonly FrozenSet<string> _partyOrgans;
    private readonly FrozenSet<string> _termOrgans;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _typesBySpan;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _organsBySpan;

    public Signs(Catalogue catalogue)
    {
        var types = catalogue.Types.SelectMany(type => type.AbbreviationsIn(Layer.Any)).Distinct(StringComparer.Ordinal).ToList();
        var organs = catalogue.Bodies
            .SelectMany(body => new[] { body.Organ, body.Abbreviation })
            .OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var variants = catalogue.Bodies
            .SelectMany(body => body.Variants.Select(variant => (variant, sign: body.Organ ?? body.Abbreviation)))
            .Where(pair => pair.sign is not null).ToList();

        _types = ByUpper(types);
        _foldedTypes = ByFold(types.Select(type => (type, type)));
        _organs = ByUpper(organs.Concat(variants.Select(pair => pair.variant)));
        _foldedOrgans = ByFold(organs.Select(organ => (organ, organ)).Concat(variants.Select(pair => (pair.variant, pair.sign!))));
        _partyOrgans = catalogue.Bodies
            .SelectMany(body => new[] { body.Organ, body.Abbreviation }.OfType<string>().Select(sign => (sign, body.Layer)))
            .GroupBy(pair => pair.sign, StringComparer.Ordinal)
            .Where(group => group.All(pair => pair.Layer is Layer.Party))
            .Select(group => group.Key).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _termOrgans = catalogue.Bodies.Where(body => body.TermSuffix).Select(body => body.Organ ?? body.Abbreviation).OfType<string>().ToFrozenSet(StringComparer.Ordinal);
        _typesBySpan = _types.GetAlternateLookup<ReadOnlySpan<char>>();
        _organsBySpan = _organs.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether the letters are a type's abbreviation, in any case.</summary>
    public bool IsType(ReadOnlySpan<char> letters) => letters.Length is > 0 and <= 6 && _typesBySpan.ContainsKey(letters);

    /// <summary>Whether the letters are a type's abbreviation once Đ and D are not told apart.</summary>
    public bool IsLooselyType(ReadOnlySpan<char> letters) =>
        letters.Length is > 0 and <= 6 && (IsType(letters) || _foldedTypes.ContainsKey(VietnameseFolding.Fold(letters.ToString())));

    /// <summary>Whether the letters are a body's sign, in any case, with or without the figures of a term.</summary>
    public bool IsOrgan(ReadOnlySpan<char> letters) =>
        letters.Length is > 0 and <= 24
        && (_organsBySpan.ContainsKey(letters) || _organsBySpan.ContainsKey(letters.TrimEnd("0123456789")));

    /// <summary>Whether only bodies of the Party sign so, whose numbers have the one form <c>04-CT/TW</c>.</summary>
    public bool IsPartyOrgan(string letters) => _partyOrgans.Contains(letters);

    /// <summary>Whether the body's sign bears the figures of its term: the QH of <c>QH15</c>.</summary>
    public bool TakesTerm(string letters) => _termOrgans.Contains(letters);

    /// <summary>The sign of a Party body with raised figures of a note glued to it (<c>TW1</c>) without them; signs of the State
    /// bear figures of their own (<c>QH15</c>, <c>NHNN2</c>).</summary>
    public ReadOnlySpan<char> WithoutNoteMark(ReadOnlySpan<char> letters)
    {
        var bare = letters.TrimEnd("0123456789");
        return bare.Length < letters.Length && letters.Length - bare.Length <= 2 && !_organsBySpan.ContainsKey(letters)
            && _organsBySpan.TryGetValue(bare, out var known) && _partyOrgans.Contains(known)
            ? bare
            : letters;
    }

    /// <summary>The official spelling of a type's letters: <c>QD</c> is <c>QĐ</c>, <c>HD</c> stays <c>HD</c>.</summary>
    public string CanonicalType(string letters)
    {
        if (_types.TryGetValue(letters, out var official))
        {
            return official;
        }

        return _foldedTypes.TryGetValue(VietnameseFolding.Fold(letters), out var found) && found.Length == 1 ? found[0] : letters;
    }

    /// <summary>The other types whose letters differ by accents alone: <c>HĐ</c> and <c>HD</c>.</summary>
    public IEnumerable<string> TypesLike(string letters) =>
        _foldedTypes.TryGetValue(VietnameseFolding.Fold(letters), out var found) ? found.Where(other => !string.Equals(other, letters, StringComparison.Ordinal)) : [];

    /// <summary>The official spelling of a body's sign, and all it can mean when damage leaves several.</summary>
    /// <param name="letters">As written.</param>
    /// <param name="alternatives">Two or more official signs when the spelling stands for several; else empty.</param>
    public string CanonicalOrgan(string letters, out IReadOnlyList<string> alternatives)
    {
        alternatives = [];
        var folded = VietnameseFolding.Fold(letters);
        if (_foldedOrgans.TryGetValue(folded, out var found))
        {
            foreach (var sign in found)
            {
                if (string.Equals(sign, letters, StringComparison.Ordinal))
                {
                    return letters;
                }
            }

            // Only damage is repaired: a loose spelling of other letters (BKH&ĐT) is a spelling of its own.
            var same = found.Where(sign => string.Equals(VietnameseFolding.Fold(sign), folded, StringComparison.Ordinal)).ToArray();
            if (found.Length > 1 && same.Length > 0)
            {
                alternatives = found;
                return letters;
            }

            if (same.Length == 1)
            {
                return same[0];
            }

            if (found.Length == 1 && letters.Contains('.', StringComparison.Ordinal))
            {
                return found[0]; // T.Ư
            }
        }

        return letters;
    }

    private static FrozenDictionary<string, string> ByUpper(IEnumerable<string> signs)
    {
        var result = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var sign in signs)
        {
            result.TryAdd(sign, sign);
        }

        return result.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static FrozenDictionary<string, string[]> ByFold(IEnumerable<(string Written, string Official)> signs) =>
        signs.GroupBy(pair => VietnameseFolding.Fold(pair.Written), StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.Select(pair => pair.Official).Distinct(StringComparer.Ordinal).ToArray(),
                StringComparer.Ordinal);
}
