using System.Text;

namespace Search.Documents.Catalogues;

/// <summary>
/// How names and signs are compared in lookups. These are keys for finding, not text for showing: they have no
/// offsets and are never printed.
/// </summary>
internal static class CatalogueKeys
{
    // A longer name is nobody's name; the cap keeps lookups of hostile text cheap.
    private const int MaximumLength = 400;

    private const int EndingLength = 24;

    /// <summary>
    /// Letter case, white space and the place of the tone mark make no difference ("khoá" is "khóa"), accents do.
    /// </summary>
    public static string Name(string text)
    {
        if (text.Length > MaximumLength || !IsWellFormed(text))
        {
            return "";
        }

        var key = new StringBuilder(text.Length + 8);
        var tone = '\0';
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (IsTone(c))
            {
                tone = c;
            }
            else if (char.IsLetter(c) || IsShape(c))
            {
                key.Append(char.ToLowerInvariant(c == 'Ð' ? 'Đ' : c));
            }
            else
            {
                EndSyllable(key, ref tone);
                if (!char.IsWhiteSpace(c))
                {
                    key.Append(IsDash(c) ? '-' : c);
                }
                else if (key.Length > 0 && key[^1] != ' ')
                {
                    key.Append(' ');
                }
            }
        }

        EndSyllable(key, ref tone);
        return key.ToString().TrimEnd();
    }

    /// <summary>The last words of a line as <see cref="Name"/> has them, for whether it ends with one of a few short words.</summary>
    public static string Ending(string line) => Name(line[^Math.Min(line.Length, EndingLength)..]);

    /// <summary>Signs: letter case makes no difference, the Icelandic Ð is a Đ, spaces are dropped.</summary>
    public static string Sign(string text)
    {
        if (text.Length > MaximumLength || !IsWellFormed(text))
        {
            return "";
        }

        var key = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormC))
        {
            if (!char.IsWhiteSpace(c))
            {
                key.Append(char.ToUpperInvariant(c is 'Ð' or 'ð' ? 'Đ' : c));
            }
        }

        return key.ToString();
    }

    private static void EndSyllable(StringBuilder key, ref char tone)
    {
        if (tone != '\0')
        {
            key.Append(tone);
        }

        tone = '\0';
    }

    private static bool IsTone(char c) => c is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323';

    private static bool IsShape(char c) => c is '\u0302' or '\u0306' or '\u031B';

    private static bool IsDash(char c) => c is '-' or '‐' or '‑' or '–' or '—' or '−';

    // Normalize throws on a lone surrogate; such text is no name.
    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
            else
            {
                return false;
            }
        }

        return true;
    }
}
