using System.Runtime.InteropServices;
using Search.Text.Letters;
using Search.Text.Syllables;

namespace Search.Text.Legacy;

/// <summary>How Vietnamese a decoding looks.</summary>
/// <param name="Valid">Words with marks that are well-formed syllables.</param>
/// <param name="Invalid">Words with marks that are not.</param>
/// <param name="Common">Words among the valid ones that every text uses.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EncodingScore(int Valid, int Invalid, int Common)
{
    /// <summary>Share of valid words, from 0 to 1.</summary>
    internal double Share => Valid + Invalid == 0 ? 0 : (double)Valid / (Valid + Invalid);

    /// <summary>For comparing decodings of the same bytes: well-formed first, then common words.</summary>
    internal double Rank => Valid + Invalid == 0 ? 0 : (double)(Valid + (2 * Common)) / (Valid + Invalid);

    /// <summary>Counts the words of a decoded text that hold at least one letter beyond ASCII.</summary>
    internal static EncodingScore Of(ReadOnlySpan<char> text)
    {
        int valid = 0, invalid = 0, common = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!IsWordCharacter(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            var isMarked = false;
            for (; i < text.Length && IsWordCharacter(text[i]); i++)
            {
                isMarked |= text[i] > '\u007F';
            }

            if (!isMarked)
            {
                continue;
            }

            var word = text[start..i];
            if (VietnameseSyllable.IsValid(word) && HasOneCase(word))
            {
                valid++;
                if (CommonSyllables.Contains(word))
                {
                    common++;
                }
            }
            else
            {
                invalid++;
            }
        }

        return new EncodingScore(valid, invalid, common);
    }

    /// <summary>Letters, and what a wrong decoding leaves of letters.</summary>
    internal static bool IsWordCharacter(char c) =>
        char.IsLetter(c) || c is >= '\u00A1' and <= '\u00BF' || c is >= '\u0080' and <= '\u009F' || c is '\u00D7' or '\u00F7' || c is '†' or '‡' or '‰' or '€' or '™';

    /// <summary>All small, all capitals, or a capital and small letters.</summary>
    internal static bool HasOneCase(ReadOnlySpan<char> word)
    {
        var rest = word[1..];
        var capitals = 0;
        foreach (var c in rest)
        {
            if (VietnameseLetter.IsUpper(c))
            {
                capitals++;
            }
        }

        return capitals == 0 || (capitals == rest.Length && VietnameseLetter.IsUpper(word[0]));
    }
}
