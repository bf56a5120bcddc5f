using Search.Documents;

namespace Search.Citations;

/// <summary>Where the resolver looks up documents: the store inside its transaction, the register of known
/// documents, or both one after the other.</summary>
public interface IDocumentRegistry
{
    /// <summary>The document of a key, or null.</summary>
    KnownDocument? Find(DocumentKey key);

    /// <summary>All documents with a canonical number, of whatever issuer, place and date.</summary>
    IReadOnlyList<KnownDocument> FindByNumber(string canonicalNumber);

    /// <summary>All documents of a type whose running number is <paramref name="sequence"/> (<c>Chỉ thị 04</c>).</summary>
    IReadOnlyList<KnownDocument> FindBySequence(string type, string sequence);

    /// <summary>All documents of a type whose folded title (see VietnameseFolding) shares words with the given one,
    /// best first, at most <paramref name="limit"/>.</summary>
    IReadOnlyList<KnownDocument> FindByTitle(string type, string title, int limit);
}
