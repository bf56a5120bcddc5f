using System.Text;

namespace Search.Ingestion.Reading;

/// <summary>Tells the mark of a note from other raised text.</summary>
internal static class NoteMarks
{
    private const int Longest = 3;

    private static readonly HashSet<string> Units = new(StringComparer.OrdinalIgnoreCase) { "m", "km", "dm", "cm", "mm", "hm", "dam" };

    /// <summary>Whether raised text marks a note.</summary>
    /// <param name="raised">The raised text, without brackets.</param>
    /// <param name="before">The line before it.</param>
    public static bool IsMark(string raised, StringBuilder before)
    {
        if (raised.Length is 0 or > Longest || !(raised.All(char.IsAsciiDigit) || raised.All(c => c == '*')))
        {
            return false;
        }

        var end = before.Length;
        var start = end;
        while (start > 0 && char.IsLetter(before[start - 1]) && end - start <= Longest)
        {
            start--;
        }

        // 10 m² and 10⁶ are quantities; 37-QĐ/TW¹ and "Đảng"¹ are words with a note.
        return end > 0 && !char.IsWhiteSpace(before[end - 1]) && !Units.Contains(before.ToString(start, end - start))
            && (!char.IsAsciiDigit(before[end - 1]) || IsDate(before, end));
    }

    /// <summary>A note may follow a date or a long number, never a bare figure.</summary>
    private static bool IsDate(StringBuilder before, int end)
    {
        var start = end;
        var marks = 0;
        while (start > 0 && end - start < 12 && (char.IsAsciiDigit(before[start - 1]) || before[start - 1] is '/' or '-'))
        {
            marks += before[--start] is '/' or '-' ? 1 : 0;
        }

        return marks == 2;
    }
}
