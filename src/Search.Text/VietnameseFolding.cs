using System.Globalization;
using System.Text;

namespace Search.Text;

/// <summary>Folding: lower case without accents, <c>đ</c> to <c>d</c>, so that text typed without accents is found.</summary>
public static class VietnameseFolding
{
    /// <summary>Folds a whole text; linear, never throws, combining marks are dropped.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c < 0x80)
            {
                folded.Append(char.ToLowerInvariant(c));
            }
            else if (!char.IsSurrogate(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(FoldChar(c));
            }
        }

        return folded.ToString();
    }

    /// <summary>Folds one UTF-16 code unit.</summary>
    public static char FoldChar(char c) => c switch
    {
        'đ' or 'Đ' or '\u00D0' or '\u0189' => 'd',
        _ when char.IsSurrogate(c) => c,
        _ => char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormD)[0]),
    };
}
