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
    /// <param name="recorded">What people recorded of documents that are only cited; told among the documents.</param>
    /// <param name="documents">Reads all documents, those that are only cited too, at that revision or a later one. The graph keeps their
    /// headers, so that a list that is kept beside it takes no memory of its own.</param>
    public CitationGraph At(long revision, KnownRecords recorded, Func<IReadOnlyList<DocumentSummary>> documents)
    {
        lock (_lock)
        {
            if (_revision > revision && store.Revision < _revision)
            {
                // The store went back: nothing that was read of it holds.
                _byDocument.Clear();
                (_graph, _revision) = (null, 0);
            }

            if (_graph is not null && _revision >= revision && ReferenceEquals(recorded, _recorded))
            {
                return _graph;
            }

            // What came after the revision is found once more the next time.
            foreach (var change in store.Changes(_revision))
            {
                Read(change);
            }

            _graph = CitationGraph.Build(
                documents().Select(summary => new GraphNode(summary.Key, summary.Status, summary.Header)),
                _byDocument.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value));
            (_revision, _recorded) = (revision, recorded);
            return _graph;
        }
    }

    private void Read(DocumentChange change)
    {
        if (change.Removed || store.Analysis(change.Key) is not { } document)
        {
            _byDocument.Remove(change.Key.Value);
            return;
        }

        _byDocument[change.Key.Value] = _edges.Of(document, store.CitationsOf(change.Key));
    }
}
