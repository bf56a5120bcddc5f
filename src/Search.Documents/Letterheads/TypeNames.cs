using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Search.Documents.Catalogues;
using Search.Documents.Lines;

namespace Search.Documents.Letterheads;

/// <summary>The catalogue's type names, folded, for headings in capitals and with scanning damage.</summary>
internal sealed class TypeNames
{
    private static readonly ConditionalWeakTable<Catalogue, TypeNames> Known = [];

    private readonly FrozenDictionary<string, TypeEntry> _byName;
    private readonly HashSet<string> _shared = new(StringComparer.Ordinal);
    private readonly int _longest;

    private TypeNames(Catalogue catalogue)
    {
        var names = new Dictionary<string, TypeEntry>(StringComparer.Ordinal);
        foreach (var type in catalogue.Types.Where(type => type.Kind is not TypeKind.Generic))
        {
            foreach (var name in (string[])[type.Name, .. type.LongNames, .. type.Variants])
            {
                if (!names.TryAdd(Fold(name), type) && names[Fold(name)] != type)
                {
                    _shared.Add(Fold(name));
                }
            }
        }

        _byName = names.ToFrozenDictionary(StringComparer.Ordinal);
        _longest = names.Keys.Max(name => name.Count(c => c == ' ') + 1);
    }

    /// <summary>The names of one catalogue; built once.</summary>
    public static TypeNames Of(Catalogue catalogue) => Known.GetValue(catalogue, static c => new TypeNames(c));

    /// <summary>The type of a whole name that is written without accents or in capitals; null where two types' names are alike so.</summary>
    public TypeEntry? Named(string name) => Fold(name.Trim()) is var folded && !_shared.Contains(folded) ? _byName.GetValueOrDefault(folded) : null;

    /// <summary>The longest type name a folded text begins with.</summary>
    public TypeEntry? AtStart(ReadOnlySpan<char> folded, out int length)
    {
        length = 0;
        TypeEntry? found = null;
        var lookup = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
        var words = 0;
        for (var i = 1; i <= folded.Length && words < _longest; i++)
        {
            // "THÔNG TƯ1": the raised figure of a note.
            if (i < folded.Length && char.IsLetterOrDigit(folded[i]) && !(char.IsAsciiDigit(folded[i]) && char.IsLetter(folded[i - 1])))
            {
                continue;
            }

            words++;
            if (lookup.TryGetValue(folded[..i], out var type))
            {
                found = type;
                length = i;
            }
        }

        return found;
    }

    public static string Fold(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = LineCleaner.Fold(from[i]);
        }
    });
}
