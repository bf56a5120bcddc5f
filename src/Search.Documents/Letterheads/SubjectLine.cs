namespace Search.Documents.Letterheads;

/// <summary>The subject of a letter, "V/v …", which stands for its title.</summary>
internal static class SubjectLine
{
    /// <summary>A subject without the brackets that set it off on the page, "(V/v: …)"; any other title as it is.</summary>
    /// <param name="title">The printed title; null for none.</param>
    public static string? WithoutBrackets(string? title)
    {
        if (title?.Trim() is not ['(', .. var inner, ')'] || !inner.AsSpan().TrimStart().StartsWith("V/v", StringComparison.OrdinalIgnoreCase))
        {
            return title;
        }

        var depth = 0;
        foreach (var c in inner)
        {
            depth += c switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth < 0)
            {
                return title; // "(V/v a) và (b)"
            }
        }

        return depth == 0 ? inner.Trim() : title;
    }
}
