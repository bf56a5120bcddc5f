namespace Search.Engine;

/// <summary>The inner query, looked for in one text field only.</summary>
/// <param name="Field">A text field of <see cref="IndexFields"/>.</param>
/// <param name="Inner">What to look for there.</param>
public sealed record FieldQuery(string Field, Query Inner) : Query
{
    /// <inheritdoc />
    public override string ToString() => $"{Field}:{Inner}";
}
