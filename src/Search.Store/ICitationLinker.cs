using Search.Citations;
using Search.Documents;

namespace Search.Store;

/// <summary>
/// What the store asks when a document arrives that others have been waiting for. The store knows which documents may
/// be concerned; whether a mention means the newcomer is decided here, and only here.
/// </summary>
public interface ICitationLinker
{
    /// <summary>Whether a stub of a vaguer key (<c>04-CT/TW@XI</c>, <c>15-CT/TU~?@2012-05-04</c>) is this very document.
    /// False whenever there is doubt.</summary>
    /// <param name="stub">The stub.</param>
    /// <param name="document">A present document, or a stub of a fuller key.</param>
    /// <param name="registry">The store as it is inside the transaction.</param>
    bool IsSame(KnownDocument stub, KnownDocument document, IDocumentRegistry registry);

    /// <summary>Parts the mentions linked to a stub into the documents they mean.</summary>
    /// <param name="stub">The stub.</param>
    /// <param name="mentions">What each mention says of its document.</param>
    /// <returns>One part with the stub's key when the stub is one document; a part without a key holds mentions that
    /// several parts fit.</returns>
    IReadOnlyList<StubPart> Partition(KnownDocument stub, IReadOnlyList<CitedDescription> mentions);

    /// <summary>Whether a mention that names its document by a title may mean a document of that type: what resolving it would
    /// look at.</summary>
    /// <param name="named">The title that the mention gives.</param>
    /// <param name="title">The document's title.</param>
    bool MayName(string named, string title);

    /// <summary>Finds and resolves the citations of a stored document once more.</summary>
    /// <param name="document">The citing document.</param>
    /// <param name="source">The decoded text its spans point into.</param>
    /// <param name="registry">The store as it is inside the transaction.</param>
    /// <returns>Its citations, each with its target of today, in reading order; null to leave them as they are.</returns>
    IReadOnlyList<Citation>? Relink(Document document, string source, IDocumentRegistry registry);
}
