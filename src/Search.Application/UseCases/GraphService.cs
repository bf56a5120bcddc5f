using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Application.Lines;
using Search.Application.Reading;
using Search.Citations;
using Search.Documents;

namespace Search.Application.UseCases;

/// <summary>Answers questions about who cites whom.</summary>
internal sealed class GraphService(CollectionReader knowledge)
{
    /// <summary>The documents within some steps of one, nearest first, and the edges between them.</summary>
    /// <exception cref="SearchException">No such document, or a parameter is out of range.</exception>
    public GraphView Around(GraphQuery query)
    {
        var depth = Limits.Between("depth", query.Depth ?? 1, 1, ApiLimits.GraphDepth);
        var limit = Limits.Between("limit", query.Limit ?? ApiLimits.GraphNodes, 1, ApiLimits.GraphNodes);
        FilterValues.CheckClosed(query, knowledge.Base.Catalogue);
        var key = KeyResolution.One(knowledge, query.Key ?? "");
        var graph = knowledge.Graph;
        var offset = Limits.Between("offset", query.Offset ?? 0, 0, ApiLimits.GraphReach - ApiLimits.GraphNodes);
        var view = Within(offset + limit);
        if (offset == 0)
        {
            return view;
        }

        var known = Within(offset).Nodes.Select(node => node.Key).ToHashSet();
        return view with
        {
            Nodes = [.. view.Nodes.Where(node => !known.Contains(node.Key))],
            Edges = [.. view.Edges.Where(edge => !known.Contains(edge.Source) || !known.Contains(edge.Target))],
        };

        // A larger view holds every smaller one of the same question.
        GraphView Within(int nodes) => graph.Around(key, depth, Direction(query.Direction), edge => Wanted(graph, edge, query), nodes);
    }

    /// <summary>A shortest chain of citations between two documents, in either direction; empty when there is none.</summary>
    /// <exception cref="SearchException">No such document.</exception>
    public GraphView Path(string from, string to) =>
        knowledge.Graph.Path(KeyResolution.One(knowledge, from), KeyResolution.One(knowledge, to));

    /// <summary>The chains of implementation from a document, down to those that carry it out and up to what it carries out.</summary>
    /// <returns>None for a document that the collection neither holds nor cites.</returns>
    /// <exception cref="SearchException">Several documents fit.</exception>
    public IReadOnlyList<ChainLine> Chains(string key)
    {
        if (KeyResolution.Find(knowledge, key).Count == 0)
        {
            return [];
        }

        var found = KeyResolution.One(knowledge, key);
        var carries = knowledge.Base.Catalogue.Relations.Where(relation => relation.Chain).Select(relation => relation.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. knowledge.Graph.Chains(found, carries).Select(chain => new ChainLine("down", [.. chain.Select(Step)])),
            .. knowledge.Graph.Chains(found, carries, up: true).Select(chain => new ChainLine("up", [.. chain.Select(Step)])),
        ];
    }

    public static GraphAnswer Answer(GraphView view) => new([.. view.Nodes.Select(Node)], [.. view.Edges.Select(Edge)])
    {
        Cut = view.Omitted > 0 ? new GraphCut(view.Omitted, view.Nodes.Count) : null,
    };

    private static GraphDirection Direction(string? name) => name switch
    {
        "in" => GraphDirection.In,
        "out" => GraphDirection.Out,
        null or "" or "both" => GraphDirection.Both,
        _ => throw FilterValues.OneOf("direction", name, ["in", "out", "both"]),
    };

    private static bool Wanted(CitationGraph graph, GraphEdge edge, GraphQuery query) =>
        (query.Relation is not { Length: > 0 } wanted || edge.Relations.Any(r => wanted.Contains(r, StringComparer.Ordinal)))
        && Wanted(graph.Find(edge.Source), query)
        && Wanted(graph.Find(edge.Target), query);

    private static bool Wanted(GraphNode? node, GraphQuery query) =>
        (query.Level is not { Length: > 0 } levels || levels.Contains(node?.Level, StringComparer.Ordinal))
        && (node?.Date is not { } date || (date.Year >= (query.FromYear ?? 1) && date.Year <= (query.ToYear ?? 9999)));

    private static GraphNodeLine Node(GraphNode node) =>
        new(node.Key.Value, node.Number, node.Type, node.Date, node.Title, DocumentLines.Status(node.Status));

    private ChainStepLine Step(ChainStep step)
    {
        var mention = step.Edge is { } edge
            ? knowledge.CitationsOf(edge.Source).FirstOrDefault(citation => edge.Target.Equals(citation.Target?.Key) && string.Equals(citation.Relation, step.Relation, StringComparison.Ordinal))
            : null;
        var node = step.Node;
        return new ChainStepLine(
            node.Key.Value, DocumentLines.Status(node.Status), step.Relation,
            mention is null ? null : new ChainMention(mention.Document.Value, mention.Span.Start, mention.Span.End, mention.Text),
            node.Number, node.Title, node.Date);
    }

    private static GraphEdgeLine Edge(GraphEdge edge) =>
        new(edge.Source.Value, edge.Target.Value, edge.Relation, edge.Relations, edge.Mentions, edge.Depth);
}
