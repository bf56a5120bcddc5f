namespace Search.Engine;

/// <summary>All syllables within one field, in any order, in a window.</summary>
/// <param name="Text">The syllables.</param>
/// <param name="Distance">Extra syllables allowed in the window, 0 or more.</param>
public sealed record NearQuery(string Text, int Distance) : Query
{
    /// <inheritdoc />
    public override string ToString() => $"near/{Distance}({Quote(Text)})";
}
