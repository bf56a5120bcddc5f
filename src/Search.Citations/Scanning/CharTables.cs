using Search.Text;

namespace Search.Citations.Scanning;

/// <summary>Per-character tables for the scanner: class, lower case, folding. Built once, read without branches.</summary>
internal static class CharTables
{
    public const byte Space = 0;
    public const byte Letter = 1;
    public const byte Digit = 2;
    public const byte Punctuation = 3;
    public const byte NewLine = 4;

    /// <summary>Marks of emphasis and escapes that stand between words without parting them.</summary>
    public const byte Skipped = 5;

    private const int Size = 0x2000;
    private static readonly byte[] Classes = BuildClasses();
    private static readonly char[] LowerTable = Build(char.ToLowerInvariant);
    private static readonly char[] FoldedTable = Build(VietnameseFolding.FoldChar);

    /// <summary>Folded letter (low 16 bits), class (next 8) and <see cref="CapitalBit"/> of a character, in one read.</summary>
    public const uint CapitalBit = 1u << 24;

    private static readonly uint[] Infos = BuildInfos();

    public static uint Info(char c) =>
        c < Size ? Infos[c] : c | ((uint)Class(c) << 16);

    public static byte Class(char c) =>
        c < Size ? Classes[c] : char.IsLetter(c) ? Letter : char.IsWhiteSpace(c) ? Space : Punctuation;

    public static char Lower(char c) => c < Size ? LowerTable[c] : c;

    public static char Fold(char c) => c < Size ? FoldedTable[c] : c;

    public static bool IsMark(char c) => c is >= '\u0300' and <= '\u036F';

    private static char[] Build(Func<char, char> map)
    {
        var table = new char[Size];
        for (var c = 0; c < Size; c++)
        {
            table[c] = map((char)c);
        }

        return table;
    }

    private static uint[] BuildInfos()
    {
        var table = new uint[Size];
        for (var i = 0; i < Size; i++)
        {
            table[i] = FoldedTable[i] | ((uint)Classes[i] << 16) | (LowerTable[i] != i ? CapitalBit : 0);
        }

        return table;
    }

    private static byte[] BuildClasses()
    {
        var table = new byte[Size];
        for (var i = 0; i < Size; i++)
        {
            var c = (char)i;
            table[i] = c switch
            {
                '\n' => NewLine,
                '*' or '\\' or '`' or '~' or '#' or '_' => Skipped,
                >= '0' and <= '9' => Digit,
                _ when char.IsLetter(c) || IsMark(c) => Letter,
                _ when char.IsWhiteSpace(c) || char.IsControl(c) => Space,
                _ => Punctuation,
            };
        }

        return table;
    }
}
