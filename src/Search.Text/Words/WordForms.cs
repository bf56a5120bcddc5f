using System.Text;
using Search.Text.Letters;
using Search.Text.Syllables;

namespace Search.Text;

/// <summary>
/// The identity of a word, one for the index, queries and repairs: its exact and its folded form. Composed of the rules
/// that make a text canonical, so that the two cannot disagree.
/// </summary>
internal static class WordForms
{
    /// <summary>
    /// Exact: NFC, lower case, the tone mark where the old style writes it (<c>hoà</c> and <c>hòa</c>, <c>phiá</c> and
    /// <c>phía</c> are one word). Folded: without any mark, <c>đ</c> as <c>d</c>.
    /// </summary>
    /// <param name="word">Letters, digits and combining marks.</param>
    public static (string Exact, string Folded) Of(string word)
    {
        var composed = Compose(word);
        var exact = string.Create(composed.Length, composed, static (letters, source) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = FoldTable.ToLower(source[i]);
            }

            TonePlacement.Apply(letters);
        });
        return (exact, VietnameseFolding.Fold(exact));
    }

    private static string Compose(string word)
    {
        try
        {
            return word.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // A lone surrogate has no normal form; the word is indexed as it stands.
            return word;
        }
    }
}
