using Search.Citations;
using Search.Documents;

namespace Search.Ingestion.Corrections;

/// <summary>A store with the documents that people know to exist, as of each call. A document whose file arrived is what the file
/// says; a stub is what the person says.</summary>
internal sealed class RecordedRegistry(IDocumentRegistry store, CorrectionIndex corrections) : IDocumentRegistry
{
    private IDocumentRegistry Known => corrections.Known.Registry;

    public KnownDocument? Find(DocumentKey key) =>
        store.Find(key) is var found && (found is { Status: DocumentStatus.Present or DocumentStatus.Abstract } || (found is not null && found.Key != key)) ? found : Known.Find(key) ?? found;

    public IReadOnlyList<KnownDocument> FindByNumber(string canonicalNumber) => Joined(store.FindByNumber(canonicalNumber), Known.FindByNumber(canonicalNumber));

    public IReadOnlyList<KnownDocument> FindBySequence(string type, string sequence) => Joined(store.FindBySequence(type, sequence), Known.FindBySequence(type, sequence));

    public IReadOnlyList<KnownDocument> FindByTitle(string type, string title, int limit) =>
        [.. Joined(store.FindByTitle(type, title, limit), Known.FindByTitle(type, title, limit)).Take(limit)];

    private IReadOnlyList<KnownDocument> Joined(IReadOnlyList<KnownDocument> stored, IReadOnlyList<KnownDocument> recorded)
    {
        if (recorded.Count == 0)
        {
            return stored;
        }

        var open = recorded.Where(one => store.Find(one.Key) is not { Status: DocumentStatus.Present or DocumentStatus.Abstract }).ToDictionary(one => one.Key);
        return [.. stored.Where(one => !open.ContainsKey(one.Key)), .. open.Values];
    }
}
