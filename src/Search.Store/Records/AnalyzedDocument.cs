using Search.Citations;
using Search.Documents;

namespace Search.Store;

/// <summary>One document of a source file with its citations, ready to be stored.</summary>
/// <param name="Document">Letterhead, outline and passages; spans point into the text of the file.</param>
/// <param name="Citations">Its mentions of documents, resolved or open, in reading order.</param>
public sealed record AnalyzedDocument(Document Document, IReadOnlyList<Citation> Citations);
