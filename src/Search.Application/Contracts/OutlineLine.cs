namespace Search.Application.Contracts;

/// <summary>A section of a document.</summary>
/// <param name="Anchor">Its stable anchor, the end of a permalink.</param>
/// <param name="Parent">Anchor of the section around it.</param>
/// <param name="Depth">0 for the outermost.</param>
/// <param name="Label">Its number as written, <c>Điều 3</c> or <c>II</c>.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Start">Offset in the source.</param>
/// <param name="End">Offset past it.</param>
public sealed record OutlineLine(
    string Anchor, string? Parent, int Depth, string? Label, string? Heading, int Start, int End);
