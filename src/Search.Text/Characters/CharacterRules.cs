namespace Search.Text.Characters;

/// <summary>Rules for single characters that do not depend on their neighbors.</summary>
internal static class CharacterRules
{
    /// <summary>What a character without visible form maps to; a noncharacter, so that no text needs it.</summary>
    internal const char Removed = '\uFFFF';

    /// <summary>
    /// The canonical character, <see cref="Removed"/>, or the character itself. Line breaks, tabs and the NUL character
    /// are never touched.
    /// </summary>
    internal static char Map(char c) => c < '\u00A0' ? c : c switch
    {
        // Spaces of other widths.
        '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000' => ' ',

        // Soft hyphen, zero width, direction marks, variation selectors, byte order mark.
        '\u00AD' or '\u034F' or '\u061C' or '\u180E' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E')
            or (>= '\u2060' and <= '\u2064') or (>= '\u2066' and <= '\u2069') or (>= '\uFE00' and <= '\uFE0F') or '\uFEFF' => Removed,

        // Hyphens, dashes, the minus sign.
        (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFE58' or '\uFE63' or '\uFF0D' => '-',

        // Quotation marks, primes, the acute accent typed as an apostrophe.
        '\u00AB' or '\u00BB' or (>= '\u201C' and <= '\u201F') or '\u2033' or '\uFF02' => '"',
        '\u00B4' or '\u02B9' or '\u02BC' or (>= '\u2018' and <= '\u201B') or '\u2032' or '\u2039' or '\u203A' or '\uFF07' => '\'',

        // Letters of other alphabets that are printed like Đ, đ, Ư, ư, a, g.
        '\u00D0' or '\u0189' => 'Đ',
        '\u00F0' or '\u0256' => 'đ',
        '\u01A2' => 'Ư',
        '\u01A3' => 'ư',
        '\u0251' => 'a',
        '\u0261' => 'g',

        // Full-width forms.
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        _ => c,
    };
}
