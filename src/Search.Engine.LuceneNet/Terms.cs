namespace Search.Engine.LuceneNet;

/// <summary>
/// The shapes of terms in one Lucene field. An exact syllable stands as it is; what is derived from it carries a
/// mark no syllable can hold, so that the four vocabularies never mix.
/// </summary>
internal static class Terms
{
    private const char FoldedMark = '\u0001';
    private const char Join = ' ';

    public static string Folded(string folded) => FoldedMark + folded;

    public static string Compound(string first, string second) => $"{first}{Join}{second}";

    public static string FoldedCompound(string first, string second) => $"{FoldedMark}{first}{Join}{second}";

    public static bool IsSyllable(string term) =>
        term.Length > 0 && term[0] != FoldedMark && !term.Contains(Join, StringComparison.Ordinal);

    /// <summary>Whether a term is an exact compound of two words, neither of them a number.</summary>
    public static bool IsPhrase(string term)
    {
        var join = term.IndexOf(Join, StringComparison.Ordinal);
        return join > 0 && term[0] != FoldedMark && !char.IsDigit(term[0]) && !char.IsDigit(term[join + 1]);
    }

    /// <summary>The words of a derived term, without its marks.</summary>
    public static string Words(string term) => term.TrimStart(FoldedMark);
}
