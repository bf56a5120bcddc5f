using Search.Documents.Catalogues;

namespace Search.Documents;

/// <summary>
/// The names that keep their capitals in a title shown in sentence case: bodies with their short names, departments of the
/// provinces, provinces with their committees, and names of the grammar.
/// </summary>
internal sealed class TitleNames
{
    private readonly Dictionary<string, List<string[]>> _names = new(StringComparer.Ordinal);

    /// <param name="catalogue">The names.</param>
    public TitleNames(Catalogue catalogue)
    {
        foreach (var body in catalogue.Bodies)
        {
            AddName(body.Name);
            if (body.Layer == Layer.State && body.Name.StartsWith("Bộ ", StringComparison.Ordinal))
            {
                AddName("Sở " + body.Name["Bộ ".Length..]); // a province has a department for each ministry
            }

            foreach (var name in body.ShortNames)
            {
                AddName(name);
            }
        }

        foreach (var province in catalogue.Provinces)
        {
            AddName(province.Name);
            AddName(province.Committee);
        }

        foreach (var name in catalogue.Grammar("title-names").Phrases)
        {
            AddName(name);
        }
    }

    /// <summary>The longest known name that stands at a word, whole.</summary>
    /// <param name="words">The words of a title.</param>
    /// <param name="at">The word.</param>
    /// <returns>The words of the name as they are written; null for none.</returns>
    public string[]? At(string[] words, int at)
    {
        string[]? best = null;
        foreach (var name in _names.GetValueOrDefault(Key(words[at])) ?? [])
        {
            if (name.Length <= (best?.Length ?? 0) || at + name.Length > words.Length)
            {
                continue;
            }

            var isSame = true;
            for (var k = 0; k < name.Length && isSame; k++)
            {
                isSame = string.Equals(Key(words[at + k]), Key(name[k]), StringComparison.Ordinal)
                    && (k == name.Length - 1 || words[at + k].Length == name[k].Length);
            }

            best = isSame ? name : best;
        }

        return best;
    }

    private void AddName(string name)
    {
        if (!name.Contains(' ', StringComparison.Ordinal) && name.Length < 4)
        {
            return;
        }

        if (name.Contains('(', StringComparison.Ordinal))
        {
            return;
        }

        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var key = Key(words[0]);
        if (!_names.TryGetValue(key, out var known))
        {
            _names[key] = known = [];
        }

        known.Add(words);
    }

    private static string Key(string word) => CatalogueKeys.Name(word.Trim('(', ')', ',', '.', ';', ':', '“', '”', '"', '/'));
}
