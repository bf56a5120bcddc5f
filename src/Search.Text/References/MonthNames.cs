namespace Search.Text;

/// <summary>
/// The names of months in words: <c>tháng giêng</c>, <c>tháng tư</c> and <c>tháng bốn</c>, <c>tháng mười hai</c> and
/// <c>tháng chạp</c>. Accents and case do not matter. <c>tháng một</c> is January, as on the calendar in use today.
/// </summary>
public static class MonthNames
{
    private static readonly (string Folded, int Month)[] Names =
    [
        // Longer names first: "muoi" begins "muoi hai".
        ("muoi mot", 11), ("muoi hai", 12), ("muoi", 10), ("gieng", 1), ("mot", 1), ("hai", 2), ("ba", 3), ("tu", 4), ("bon", 4),
        ("nam", 5), ("sau", 6), ("bay", 7), ("tam", 8), ("chin", 9), ("chap", 12),
    ];

    /// <summary>Every name, folded, with its month; the longer of two that begin alike comes first.</summary>
    public static IReadOnlyList<(string Folded, int Month)> All => Names;

    /// <summary>The month whose name begins a text.</summary>
    /// <param name="folded">Folded text with single spaces, from the first letter of the name on.</param>
    /// <param name="length">Length of the name.</param>
    /// <returns>1 to 12, or 0 where no name stands there.</returns>
    public static int At(ReadOnlySpan<char> folded, out int length)
    {
        foreach (var (name, month) in Names)
        {
            if (folded.StartsWith(name, StringComparison.Ordinal)
                && (folded.Length == name.Length || !char.IsLetterOrDigit(folded[name.Length])))
            {
                length = name.Length;
                return month;
            }
        }

        length = 0;
        return 0;
    }
}
