using System.Runtime.CompilerServices;
using System.Text;
using Search.Documents.Catalogues;

namespace Search.Documents.Letterheads;

/// <summary>Finds provinces inside letterhead lines, and makes place ids of names.</summary>
internal sealed class PlaceNames
{
    private static readonly ConditionalWeakTable<Catalogue, PlaceNames> Known = [];

    private readonly List<(string Folded, ProvinceEntry Province)> _names = [];

    private PlaceNames(Catalogue catalogue)
    {
        foreach (var province in catalogue.Provinces)
        {
            foreach (var name in (string[])[province.Name, .. province.Variants])
            {
                _names.Add((TypeNames.Fold(name), province));
            }
        }

        _names.Sort((a, b) => b.Folded.Length.CompareTo(a.Folded.Length));
    }

    public static PlaceNames Of(Catalogue catalogue) => Known.GetValue(catalogue, static c => new PlaceNames(c));

    /// <summary>The province a folded line names, the longest name first; null for none.</summary>
    public ProvinceEntry? In(string folded, out int at)
    {
        foreach (var (name, province) in _names)
        {
            at = IndexOfWord(folded, name);
            if (at >= 0)
            {
                return province;
            }
        }

        at = -1;
        return null;
    }

    /// <summary>A name as part of a key: <c>Đức Trọng</c> is <c>duc-trong</c>.</summary>
    public static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in TypeNames.Fold(name))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }

    private static int IndexOfWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return at;
            }
        }

        return -1;
    }
}
