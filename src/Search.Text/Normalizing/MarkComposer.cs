using System.Globalization;
using System.Text;
using Search.Text.Letters;

namespace Search.Text.Normalizing;

/// <summary>
/// Reads source characters into a chunk: single-character rules first, then combining marks composed into their base
/// letter. Vietnamese marks compose in whatever order they come (older converters write the tone before the
/// circumflex); other clusters go through NFC. At most 30 marks a base are kept, which bounds the work on hostile input.
/// </summary>
internal static class MarkComposer
{
    private const int MaxMarks = 30;

    internal static void Read(string source, int start, int end, Chunk chunk)
    {
        var i = start;
        while (i < end)
        {
            var c = CharacterRules.Map(source[i]);
            if (c == CharacterRules.Removed && source[i] != '\0')
            {
                i++;
                continue;
            }

            if (c < '\u0300' || VietnameseLetter.IsVowel(c))
            {
                chunk.Add(c, i, i + 1);
                i++;
                if (i < end && source[i] >= '\u0300' && NeedsCluster(source[i]))
                    i = ReadMarks(source, i, end, chunk);
                continue;
            }

            i = ReadOther(source, i, end, chunk);
        }
    }

    /// <summary>Marks, and invisible characters that may stand between a letter and its marks.</summary>
    private static bool NeedsCluster(char c) => IsMark(c) || CharacterRules.Map(c) == CharacterRules.Removed;

    private static bool IsMark(char c) => c >= '\u0300'
        && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static int ReadMarks(string source, int at, int end, Chunk chunk)
    {
        Span<char> rest = stackalloc char[MaxMarks];
        var restCount = 0;
        var baseChar = chunk.Text[^1];
        var i = at;
        var lastMark = at;
        for (; i < end && NeedsCluster(source[i]); i++)
        {
            var mark = source[i];
            if (CharacterRules.Map(mark) == CharacterRules.Removed)
                continue;
            lastMark = i + 1;
            if (restCount == 0 && TryCompose(baseChar, mark, out var composed))
                baseChar = composed;
            else if (restCount < MaxMarks)
                rest[restCount++] = mark;
        }

        if (lastMark == at)
            return i;
        var baseStart = chunk.StartOf(chunk.Count - 1);
        chunk.ExtendLast(baseChar, lastMark);
        if (restCount > 0)
        {
            Span<char> cluster = stackalloc char[MaxMarks + 1];
            cluster[0] = baseChar;
            rest[..restCount].CopyTo(cluster[1..]);
            AddNormalized(cluster[..(restCount + 1)], baseStart, lastMark, chunk, replaceLast: true);
        }

        return i;
    }

    private static bool TryCompose(char letter, char mark, out char composed)
    {
        composed = letter;
        var info = VietnameseLetter.InfoOf(letter);
        var vowel = info & 0xF;
        if (vowel == Vowel.None)
            return false;

        var tone = VietnameseLetter.ToneOf(letter);
        var upper = (info & 0x80) != 0;
        if (VietnameseLetter.TryToneMark(mark, out var markTone))
        {
            if (tone == Tone.Level)
                composed = VietnameseLetter.Compose(vowel, markTone, upper);
            return tone == Tone.Level;
        }

        var shaped = VietnameseLetter.WithShape(vowel, mark);
        if (shaped != Vowel.None)
            composed = VietnameseLetter.Compose(shaped, tone, upper);
        return shaped != Vowel.None;
    }

    /// <summary>Characters above U+0300 that are not Vietnamese: whole runs go through NFC, lone surrogates stay.</summary>
    private static int ReadOther(string source, int at, int end, Chunk chunk)
    {
        var i = at;
        var marks = 0;
        Span<char> run = stackalloc char[64];
        var count = 0;
        while (i < end && count < run.Length - 1)
        {
            var c = CharacterRules.Map(source[i]);
            if (c < '\u0300' || VietnameseLetter.IsVowel(c))
                break;
            if (char.IsHighSurrogate(c) && i + 1 < end && char.IsLowSurrogate(source[i + 1]))
            {
                run[count++] = c;
                run[count++] = source[i + 1];
                marks = 0;
                i += 2;
                continue;
            }

            if (char.IsSurrogate(c))
                break;
            marks = IsMark(c) ? marks + 1 : 0;
            if (marks <= MaxMarks)
                run[count++] = c;
            i++;
        }

        if (i == at)
        {
            chunk.Add(source[i], i, i + 1);
            return i + 1;
        }

        AddNormalized(run[..count], at, i, chunk, replaceLast: false);
        return i;
    }

    private static void AddNormalized(ReadOnlySpan<char> cluster, int start, int end, Chunk chunk, bool replaceLast)
    {
        var text = cluster.ToString();
        var normalised = IsWellFormed(text) ? text.Normalize(NormalizationForm.FormC) : text;
        if (replaceLast)
        {
            chunk.Replace(chunk.Count - 1, 1, normalised);
            return;
        }

        if (string.Equals(normalised, text, StringComparison.Ordinal) && text.Length == end - start)
        {
            for (var i = 0; i < text.Length; i++)
                chunk.Add(text[i], start + i, start + i + 1);
            return;
        }

        foreach (var c in normalised)
            chunk.Add(c, start, end);
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                return false;
            i++;
        }

        return true;
    }
}
