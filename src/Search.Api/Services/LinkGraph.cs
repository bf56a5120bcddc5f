using Search.Documents;
using Search.Documents.Catalogues;
using Search.Store;

namespace Search.Api.Services;

/// <summary>Every linked citation of the collection as edges between documents; made once a revision of the store.</summary>
internal sealed class LinkGraph
{
    private readonly Dictionary<string, List<Edge>> _out = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Edge>> _in = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocumentSummary> _documents;

    public LinkGraph(IKnowledgeBase store, Catalogue catalogue)
    {
        _documents = store.List(includeStubs: true).ToDictionary(d => d.Key.Value, StringComparer.Ordinal);
        var pairs = store.Links()
            .Where(link => link is { IsSelf: false, Target: not null } && link.Target.Key != link.Document)
            .GroupBy(link => (Source: link.Document.Value, Target: link.Target!.Key.Value));
        foreach (var pair in pairs.OrderBy(p => p.Key.Source, StringComparer.Ordinal).ThenBy(p => p.Key.Target, StringComparer.Ordinal))
        {
            // The rarest and most telling relation names the edge; the catalogue holds the order.
            var relations = pair.GroupBy(link => link.Relation, StringComparer.Ordinal)
                .OrderBy(group => catalogue.Relation(group.Key)?.Precedence ?? int.MaxValue)
                .ThenByDescending(group => group.Count())
                .Select(group => group.Key)
                .ToList();
            var edge = new Edge(pair.Key.Source, pair.Key.Target, relations);
            Of(_out, edge.Source).Add(edge);
            Of(_in, edge.Target).Add(edge);
        }
    }

    public DocumentSummary? Find(string key) => _documents.GetValueOrDefault(key);

    /// <summary>The edges that leave a document, to what it cites.</summary>
    public IReadOnlyList<Edge> From(string key) => _out.TryGetValue(key, out var edges) ? edges : [];

    /// <summary>The edges that enter a document, from what cites it.</summary>
    public IReadOnlyList<Edge> To(string key) => _in.TryGetValue(key, out var edges) ? edges : [];

    private static List<Edge> Of(Dictionary<string, List<Edge>> lists, string key) =>
        lists.TryGetValue(key, out var list) ? list : lists[key] = [];

    /// <summary>Source cites target.</summary>
    internal sealed record Edge(string Source, string Target, IReadOnlyList<string> Relations);
}
