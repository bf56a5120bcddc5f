namespace Search.Application.Contracts;

/// <summary>A note at a document.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Document">Key of the document now.</param>
/// <param name="Text">What was noted.</param>
/// <param name="Shared">Whether others see it.</param>
/// <param name="By">Who noted it.</param>
/// <param name="Own">Whether it is the caller's.</param>
/// <param name="At">When.</param>
/// <param name="Quote">The words it was noted at; null for the whole document.</param>
/// <param name="Start">Where they begin in the source now; null where they are not found, or for the whole document.</param>
/// <param name="End">Where they end.</param>
/// <param name="Lost">Whether the words are not in the text any more.</param>
public sealed record NoteLine(
    string Id, string Document, string Text, bool Shared, string By, bool Own, DateTimeOffset At, string? Quote, int? Start, int? End, bool Lost);
