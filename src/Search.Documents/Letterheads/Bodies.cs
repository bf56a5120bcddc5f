namespace Search.Documents.Letterheads;

/// <summary>The shape of a body's name, for names that no catalogue has.</summary>
internal static class Bodies
{
    /// <summary>Whether a text reads like the name of a body: begun as one, of letters, no number and no piece of a motto.</summary>
    public static bool HasShape(string text)
    {
        var folded = TypeNames.Fold(text.Trim());
        return folded.Length is >= 6 and <= 160
            && !folded.AsSpan().ContainsAny("0123456789:;|")
            && folded.Contains(' ', StringComparison.Ordinal)
            && LetterheadWords.Default.BeginsBody(text.Trim(), folded)
            && !folded.StartsWith("hoi chu nghia", StringComparison.Ordinal)
            && !folded.StartsWith("chu nghia", StringComparison.Ordinal)
            && !folded.StartsWith("cong hoa", StringComparison.Ordinal)
            && !folded.StartsWith("cong san", StringComparison.Ordinal);
    }
}
