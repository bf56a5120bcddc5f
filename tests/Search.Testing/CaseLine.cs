namespace Search.Testing;

/// <summary>One line of a case table.</summary>
/// <param name="Input">What goes in, unescaped.</param>
/// <param name="Expected">What must come out, unescaped; empty when nothing may be found.</param>
/// <param name="Place">File name and line number, for messages.</param>
public sealed record CaseLine(string Input, string Expected, string Place)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Input} ⇶ {Expected}";
}
