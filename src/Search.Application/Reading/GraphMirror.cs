using Search.Citations;
using Search.Ingestion.Corrections;
using Search.Store;

namespace Search.Application.Reading;

/// <summary>
/// The citation graph of the store, kept in step with it: only documents that changed since the last look are read
/// again.
/// </summary>
internal sealed class GraphMirror(IDocumentStore store, Documents.Catalogues.Catalogue catalogue)
{
    private readonly DocumentEdges _edges = new(catalogue);
    private readonly Dictionary<string, IReadOnlyList<GraphEdge>> _byDocument = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private CitationGraph? _graph;
    private long _revision;
    private KnownRecords? _recorded;

    /// <summary>The graph of a revision of the store or of a later one.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="recorded">What people recorded of documents that are only cited.</param>
    public CitationGraph At(long revision, KnownRecords recorded)
    {
        lock (_lock)
        {
            if (_graph is not null && _revision >= revision && ReferenceEquals(recorded, _recorded))
            {
                return _graph;
            }
            // Read first: a change that comes while this runs is found once more the next time.
            var next = store.Revision;
            if (next < _revision)
            {
                _byDocument.Clear();
                _revision = 0;
            }

            foreach (var change in store.Changes(_revision))
            {
                Read(change);
            }

            _graph = CitationGraph.Build(
                recorded.Over(store.List(includeStubs: true)).Select(summary => new GraphNode(summary.Key, summary.Status, summary.Header)),
                _byDocument.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value));
            _revision = next;
            _recorded = recorded;
            return _graph;
        }
    }

    private void Read(DocumentChange change)
    {
        var record = change.Removed ? null : store.Read(change.Key);
        if (record?.Document is not { } document || record.Summary.Key != change.Key)
        {
            _byDocument.Remove(change.Key.Value);
            return;
        }

        _byDocument[change.Key.Value] = _edges.Of(document, store.CitationsOf(change.Key));
    }

}
