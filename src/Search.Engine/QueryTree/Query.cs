namespace Search.Engine;

/// <summary>A node of a query tree. Immutable, comparable, printed readably by <c>ToString()</c>.</summary>
public abstract record Query
{
    /// <summary>Text safe between double quotes in the printed form.</summary>
    /// <param name="text">Any text.</param>
    private protected static string Quote(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
