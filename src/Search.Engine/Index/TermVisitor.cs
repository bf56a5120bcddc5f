namespace Search.Engine;

/// <summary>Receives the terms of a scan in the order of their keys.</summary>
/// <param name="key">The term's key; valid during the call only.</param>
/// <param name="count">Passages that hold it, deleted ones counted.</param>
/// <returns>False to stop.</returns>
internal delegate bool TermVisitor(ReadOnlySpan<byte> key, int count);
