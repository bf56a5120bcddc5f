using Search.Documents;

namespace Search.Store;

/// <summary>The latest change of one document, for whoever mirrors the store.</summary>
/// <param name="Key">Which document.</param>
/// <param name="Revision">The store's revision that changed it.</param>
/// <param name="Removed">Whether it is gone: neither present nor a stub.</param>
public sealed record DocumentChange(DocumentKey Key, long Revision, bool Removed);
