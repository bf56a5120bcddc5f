namespace Search.Application.Contracts;

/// <summary>What a document says of one that it cites: shown of a document whose text is not there.</summary>
/// <param name="Key">The citing document.</param>
/// <param name="Number">Its number; null where it has none.</param>
/// <param name="Title">Its title.</param>
/// <param name="Url">Its page.</param>
/// <param name="Text">The sentence, cut to what shows most of the query, with … where it is cut.</param>
/// <param name="Marks">What matches, as offsets into <paramref name="Text"/>.</param>
public sealed record CitingSentence(string Key, string? Number, string? Title, string Url, string Text, IReadOnlyList<Span> Marks);
