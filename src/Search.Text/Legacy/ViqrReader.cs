using Search.Text.Letters;

namespace Search.Text.Legacy;

/// <summary>VIQR: a letter, then a shape mark (^ ( +), then a tone mark (' ` ? ~ .); <c>dd</c> is đ.</summary>
internal static class ViqrReader
{
    internal static int Read(ReadOnlySpan<char> units, int at, out char letter)
    {
        letter = '\0';
        var unit = units[at];
        if (unit is 'd' or 'D')
        {
            if (at + 1 == units.Length || units[at + 1] is not ('d' or 'D'))
            {
                return 0;
            }

            letter = unit == 'd' ? 'đ' : 'Đ';
            return 2;
        }

        if (unit >= '\u0080' || !VietnameseLetter.IsVowel(unit))
        {
            return 0;
        }

        var vowel = VietnameseLetter.VowelOf(unit);
        var length = 1;
        if (at + length < units.Length && ShapeOf(units[at + length]) is var mark and not '\0'
            && VietnameseLetter.WithShape(vowel, mark) is var shaped and not Vowel.None)
        {
            vowel = shaped;
            length++;
        }

        var tone = at + length < units.Length ? ToneOf(units[at + length]) : Tone.Level;
        if (tone != Tone.Level)
        {
            length++;
        }

        if (length == 1)
        {
            return 0;
        }

        letter = VietnameseLetter.Compose(vowel, tone, VietnameseLetter.IsUpper(unit));
        return length;
    }

    /// <summary>Marks that hardly ever follow a letter in plain text.</summary>
    internal static bool IsTelling(char c) => c is '^' or '(' or '+' or '`' or '~';

    internal static bool IsMark(char c) => ShapeOf(c) != '\0' || ToneOf(c) != Tone.Level;

    private static char ShapeOf(char c) => c switch
    {
        '^' => '\u0302',
        '(' => '\u0306',
        '+' or '*' => '\u031B',
        _ => '\0',
    };

    private static Tone ToneOf(char c) => c switch
    {
        '\'' => Tone.Acute,
        '`' => Tone.Grave,
        '?' => Tone.Hook,
        '~' => Tone.Tilde,
        '.' => Tone.Dot,
        _ => Tone.Level,
    };
}
