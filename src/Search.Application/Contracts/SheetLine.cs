namespace Search.Application.Contracts;

/// <summary>A page of the file a document was read from.</summary>
/// <param name="Number">Number of the page in its file, from 1.</param>
/// <param name="Start">Offset into the source from which on the text stands on it.</param>
/// <param name="Picture">Address of its picture.</param>
public sealed record SheetLine(int Number, int Start, string Picture);
