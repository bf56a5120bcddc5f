using Search.Documents;

namespace Search.Citations;

/// <summary>
/// A registry in memory. Documents may be added and replaced by key; one writer at a time, and no reader while it
/// writes.
/// </summary>
public sealed class MemoryRegistry : IDocumentRegistry
{
    private readonly Dictionary<DocumentKey, KnownDocument> _byKey = [];
    private readonly Dictionary<string, List<KnownDocument>> _byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string Sequence), List<KnownDocument>> _bySequence = [];
    private readonly Dictionary<(string Type, string Word), List<KnownDocument>> _byWord = [];

    /// <summary>An empty registry.</summary>
    public MemoryRegistry()
    {
    }

    /// <summary>A registry of documents; a later one replaces an earlier one of the same key.</summary>
    public MemoryRegistry(IEnumerable<KnownDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        foreach (var document in documents)
        {
            Add(document);
        }
    }

    /// <summary>How many documents it holds.</summary>
    public int Count => _byKey.Count;

    /// <summary>Adds a document, or replaces the one of its key.</summary>
    public void Add(KnownDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        Remove(document.Key);
        _byKey[document.Key] = document;
        foreach (var list in ListsOf(document, create: true))
        {
            list.Add(document);
        }
    }

    /// <summary>Removes a document; nothing happens when it is not there.</summary>
    public void Remove(DocumentKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!_byKey.Remove(key, out var document))
        {
            return;
        }

        foreach (var list in ListsOf(document, create: false))
        {
            list.Remove(document);
        }
    }

    /// <inheritdoc/>
    public KnownDocument? Find(DocumentKey key) => _byKey.GetValueOrDefault(key);

    /// <inheritdoc/>
    public IReadOnlyList<KnownDocument> FindByNumber(string canonicalNumber) =>
        _byNumber.TryGetValue(canonicalNumber, out var found) ? found : [];

    /// <inheritdoc/>
    public IReadOnlyList<KnownDocument> FindBySequence(string type, string sequence) =>
        _bySequence.TryGetValue((type, sequence), out var found) ? found : [];

    /// <inheritdoc/>
    public IReadOnlyList<KnownDocument> FindByTitle(string type, string title, int limit)
    {
        var scores = new Dictionary<KnownDocument, int>(ReferenceEqualityComparer.Instance);
        foreach (var word in Words(title))
        {
            // A word of thousands of titles tells nothing and would cost the most.
            if (!_byWord.TryGetValue((type, word), out var documents) || documents.Count > 2000)
            {
                continue;
            }

            foreach (var document in documents)
            {
                scores[document] = scores.GetValueOrDefault(document) + 1;
            }
        }

        return [.. scores.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Key).Take(limit).Select(pair => pair.Key)];
    }

    private static IEnumerable<string> Words(string title) =>
        Likeness.Words(title).Split(' ').Where(word => word.Length > 2).Distinct(StringComparer.Ordinal);

    private IEnumerable<List<KnownDocument>> ListsOf(KnownDocument document, bool create)
    {
        if (document.Docket is { } docket && ListOf(_byNumber, docket.Canonical, create) is { } numbers)
        {
            yield return numbers;
        }

        if (document.Type is not { } type)
        {
            yield break;
        }

        if (document.Docket is { } number && ListOf(_bySequence, (type, number.Sequence), create) is { } sequences)
        {
            yield return sequences;
        }

        foreach (var word in Words(document.Title ?? ""))
        {
            if (ListOf(_byWord, (type, word), create) is { } words)
            {
                yield return words;
            }
        }
    }

    private static List<KnownDocument>? ListOf<TKey>(Dictionary<TKey, List<KnownDocument>> lists, TKey key, bool create)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list) && create)
        {
            lists[key] = list = [];
        }

        return list;
    }
}
