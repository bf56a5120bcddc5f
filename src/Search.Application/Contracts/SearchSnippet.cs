namespace Search.Application.Contracts;

/// <summary>A fragment that shows why a passage matches. Plain text, never markup.</summary>
/// <param name="Text">The fragment, with … where the passage is cut before or after it.</param>
/// <param name="Start">Offset of its first word in the source of the document.</param>
/// <param name="End">The offset past it.</param>
/// <param name="Marks">What matches, as offsets into <paramref name="Text"/>.</param>
public sealed record SearchSnippet(string Text, int Start, int End, IReadOnlyList<Span> Marks);
