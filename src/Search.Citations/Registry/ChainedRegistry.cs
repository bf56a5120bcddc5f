using Search.Documents;

namespace Search.Citations;

/// <summary>Several registries one after the other: what an earlier one knows under a key hides the later ones', except that
/// the register vouches for it.</summary>
/// <param name="registries">The registries, the one that counts most first: the store, then the register.</param>
public sealed class ChainedRegistry(params IReadOnlyList<IDocumentRegistry> registries) : IDocumentRegistry
{
    /// <inheritdoc/>
    public KnownDocument? Find(DocumentKey key)
    {
        foreach (var registry in registries)
        {
            if (registry.Find(key) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<KnownDocument> FindByNumber(string canonicalNumber) => Gather(registry => registry.FindByNumber(canonicalNumber));

    /// <inheritdoc/>
    public IReadOnlyList<KnownDocument> FindBySequence(string type, string sequence) => Gather(registry => registry.FindBySequence(type, sequence));

    /// <inheritdoc/>
    public IReadOnlyList<KnownDocument> FindByTitle(string type, string title, int limit) =>
        [.. Gather(registry => registry.FindByTitle(type, title, limit)).Take(limit)];

    private IReadOnlyList<KnownDocument> Gather(Func<IDocumentRegistry, IReadOnlyList<KnownDocument>> find)
    {
        IReadOnlyList<KnownDocument> first = [];
        List<KnownDocument>? merged = null;
        Dictionary<DocumentKey, int>? seen = null;
        foreach (var registry in registries)
        {
            var found = find(registry);
            if (found.Count == 0)
            {
                continue;
            }

            if (first.Count == 0)
            {
                first = found;
                continue;
            }

            merged ??= [.. first];
            seen ??= merged.Select((document, at) => (document.Key, at)).DistinctBy(known => known.Key).ToDictionary(known => known.Key, known => known.at);
            foreach (var document in found)
            {
                if (seen.TryAdd(document.Key, merged.Count))
                {
                    merged.Add(document);
                }
                else if (document.IsRegistered)
                {
                    merged[seen[document.Key]] = merged[seen[document.Key]] with { IsRegistered = true };
                }
            }
        }

        return merged ?? first;
    }
}
