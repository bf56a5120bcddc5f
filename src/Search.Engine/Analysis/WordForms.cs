using System.Globalization;
using System.Text;

namespace Search.Engine;

/// <summary>The two forms of a word under which it is indexed.</summary>
internal static class WordForms
{
    /// <summary>
    /// Exact: NFC, lower case, the tone mark of a final oa, oe, uy on the first vowel (<c>hoà</c> and <c>hòa</c>
    /// are one word). Folded: without any mark, <c>đ</c> as <c>d</c>.
    /// </summary>
    public static (string Exact, string Folded) Of(string word)
    {
        var text = word.Replace('\u00D0', '\u0110');
        try
        {
            text = text.Normalize(NormalizationForm.FormC).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            // A lone surrogate has no normal form; it is indexed as it stands.
            text = text.ToLowerInvariant();
        }

        text = OneToneStyle(text);
        return (text, Fold(text));
    }

    private static string Fold(string exact)
    {
        var folded = new StringBuilder(exact.Length);
        string decomposed;
        try
        {
            decomposed = exact.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            return exact;
        }

        foreach (var c in decomposed)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            folded.Append(c == 'đ' ? 'd' : c);
        }

        var result = folded.ToString();
        return string.Equals(result, exact, StringComparison.Ordinal) ? exact : result;
    }

    private static string OneToneStyle(string text)
    {
        // Syllable-final oa, oe, uy only: with a final consonant (hoàn) both styles agree, and in "quý" the u belongs to q.
        if (text.Length < 2)
        {
            return text;
        }

        const string Bare = "aey";
        const string Toned = "àáảãạèéẻẽẹỳýỷỹỵ";
        var at = Toned.IndexOf(text[^1], StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var vowel = Bare[at / 5];
        var tone = at % 5;
        var before = text[^2];
        if (vowel == 'y' ? before != 'u' : before != 'o')
        {
            return text;
        }

        if (vowel == 'y' && text.Length > 2 && text[^3] == 'q')
        {
            return text;
        }

        var moved = (before == 'o' ? "òóỏõọ" : "ùúủũụ")[tone];
        return string.Concat(text.AsSpan(0, text.Length - 2), [moved, vowel]);
    }
}
