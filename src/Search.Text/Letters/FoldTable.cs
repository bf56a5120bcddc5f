using System.Runtime.CompilerServices;

namespace Search.Text.Letters;

/// <summary>
/// Folding of single UTF-16 units: lower case, and for Latin letters without marks. Latin-1, Latin Extended-A and the
/// Vietnamese block are a table; the rest of Unicode is lower-cased only.
/// </summary>
internal static class FoldTable
{
    private const int TableLength = 0x1F00;

    /// <summary>Latin letters outside Vietnamese, each followed by what it folds to.</summary>
    private const string OtherLatin =
        "äaåaçcëeïiñnöoøoüuÿyāaąaćcĉcċcčcďdēeĕeėeęeěeĝgğgġgģgĥhħhīiĭiįiĵjķkĺlļlľlŀlłlńnņnňnōoŏoőoŕrŗrřrśsŝsşsšsţtťtŧtūuŭuůuűuųuŵwŷyźzżzžz" +
        "ǎaǐiǒoǔuǧgǩkǫoǰjǵgǹnȁaȅeȉiȍoȑrȕușsțtȟhȧaȩeȯoȳyɖdðdđdƣo";

    private static readonly char[] Lower = BuildLower();
    private static readonly char[] Folded = BuildFolded();
    private static readonly char[] Unmarked = BuildUnmarked();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static char ToLower(char c) => c < TableLength ? Lower[c] : char.ToLowerInvariant(c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static char Fold(char c) => c < TableLength ? Folded[c] : FoldOther(c);

    /// <summary>Like <see cref="Fold"/>, but capitals stay capitals.</summary>
    internal static char RemoveMarks(char c) => c < TableLength ? Unmarked[c] : c;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsCombiningMark(char c) => c is >= '\u0300' and <= '\u036F';

    /// <summary>Signs above the table (Kelvin, Ångström) have their small letters inside it.</summary>
    private static char FoldOther(char c)
    {
        var lower = char.ToLowerInvariant(c);
        return lower < TableLength ? Folded[lower] : lower;
    }

    private static char[] BuildLower()
    {
        var table = new char[TableLength];
        for (var c = 0; c < TableLength; c++)
        {
            table[c] = char.ToLowerInvariant((char)c);
        }

        table['\u00D0'] = 'đ';
        table['\u00F0'] = 'đ';
        return table;
    }

    private static char[] BuildFolded()
    {
        var table = (char[])Lower.Clone();
        for (var i = 0; i < OtherLatin.Length; i += 2)
        {
            table[OtherLatin[i]] = OtherLatin[i + 1];
        }

        for (var c = 0; c < TableLength; c++)
        {
            var vowel = VietnameseLetter.VowelOf((char)c);
            table[c] = vowel != Vowel.None ? Plain(vowel) : table[c] < TableLength ? table[table[c]] : table[c];
        }

        return table;
    }

    private static char[] BuildUnmarked()
    {
        var table = new char[TableLength];
        for (var c = 0; c < TableLength; c++)
        {
            var folded = Folded[c];
            var isUpper = Lower[c] != c;
            var wasMarked = folded != Lower[c];
            table[c] = !wasMarked ? (char)c : isUpper ? char.ToUpperInvariant(folded) : folded;
        }

        table['\u00D0'] = 'D';
        table['Đ'] = 'D';
        return table;
    }

    private static char Plain(int vowel) => " aaaeeiooouuy"[vowel];
}
