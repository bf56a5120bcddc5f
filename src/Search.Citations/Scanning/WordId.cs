namespace Search.Citations.Scanning;

/// <summary>The two ids of a vocabulary word; 0 stands for unknown.</summary>
/// <param name="Folded">Id of the word without accents and case.</param>
/// <param name="Exact">Id of the word with its accents.</param>
internal readonly record struct WordId(ushort Folded, ushort Exact);
