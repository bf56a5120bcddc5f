using Search.Text;

namespace Search.Store.Rules;

/// <summary>Titles as bags of folded words, for finding a document by what its title says.</summary>
public static class TitleWords
{
    /// <summary>The words by which a document is found: none where its type is not known, since titles are asked for with
    /// their type.</summary>
    /// <param name="type">Catalogue id of the type.</param>
    /// <param name="title">The title.</param>
    public static IReadOnlyList<string> Of(string? type, string? title) => type is null ? [] : Of(title);

    /// <summary>The distinct folded words of a title, sorted.</summary>
    /// <param name="title">The title; null has no words.</param>
    public static IReadOnlyList<string> Of(string? title)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            return [];
        }

        var folded = VietnameseFolding.Fold(title);
        var words = new SortedSet<string>(StringComparer.Ordinal);
        var start = -1;
        for (var i = 0; i <= folded.Length; i++)
        {
            var isWord = i < folded.Length && char.IsLetterOrDigit(folded[i]);
            if (isWord && start < 0)
            {
                start = i;
            }

            if (!isWord && start >= 0)
            {
                words.Add(folded[start..i]);
                start = -1;
            }
        }

        return [.. words];
    }

    /// <summary>Shared words over all words of both titles, 0 to 1.</summary>
    /// <param name="words">Words of the one title.</param>
    /// <param name="title">The other one.</param>
    public static double Similarity(IReadOnlyList<string> words, string? title)
    {
        ArgumentNullException.ThrowIfNull(words);
        var others = Of(title);
        var shared = words.Intersect(others, StringComparer.Ordinal).Count();
        var all = words.Count + others.Count - shared;
        return all == 0 ? 0 : (double)shared / all;
    }
}
