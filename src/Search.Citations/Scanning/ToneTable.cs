using System.Text;

namespace Search.Citations.Scanning;

/// <summary>Letters without their tone and in lower case; the marks that make another vowel (ă â ê ô ơ ư) stay.</summary>
internal static class ToneTable
{
    private const int Size = 0x2000;
    private static readonly char[] Table = Build();

    public static char Remove(char c) => c < Size ? Table[c] : c;

    private static char[] Build()
    {
        var table = new char[Size];
        for (var i = 0; i < Size; i++)
        {
            var lower = CharTables.Lower((char)i);
            table[i] = lower;
            if (i < 0xC0 || char.IsSurrogate(lower))
            {
                continue;
            }

            var parts = lower.ToString().Normalize(NormalizationForm.FormD);
            var kept = string.Concat(parts.Where(c => c is not ('\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323')));
            var composed = kept.Normalize(NormalizationForm.FormC);
            if (composed.Length == 1)
            {
                table[i] = composed[0];
            }
        }

        return table;
    }
}
