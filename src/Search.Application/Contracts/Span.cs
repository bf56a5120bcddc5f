namespace Search.Application.Contracts;

/// <summary>A piece of a text, in UTF-16 offsets.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="End">Offset past the last character.</param>
public readonly record struct Span(int Start, int End);
