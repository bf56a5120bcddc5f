using Search.Text.Characters;
using Search.Text.Letters;
using Search.Text.Syllables;

namespace Search.Text.Normalizing;

/// <summary>
/// The rules for whole words, in their order, over every run of letters: stray tones, tone placement, slips of letters,
/// glued words, words glued to digits. Words without any accent are left alone.
/// </summary>
internal static class WordRules
{
    /// <summary>No word and no glued run is longer; longer runs are hostile or not Vietnamese.</summary>
    private const int Longest = 64;

    internal static void Apply(Chunk input, Chunk output)
    {
        var text = input.Text;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetter(text[i]))
            {
                output.Add(text[i], input.StartOf(i), input.EndOf(i));
                i++;
                continue;
            }

            var end = i;
            var isMarked = false;
            var hasLooseMark = false;
            for (; end < text.Length && (char.IsLetter(text[end]) || MarkComposer.IsMark(text[end])); end++)
            {
                isMarked |= text[end] > '\u007F';
                hasLooseMark |= text[end] >= '\u0300' && MarkComposer.IsMark(text[end]);
            }

            // A mark that found no place makes the word nobody's; moving letters under it would change the mark.
            if (!isMarked || hasLooseMark || end - i > Longest)
            {
                Copy(input, i, end, output);
            }
            else
            {
                ApplyToWord(input, i, end, output);
            }

            i = end;
        }
    }

    private static void ApplyToWord(Chunk input, int start, int end, Chunk output)
    {
        var word = input.Text[start..end];
        Span<int> boundaries = stackalloc int[4];
        var parts = 0;
        var length = end - start;
        if (!TonePlacement.Apply(word))
        {
            StrayTones.Apply(word);
            TonePlacement.Apply(word);
            length = LetterSlips.Apply(word);
            word = word[..length];
            parts = IsSign(input.Text, start, end) ? 0 : GluedWords.Find(word, boundaries);
        }

        if (start > 0 && char.IsAsciiDigit(input.Text[start - 1]) && StandsAlone(parts > 0 ? word[..boundaries[0]] : word))
        {
            AddSpace(input.StartOf(start), output);
        }

        var from = start;
        for (var i = 0; i < parts; i++)
        {
            CopyPart(input, from, start + boundaries[i], output);
            AddSpace(input.StartOf(start + boundaries[i]), output);
            from = start + boundaries[i];
        }

        if (parts > 0)
        {
            CopyPart(input, from, end, output);
        }
        else if (length < end - start)
        {
            AddWithoutThird(input, start, length, output);
        }
        else
        {
            Copy(input, from, end, output);
        }

        if (end < input.Count && char.IsAsciiDigit(input.Text[end]) && StandsAlone(parts > 0 ? word[boundaries[parts - 1]..] : word))
        {
            AddSpace(input.StartOf(end), output);
        }
    }

    /// <summary>The sign of a body in a number ("05-KH/ĐUCA") is no two syllables, whatever its letters.</summary>
    private static bool IsSign(ReadOnlySpan<char> text, int start, int end)
    {
        const int LongestSign = 8;
        if (start == 0 || end - start > LongestSign || text[start - 1] is not ('/' or '-'))
        {
            return false;
        }

        foreach (var c in text[start..end])
        {
            if (c is not ((>= 'A' and <= 'Z') or 'Đ' or 'Ư'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The h of ngh was dropped; the ranges of the other letters stay with them.</summary>
    private static void AddWithoutThird(Chunk input, int start, int length, Chunk output)
    {
        for (var i = 0; i < length; i++)
        {
            var from = start + (i < 2 ? i : i + 1);
            output.Add(input.Text[start + i], input.StartOf(from), input.EndOf(from));
        }
    }

    /// <summary>A part of a glued word follows the same rules as a word.</summary>
    private static void CopyPart(Chunk input, int start, int end, Chunk output)
    {
        TonePlacement.Apply(input.Text[start..end]);
        Copy(input, start, end, output);
    }

    /// <summary>
    /// Whether a word next to a digit was glued to it: số31, ngày22; not the symbols of dockets and units (QĐ15, 5đ).
    /// </summary>
    private static bool StandsAlone(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 || !VietnameseSyllable.IsValid(word))
        {
            return false;
        }

        if (!VietnameseLetter.IsUpper(word[^1]))
        {
            return true;
        }

        foreach (var c in word)
        {
            if (VietnameseLetter.ToneOf(c) != Tone.Level)
            {
                return true;
            }
        }

        return false;
    }

    private static void AddSpace(int at, Chunk output) => output.Add(' ', at, at);

    private static void Copy(Chunk input, int start, int end, Chunk output) => output.AddRange(input, start, end);
}
