namespace Search.Text;

/// <summary>A stretch of a source that reads otherwise than it is written: markup that is left out, an entity or escape
/// that is resolved, a line break that is a blank, a number that a reader made.</summary>
/// <param name="Start">Where it begins in the source, in UTF-16 units.</param>
/// <param name="Length">How much of the source it replaces; 0 for text that the source does not have.</param>
/// <param name="Text">What is read in its place; empty for what is left out.</param>
public readonly record struct TextEdit(int Start, int Length, string Text)
{
    /// <summary>Where it ends in the source.</summary>
    public int End => Start + Length;
}
