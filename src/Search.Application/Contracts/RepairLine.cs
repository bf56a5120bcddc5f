namespace Search.Application.Contracts;

/// <summary>Words that recognition probably got wrong, for a person to accept or reject.</summary>
/// <param name="Start">Offset into the source.</param>
/// <param name="End">Offset after the last letter.</param>
/// <param name="Text">The words of the source.</param>
/// <param name="Reading">What was probably printed.</param>
/// <param name="Sentence">The words around.</param>
/// <param name="Reason">Why.</param>
/// <param name="Confidence">From 0 to 1.</param>
public sealed record RepairLine(int Start, int End, string Text, string Reading, string Sentence, string Reason, double Confidence);
