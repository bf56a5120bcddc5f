namespace Search.Engine.LuceneNet;

/// <summary>Which adjacent syllables make a compound.</summary>
internal static class Compounds
{
    /// <summary>
    /// Whether two adjacent tokens of a text join: neither is a number, and only spaces, hyphens or line breaks
    /// stand between them, so that no compound crosses a sentence, a comma or a number.
    /// </summary>
    public static bool Join(string text, FieldToken first, FieldToken second)
    {
        if (char.IsDigit(first.Exact[0]) || char.IsDigit(second.Exact[0]))
        {
            return false;
        }

        foreach (var c in text.AsSpan(first.End, second.Start - first.End))
        {
            if (!char.IsWhiteSpace(c) && c != '-')
            {
                return false;
            }
        }

        return true;
    }
}
