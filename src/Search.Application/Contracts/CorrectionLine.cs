namespace Search.Application.Contracts;

/// <summary>A correction with what became of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">One of <c>field</c>, <c>citation</c>, <c>merge</c>, <c>no-document</c>, <c>repair</c>, <c>split</c>, <c>known</c>, <c>extent</c>.</param>
/// <param name="Document">Key of the document now; the path of the file for <c>no-document</c> and <c>extent</c>.</param>
/// <param name="ReadAs">The key that the program reads; null where that is the same.</param>
/// <param name="Source">SHA-256 of the file; null where it concerns none.</param>
/// <param name="Field">The field of the header.</param>
/// <param name="Quote">The words of the citation.</param>
/// <param name="Before">The words before it.</param>
/// <param name="After">The words after it.</param>
/// <param name="Old">What was there.</param>
/// <param name="New">What is right.</param>
/// <param name="Relation">The right relation.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who corrected.</param>
/// <param name="At">When.</param>
/// <param name="State">One of <c>applied</c>, <c>waiting</c>, <c>conflict</c>, <c>superseded</c>, <c>undone</c>.</param>
/// <param name="Note">What is in conflict, or on what it waits: Vietnamese, then English in parentheses.</param>
/// <param name="UndoneBy">Who took it back.</param>
/// <param name="UndoneAt">When it was taken back.</param>
public sealed record CorrectionLine(
    string Id,
    string Kind,
    string Document,
    string? ReadAs,
    string? Source,
    string? Field,
    string? Quote,
    string? Before,
    string? After,
    string? Old,
    string? New,
    string? Relation,
    string? Reason,
    string By,
    DateTimeOffset At,
    string State,
    string? Note,
    string? UndoneBy,
    DateTimeOffset? UndoneAt)
{
    /// <summary>The last words of the document in its file, for <c>extent</c>; the first ones are <see cref="Quote"/>.</summary>
    public string? Until { get; init; }

    /// <summary>What is known of the document, for <c>known</c>.</summary>
    public IReadOnlyDictionary<string, string>? Fields { get; init; }

    /// <summary>Which mentions mean which document, for <c>split</c>.</summary>
    public IReadOnlyList<Store.Corrections.SettledMention>? Mentions { get; init; }
}
