namespace Search.Store.Sqlite.Copies;

/// <summary>A column of a <see cref="MirroredTable"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type in SQLite: <c>INTEGER</c>, <c>TEXT</c> or <c>BLOB</c>.</param>
/// <param name="IsRequired">Whether it always has a value.</param>
/// <param name="Default">What a row has that does not say, as SQL; null for nothing.</param>
/// <param name="KeyPlace">Its place in the key, from 1; 0 for a column that is not of the key.</param>
internal sealed record MirroredColumn(string Name, string Type, bool IsRequired, string? Default, int KeyPlace);
