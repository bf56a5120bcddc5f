using Search.Documents;

namespace Search.Citations;

/// <summary>Whether a document holds on a day, and why.</summary>
/// <param name="Key">The document.</param>
/// <param name="AsOf">The day asked for.</param>
/// <param name="State">Its state.</param>
/// <param name="Since">Since when; null where no document says.</param>
/// <param name="By">The documents whose acts make the state.</param>
/// <param name="Evidence">The sentences that show it.</param>
/// <param name="Events">All that is known to have happened to it, oldest first, undated last; later than the day as well.</param>
public sealed record ValidityAnswer(
    DocumentKey Key,
    DateOnly AsOf,
    ValidityState State,
    DateOnly? Since,
    IReadOnlyList<DocumentKey> By,
    IReadOnlyList<ValidityEvidence> Evidence,
    IReadOnlyList<ValidityEvent> Events);
