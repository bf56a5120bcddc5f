using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Search.Ingestion.Reading;

/// <summary>The words that a style sheet shows by itself.</summary>
internal static partial class StyleWords
{
    private const int MaxLength = 200_000;

    /// <summary>Each string of each declaration of <c>content</c>.</summary>
    /// <param name="sheet">The style sheet; what goes beyond a length is not looked at.</param>
    public static IEnumerable<string> Of(string sheet)
    {
        sheet = sheet.Length > MaxLength ? sheet[..MaxLength] : sheet;
        foreach (Match match in Content().Matches(sheet))
        {
            yield return Unescaped(match.Groups["words"].Value);
        }
    }

    /// <summary>CSS writes letters as a backslash and up to six hexadecimal digits, after which one blank may stand.</summary>
    private static string Unescaped(string words)
    {
        var plain = new StringBuilder(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] != '\\')
            {
                plain.Append(words[i]);
                continue;
            }

            var end = i + 1;
            while (end < words.Length && end <= i + 6 && char.IsAsciiHexDigit(words[end]))
            {
                end++;
            }

            if (end == i + 1)
            {
                continue; // the sign that follows stands for itself
            }

            var code = int.Parse(words.AsSpan(i + 1, end - i - 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            plain.Append(Rune.IsValid(code) ? new Rune(code).ToString() : " ");
            i = end < words.Length && words[end] is ' ' or '\t' ? end : end - 1;
        }

        return plain.ToString();
    }

    // content: "MẬT"; content:'Tối m\1EAD t'
    [GeneratedRegex("""content\s*:\s*(?:"(?<words>(?>(?:[^"\\\r\n]|\\.)*))"|'(?<words>(?>(?:[^'\\\r\n]|\\.)*))')""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Content();
}
