namespace Search.Engine;

/// <summary>Counts of one generation.</summary>
/// <param name="Entries">Live passages.</param>
/// <param name="Groups">Live documents.</param>
/// <param name="Terms">Distinct terms over all segments, compounds left out; a term in two segments counts twice.</param>
/// <param name="Segments">Live segments.</param>
/// <param name="Deleted">Passages that are deleted and still take room until the next merge.</param>
/// <param name="Bytes">Size of the live files.</param>
public sealed record IndexStatistics(long Entries, long Groups, long Terms, int Segments, long Deleted, long Bytes);
