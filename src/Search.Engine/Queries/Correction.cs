namespace Search.Engine;

/// <summary>Words as they were read.</summary>
/// <param name="Text">The words with the readings in their places.</param>
/// <param name="Words">What was read otherwise than typed.</param>
internal sealed record Correction(string Text, IReadOnlyList<CorrectedWord> Words);
