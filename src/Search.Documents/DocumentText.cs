using Search.Text;

namespace Search.Documents;

/// <summary>The text of documents as citations are looked for in it.</summary>
public static class DocumentText
{
    /// <summary>The source as its documents read, in canonical form, with the way back to the source.</summary>
    /// <param name="source">The decoded source.</param>
    /// <param name="documents">The documents of that source, in its order, or one of them.</param>
    public static NormalizedText Normalize(string source, IEnumerable<Document> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var read = NormalizedText.Of(source, [.. documents.SelectMany(document => document.Edits.Items)]);
        return read.Then(VietnameseNormalizer.Normalize(read.Text));
    }
}
