namespace Search.Engine;

/// <summary>A keyword column of a segment, in memory: any number of values a passage.</summary>
/// <param name="values">Its values, sorted.</param>
/// <param name="starts">For each passage the place of its first ordinal, and one place more at the end; empty where every passage has one value at most.</param>
/// <param name="ordinals">Numbers of values; with empty <paramref name="starts"/> one a passage, -1 for none.</param>
internal sealed class KeywordColumn(string[] values, int[] starts, int[] ordinals)
{
    /// <summary>The column's values, sorted.</summary>
    public IReadOnlyList<string> Values => values;

    /// <summary>Numbers of a passage's values.</summary>
    /// <param name="doc">The passage.</param>
    public ReadOnlySpan<int> Of(int doc)
    {
        if (starts.Length > 0)
        {
            return ordinals.AsSpan(starts[doc], starts[doc + 1] - starts[doc]);
        }

        return ordinals[doc] < 0 ? [] : ordinals.AsSpan(doc, 1);
    }
}
