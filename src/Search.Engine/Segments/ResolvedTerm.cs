namespace Search.Engine;

/// <summary>A word, a pair or all their spellings, found in every segment of a generation.</summary>
/// <param name="Lists">For each segment the terms it is made of: none, one, or several spellings.</param>
/// <param name="Frequency">Live passages over all segments; a passage with several spellings counts several times.</param>
/// <param name="Forms">The exact forms that occur.</param>
internal sealed record ResolvedTerm(TermEntry[][] Lists, long Frequency, string[] Forms)
{
    /// <summary>Whether a live passage holds it.</summary>
    public bool Occurs => Frequency > 0;
}
