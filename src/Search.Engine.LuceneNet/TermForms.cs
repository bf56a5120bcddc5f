namespace Search.Engine.LuceneNet;

/// <summary>How <see cref="SyllableAnalyzer"/> spells the terms that are no exact words.</summary>
internal static class TermForms
{
    /// <summary>The folded form of a word.</summary>
    public static string Folded(string folded) => "~" + folded;

    /// <summary>Two neighbors in their exact forms.</summary>
    public static string Compound(string first, string second) => $"{first} {second}";

    /// <summary>Two neighbors in their folded forms.</summary>
    public static string FoldedCompound(string first, string second) => $"~{first} {second}";
}
