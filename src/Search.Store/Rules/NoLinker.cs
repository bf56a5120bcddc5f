using Search.Citations;
using Search.Documents;

namespace Search.Store.Rules;

/// <summary>Links nothing later: for stores that are only read, and for tests of the store alone.</summary>
internal sealed class NoLinker : ICitationLinker
{
    public static NoLinker Instance { get; } = new();

    public bool IsSame(KnownDocument stub, KnownDocument document, IDocumentRegistry registry) => false;

    public IReadOnlyList<StubPart> Partition(KnownDocument stub, IReadOnlyList<CitedDescription> mentions) =>
        [new StubPart(stub.Key, [.. Enumerable.Range(0, mentions.Count)])];

    public bool MayName(string named, string title) => false;

    public IReadOnlyList<Citation>? Relink(Document document, string source, IDocumentRegistry registry) => null;
}
