namespace Search.Store.Sqlite.Copies;

/// <summary>What one transaction did to the rows of a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">Rows that were written, as they are now: <c>long</c>, <c>string</c>, <c>byte[]</c> or null a column.</param>
/// <param name="Removed">Keys of rows that are gone.</param>
internal sealed record TableChange(MirroredTable Table, IReadOnlyList<object?[]> Rows, IReadOnlyList<object?[]> Removed);
