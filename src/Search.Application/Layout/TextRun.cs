using Search.Citations;

namespace Search.Application.Layout;

/// <summary>Text with one look.</summary>
/// <param name="Text">The text.</param>
/// <param name="Citation">The mention it belongs to.</param>
/// <param name="IsMarked">Whether the reader searched for it.</param>
/// <param name="Repair">What was probably printed, where recognition got it wrong.</param>
internal sealed record TextRun(string Text, Citation? Citation, bool IsMarked, Text.TextRepair? Repair = null);
