using Search.Text.Letters;

namespace Search.Text;

/// <summary>How much a text looks like Vietnamese that somebody wrote, for judging text layers and recognized pages.</summary>
/// <param name="Words">Words that were looked at.</param>
/// <param name="Syllables">Share of them that are well-formed syllables, marked or not, from 0 to 1.</param>
/// <param name="Marked">Share of them with Vietnamese marks or đ that are well-formed, from 0 to 1.</param>
/// <param name="Strange">Share of characters that no text has: private use, replacements, control codes.</param>
public readonly record struct TextQuality(int Words, double Syllables, double Marked, double Strange)
{
    private const int MaxWords = 4_000;

    /// <summary>Fewer words say nothing.</summary>
    private const int LeastWords = 12;

    private static readonly HashSet<string> English = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "of", "and", "to", "in", "is", "for", "that", "with", "by", "this", "are", "or", "shall", "from",
    };

    /// <summary>Whether the letters are certainly not what the page shows: a map to Unicode that is missing or wrong.</summary>
    public bool IsGarbage => Strange > 0.1 || (Words >= LeastWords && Syllables < 0.35 && !IsForeign);

    /// <summary>Whether it is Vietnamese without its marks, as poor recognition leaves it.</summary>
    public bool IsUnmarked => Words >= LeastWords && Marked < 0.15 && !IsForeign;

    /// <summary>Whether it is in another language.</summary>
    public bool IsForeign { get; init; }

    /// <summary>One figure to compare two readings of a page by: the higher the better.</summary>
    public double Rank => Syllables + Marked - (2 * Strange);

    /// <summary>Measures a text.</summary>
    public static TextQuality Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int words = 0, syllables = 0, marked = 0, strange = 0, visible = 0, english = 0;
        foreach (var c in text)
        {
            visible += char.IsWhiteSpace(c) ? 0 : 1;
            strange += c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') || (char.IsControl(c) && !char.IsWhiteSpace(c)) ? 1 : 0;
        }

        for (var i = 0; i < text.Length && words < MaxWords;)
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            var isMarked = false;
            while (i < text.Length && (char.IsLetter(text[i]) || char.IsDigit(text[i]) || text[i] is '\'' or '^' or '~'))
            {
                isMarked |= text[i++] > '\u007F';
            }

            var word = text.AsSpan(start, i - start);
            if (word.Length < 2)
            {
                continue;
            }

            words++;
            var isValid = VietnameseSyllable.IsValid(word) || IsAbbreviation(word);
            syllables += isValid ? 1 : 0;
            marked += isValid && isMarked ? 1 : 0;
            english += English.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) ? 1 : 0;
        }

        return new TextQuality(
            words,
            words == 0 ? 0 : (double)syllables / words,
            words == 0 ? 0 : (double)marked / words,
            visible == 0 ? 0 : (double)strange / visible)
        {
            IsForeign = words > 0 && english > words * 0.08,
        };
    }

    /// <summary>UBND, QĐ, HĐND: capitals without a vowel.</summary>
    private static bool IsAbbreviation(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!VietnameseLetter.IsUpper(c))
            {
                return false;
            }
        }

        return word.Length <= 6;
    }
}
