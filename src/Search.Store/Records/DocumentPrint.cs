using Search.Documents;

namespace Search.Store;

/// <summary>What tells one text of a document from another, for whoever has to know which documents are new or changed and
/// not only cited more often.</summary>
/// <param name="Key">Which document.</param>
/// <param name="Revision">The store's revision that changed anything of it last.</param>
/// <param name="Text">The first 16 hex figures of the SHA-256 of its text.</param>
/// <param name="Header">The first 8 hex figures of the SHA-256 of number, type, issuer, province, date and title.</param>
public sealed record DocumentPrint(DocumentKey Key, long Revision, string Text, string Header);
