using Search.Text;

namespace Search.Engine;

/// <summary>The fragment of a text that best shows why it matches. Plain text, never markup.</summary>
/// <param name="Text">The fragment, exactly <c>source[Start..End]</c>.</param>
/// <param name="Start">UTF-16 offset of the fragment in the source text.</param>
/// <param name="End">UTF-16 offset past it.</param>
/// <param name="Marks">What matches, as offsets into <paramref name="Text"/>, in order, not overlapping.</param>
public sealed record Snippet(string Text, int Start, int End, IReadOnlyList<TextSpan> Marks);
