namespace Search.Engine;

/// <summary>A word that was read otherwise than typed.</summary>
/// <param name="Start">UTF-16 offset in the words as typed.</param>
/// <param name="Length">UTF-16 length.</param>
/// <param name="Reading">What it was read as, one syllable or several.</param>
internal sealed record CorrectedWord(int Start, int Length, string Reading);
