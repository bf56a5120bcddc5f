using System.Globalization;
using System.Text;
using Search.Text.Letters;

namespace Search.Text.Characters;

/// <summary>
/// Composes combining marks into their base letter. Vietnamese marks compose in whatever order they come (older converters write the tone before the
/// circumflex); other clusters go through NFC. At most 30 marks a base are kept, which bounds the work on hostile input.
/// </summary>
internal static class MarkComposer
{
    private const int MaxMarks = 30;
    private const int LongestRun = 64;

    /// <summary>Reads units (source characters after the single-character rules) into a chunk.</summary>
    /// <param name="units">One unit a source character.</param>
    /// <param name="offset">Source offset of the first unit.</param>
    /// <param name="chunk">Receives the composed characters.</param>
    internal static void Read(ReadOnlySpan<char> units, int offset, Chunk chunk)
    {
        var i = 0;
        while (i < units.Length)
        {
            var c = units[i];
            if (c == CharacterRules.Removed)
            {
                i++;
            }
            else if (c < '\u0300' || VietnameseLetter.IsVowel(c))
            {
                chunk.Add(c, offset + i, offset + i + 1);
                i++;
                if (i < units.Length && units[i] >= '\u0300' && (IsMark(units[i]) || units[i] == CharacterRules.Removed))
                {
                    i = ReadMarks(units, i, offset, chunk);
                }
            }
            else
            {
                i = ReadOther(units, i, offset, chunk);
            }
        }
    }

    internal static bool IsMark(char c) => c >= '\u0300'
        && (c <= '\u036F' || CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark);

    /// <summary>The marks of the last character of the chunk; removed characters may stand between them.</summary>
    private static int ReadMarks(ReadOnlySpan<char> units, int at, int offset, Chunk chunk)
    {
        Span<char> rest = stackalloc char[MaxMarks];
        var restCount = 0;
        var letter = chunk.Text[^1];
        var lastMark = at;
        var i = at;
        for (; i < units.Length && (units[i] == CharacterRules.Removed || IsMark(units[i])); i++)
        {
            if (units[i] == CharacterRules.Removed)
            {
                continue;
            }

            lastMark = i + 1;
            if (restCount == 0 && TryCompose(letter, units[i], out var composed))
            {
                letter = composed;
            }
            else if (restCount < MaxMarks)
            {
                rest[restCount++] = units[i];
            }
        }

        if (lastMark == at)
        {
            return i;
        }

        chunk.ExtendLast(letter, offset + lastMark);
        if (restCount > 0)
        {
            Span<char> cluster = stackalloc char[MaxMarks + 1];
            cluster[0] = letter;
            rest[..restCount].CopyTo(cluster[1..]);
            chunk.Replace(chunk.Count - 1, 1, Compose(cluster[..(restCount + 1)]));
        }

        return lastMark;
    }

    private static bool TryCompose(char letter, char mark, out char composed)
    {
        composed = letter;
        var info = VietnameseLetter.InfoOf(letter);
        var vowel = info & 0xF;
        if (vowel == Vowel.None)
        {
            return false;
        }

        var tone = VietnameseLetter.ToneOf(letter);
        var upper = (info & 0x80) != 0;
        if (VietnameseLetter.TryToneMark(mark, out var markTone))
        {
            if (tone == Tone.Level)
            {
                composed = VietnameseLetter.Compose(vowel, markTone, upper);
            }

            return tone == Tone.Level;
        }

        var shaped = VietnameseLetter.WithShape(vowel, mark);
        if (shaped != Vowel.None)
        {
            composed = VietnameseLetter.Compose(shaped, tone, upper);
        }

        return shaped != Vowel.None;
    }

    /// <summary>Other scripts, in bounded runs, through NFC; lone surrogates stay as they are.</summary>
    private static int ReadOther(ReadOnlySpan<char> units, int at, int offset, Chunk chunk)
    {
        Span<char> run = stackalloc char[LongestRun + MaxMarks];
        var count = 0;
        var marks = 0;
        var i = at;
        while (i < units.Length && count < run.Length - 1)
        {
            var c = units[i];
            if (c < '\u0300' || c == CharacterRules.Removed || VietnameseLetter.IsVowel(c))
            {
                break;
            }

            if (char.IsSurrogate(c))
            {
                if (!char.IsHighSurrogate(c) || i + 1 == units.Length || !char.IsLowSurrogate(units[i + 1]))
                {
                    break;
                }

                if (count >= LongestRun)
                {
                    break;
                }

                run[count++] = c;
                run[count++] = units[i + 1];
                marks = 0;
                i += 2;
                continue;
            }

            var isMark = IsMark(c);
            if (!isMark && count >= LongestRun)
            {
                break;
            }

            marks = isMark ? marks + 1 : 0;
            if (marks <= MaxMarks)
            {
                run[count++] = c;
            }

            i++;
        }

        if (i == at)
        {
            chunk.Add(units[i], offset + i, offset + i + 1);
            return i + 1;
        }

        // Marks beyond the cap belong to the run that they pile upon, so that none is left without a base.
        while (i < units.Length && IsMark(units[i]))
        {
            i++;
        }

        var text = run[..count];
        var composed = Compose(text);
        if (composed.Length == i - at && text.SequenceEqual(composed))
        {
            for (var k = 0; k < composed.Length; k++)
            {
                chunk.Add(composed[k], offset + at + k, offset + at + k + 1);
            }
        }
        else
        {
            foreach (var c in composed)
            {
                chunk.Add(c, offset + at, offset + i);
            }
        }

        return i;
    }

    private static string Compose(ReadOnlySpan<char> cluster)
    {
        var text = cluster.ToString();
        if (text.IsNormalized(NormalizationForm.FormC))
        {
            return text;
        }

        // Composition can yield a character that has a rule of its own: the oxia becomes an acute accent.
        return string.Concat(text.Normalize(NormalizationForm.FormC).Select(CharacterRules.Map));
    }
}
