using Search.Citations;
using Search.Documents;

namespace Search.Application.Layout;

/// <summary>Text with one look.</summary>
/// <param name="Text">The text.</param>
/// <param name="Citation">The mention it belongs to.</param>
/// <param name="IsMarked">Whether the reader searched for it.</param>
/// <param name="Repair">What was probably printed, where recognition got it wrong.</param>
/// <param name="Accepted">Who accepted another reading of the scanned words, which is shown.</param>
internal sealed record TextRun(string Text, Citation? Citation, bool IsMarked, Text.TextRepair? Repair = null, AppliedCorrection? Accepted = null);
