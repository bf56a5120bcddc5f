using System.Globalization;
using System.Text;

namespace Search.Testing;

/// <summary>What readers make of a query when the keyboard, the hurry or the habit gets in the way. Written apart from the code that
/// reads it, from the tables of the keyboards.</summary>
public static class TypingVariants
{
    private const string Tones = "\u0301\u0300\u0309\u0303\u0323";

    /// <summary>The kinds of variants with a maker of each.</summary>
    public static IReadOnlyList<(string Kind, Func<string, Random, string> Make)> Kinds { get; } =
    [
        ("TELEX", (query, _) => Each(query, word => Keys(word, "sfrxj", "dd", shape => shape == '\u0302' ? null : "w"))),
        ("VNI", (query, _) => Each(query, word => Keys(word, "12345", "d9", shape => shape switch { '\u0302' => "6", '\u031b' => "7", _ => "8" }))),
        ("no accents", (query, _) => Plain(query)),
        ("glued", Glued),
        ("one slip", Slip),
    ];

    /// <summary>The words without marks.</summary>
    public static string Plain(string text) => new([.. text.Replace('đ', 'd').Replace('Đ', 'D').Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)]);

    private static string Each(string query, Func<string, string> make) => string.Join(' ', query.Split(' ').Select(make));

    // Marks of letters stand behind their letters, the key of the tone at the end of the word.
    private static string Keys(string word, string toneKeys, string barred, Func<char, string?> shapeKey)
    {
        var typed = new StringBuilder();
        var tone = "";
        foreach (var c in word.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (c == 'đ')
            {
                typed.Append(barred);
            }
            else if (Tones.IndexOf(c, StringComparison.Ordinal) is >= 0 and var t)
            {
                tone = toneKeys[t].ToString();
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                typed.Append(shapeKey(c) ?? typed[^1].ToString());
            }
            else
            {
                typed.Append(c);
            }
        }

        var end = typed.Length;
        while (end > 0 && char.IsPunctuation(typed[end - 1]))
        {
            end--;
        }

        return typed.Insert(end, tone).ToString();
    }

    private static string Glued(string query, Random random)
    {
        var words = Plain(query).Split(' ').ToList();
        var at = random.Next(Math.Max(1, words.Count - 2));
        var glued = Math.Min(3, words.Count - at);
        return string.Join(' ', [.. words.Take(at), string.Concat(words.Skip(at).Take(glued)), .. words.Skip(at + glued)]);
    }

    // Two neighboring letters swapped, or one left out, of the longest word.
    private static string Slip(string query, Random random)
    {
        var words = query.Split(' ');
        var longest = Array.IndexOf(words, words.MaxBy(word => word.Length));
        var word = words[longest].Normalize(NormalizationForm.FormC);
        var middle = word.Length / 2;
        words[longest] = random.Next(2) == 0
            ? word.Remove(middle, 1)
            : string.Concat(word.AsSpan(0, middle - 1), word.AsSpan(middle, 1), word.AsSpan(middle - 1, 1), word.AsSpan(middle + 1));
        return string.Join(' ', words);
    }
}
