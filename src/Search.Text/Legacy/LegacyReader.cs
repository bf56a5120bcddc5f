using Search.Text.Letters;

namespace Search.Text.Legacy;

/// <summary>
/// Reads one letter at a time from units 0–255, whether they are the bytes of a file or the Latin-1 characters of a run
/// inside a Unicode text.
/// </summary>
internal static class LegacyReader
{
    /// <summary>Reads what stands at an offset.</summary>
    /// <param name="units">Values 0–255.</param>
    /// <param name="at">Where to read.</param>
    /// <param name="encoding">The encoding to read in.</param>
    /// <param name="letter">The letter read, composed.</param>
    /// <returns>How many units were read; 0 when no Vietnamese letter of the encoding stands there.</returns>
    internal static int Read(ReadOnlySpan<char> units, int at, LegacyEncoding encoding, out char letter)
    {
        switch (encoding)
        {
            case LegacyEncoding.Vni:
                return ReadVni(units, at, out letter);
            case LegacyEncoding.Cp1258:
                return ReadCp1258(units, at, out letter);
            case LegacyEncoding.Viqr:
                return ViqrReader.Read(units, at, out letter);
            default:
                letter = LegacyTables.LetterOf(encoding, units[at]);
                return letter == '\0' ? 0 : 1;
        }
    }

    private static int ReadVni(ReadOnlySpan<char> units, int at, out char letter)
    {
        var unit = units[at];
        letter = unit switch
        {
            'ñ' => 'đ',
            'Ñ' => 'Đ',
            'ô' => 'ơ',
            'Ô' => 'Ơ',
            'ö' => 'ư',
            'Ö' => 'Ư',
            'æ' => 'ỉ',
            'Æ' => 'Ỉ',
            'ó' => 'ĩ',
            'Ó' => 'Ĩ',
            'ò' => 'ị',
            'Ò' => 'Ị',
            'î' => 'ỵ',
            'Î' => 'Ỵ',
            'í' or 'ì' or 'Í' or 'Ì' => unit,
            'a' or 'e' or 'o' or 'u' or 'y' or 'A' or 'E' or 'O' or 'U' or 'Y' => unit,
            _ => '\0',
        };
        if (letter == '\0')
        {
            return 0;
        }

        if (at + 1 < units.Length && letter is not ('đ' or 'Đ') && TryVniMark(letter, units[at + 1], out var marked))
        {
            letter = marked;
            return 2;
        }

        return unit < '\u0080' ? 0 : 1;
    }

    /// <summary>The second byte of a VNI letter: its small or capital form marks the same.</summary>
    private static bool TryVniMark(char letter, char mark, out char marked)
    {
        marked = letter;
        var (shape, tone) = (mark | 0x20) switch
        {
            'ù' => ('\0', Tone.Acute),
            'ø' => ('\0', Tone.Grave),
            'û' => ('\0', Tone.Hook),
            'õ' => ('\0', Tone.Tilde),
            'ï' => ('\0', Tone.Dot),
            'â' => ('\u0302', Tone.Level),
            'á' => ('\u0302', Tone.Acute),
            'à' => ('\u0302', Tone.Grave),
            'å' => ('\u0302', Tone.Hook),
            'ã' => ('\u0302', Tone.Tilde),
            'ä' => ('\u0302', Tone.Dot),
            'ê' => ('\u0306', Tone.Level),
            'é' => ('\u0306', Tone.Acute),
            'è' => ('\u0306', Tone.Grave),
            'ú' => ('\u0306', Tone.Hook),
            'ü' => ('\u0306', Tone.Tilde),
            'ë' => ('\u0306', Tone.Dot),
            _ => ('\uFFFF', Tone.Level),
        };
        var info = VietnameseLetter.InfoOf(letter);
        var vowel = info & 0xF;
        if (shape == '\uFFFF' || mark < '\u00C0' || vowel == Vowel.None || VietnameseLetter.ToneOf(letter) != Tone.Level)
        {
            return false;
        }

        if (shape != '\0')
        {
            vowel = VietnameseLetter.WithShape(vowel, shape);
        }

        if (vowel is Vowel.None or Vowel.I)
        {
            return false;
        }

        marked = VietnameseLetter.Compose(vowel, tone, (info & 0x80) != 0);
        return true;
    }

    private static int ReadCp1258(ReadOnlySpan<char> units, int at, out char letter)
    {
        var unit = units[at];
        letter = unit < '\u0080' ? unit : LegacyTables.Cp1258LetterOf(unit);
        if (letter == '\0')
        {
            return 0;
        }

        var info = VietnameseLetter.InfoOf(letter);
        if (at + 1 < units.Length
            && (info & 0xF) != 0
            && VietnameseLetter.ToneOf(letter) == Tone.Level
            && VietnameseLetter.TryToneMark(LegacyTables.Cp1258MarkOf(units[at + 1]), out var tone))
        {
            letter = VietnameseLetter.Compose(info & 0xF, tone, (info & 0x80) != 0);
            return 2;
        }

        return unit < '\u0080' ? 0 : 1;
    }
}
