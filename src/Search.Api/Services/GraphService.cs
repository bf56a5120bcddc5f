using Search.Api.Contracts;
using Search.Api.Hosting;
using Search.Api.Problems;
using Search.Store;

namespace Search.Api.Services;

/// <summary>Answers questions about who cites whom.</summary>
internal sealed class GraphService(Knowledge knowledge)
{
    /// <summary>The documents within some steps of one, nearest first, and the edges that lead there.</summary>
    /// <exception cref="ProblemException">No such document, or a parameter is out of range.</exception>
    public GraphAnswer Around(GraphQuery query)
    {
        var depth = Limits.Between("depth", query.Depth ?? 1, 1, ApiLimits.GraphDepth);
        var limit = Limits.Between("limit", query.Limit ?? ApiLimits.GraphNodes, 1, ApiLimits.GraphNodes);
        var direction = query.Direction ?? "both";
        var start = KeyResolution.One(knowledge.Store, (query.Key ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase)).Value;
        var graph = knowledge.Links;
        var nodes = new Dictionary<string, DocumentSummary>(StringComparer.Ordinal);
        var edges = new Dictionary<(string, string), GraphEdgeLine>();
        var cut = new HashSet<string>(StringComparer.Ordinal);
        if (graph.Find(start) is { } first) nodes[start] = first;
        var frontier = new List<string> { start };
        for (var step = 1; step <= depth && frontier.Count > 0; step++)
        {
            var next = new List<string>();
            foreach (var key in frontier)
            {
                if (direction is "out" or "both") Follow(graph.From(key), edge => edge.Target);
                if (direction is "in" or "both") Follow(graph.To(key), edge => edge.Source);
            }

            frontier = next;

            void Follow(IReadOnlyList<LinkGraph.Edge> found, Func<LinkGraph.Edge, string> other)
            {
                foreach (var edge in found)
                {
                    var key = other(edge);
                    if (!Wanted(edge, query) || graph.Find(key) is not { } document || !Wanted(document, query)) continue;
                    if (!nodes.ContainsKey(key))
                    {
                        if (nodes.Count >= limit)
                        {
                            cut.Add(key);
                            continue;
                        }

                        nodes[key] = document;
                        next.Add(key);
                    }

                    edges.TryAdd((edge.Source, edge.Target), Line(edge, query, step));
                }
            }
        }

        return new GraphAnswer(
            [.. nodes.Values.Select(Node)],
            [.. edges.Values.OrderBy(e => e.Depth).ThenBy(e => e.Source, StringComparer.Ordinal).ThenBy(e => e.Target, StringComparer.Ordinal)])
        {
            Cut = cut.Count > 0 ? new GraphCut(cut.Count, limit) : null,
        };
    }

    /// <summary>A shortest chain of citations between two documents, in either direction; empty when there is none.</summary>
    /// <exception cref="ProblemException">No such document.</exception>
    public GraphAnswer Path(string from, string to)
    {
        var start = KeyResolution.One(knowledge.Store, from).Value;
        var goal = KeyResolution.One(knowledge.Store, to).Value;
        var graph = knowledge.Links;
        var back = new Dictionary<string, LinkGraph.Edge?>(StringComparer.Ordinal) { [start] = null };
        var queue = new Queue<string>([start]);
        while (queue.TryDequeue(out var key) && key != goal)
        {
            foreach (var edge in graph.From(key).Concat(graph.To(key)))
            {
                var other = edge.Source == key ? edge.Target : edge.Source;
                if (back.TryAdd(other, edge)) queue.Enqueue(other);
            }
        }

        if (!back.ContainsKey(goal)) return new GraphAnswer([], []);
        var chain = new List<LinkGraph.Edge>();
        var keys = new List<string> { goal };
        for (var at = goal; back[at] is { } edge;)
        {
            at = edge.Source == at ? edge.Target : edge.Source;
            chain.Insert(0, edge);
            keys.Insert(0, at);
        }

        return new GraphAnswer(
            [.. keys.Select(graph.Find).OfType<DocumentSummary>().Select(Node)],
            [.. chain.Select((edge, i) => Line(edge, new GraphQuery(), i + 1))]);
    }

    private static bool Wanted(LinkGraph.Edge edge, GraphQuery query) =>
        query.Relation is not { Length: > 0 } wanted || edge.Relations.Any(r => wanted.Contains(r, StringComparer.Ordinal));

    private static bool Wanted(DocumentSummary document, GraphQuery query) =>
        (query.Level is not { Length: > 0 } levels || levels.Contains(document.Level, StringComparer.Ordinal))
        && (document.Date is not { } date || (date.Year >= (query.FromYear ?? 1) && date.Year <= (query.ToYear ?? 9999)));

    private static GraphEdgeLine Line(LinkGraph.Edge edge, GraphQuery query, int depth)
    {
        var relations = query.Relation is { Length: > 0 } wanted
            ? edge.Relations.Where(r => wanted.Contains(r, StringComparer.Ordinal)).ToList()
            : edge.Relations;
        return new GraphEdgeLine(edge.Source, edge.Target, relations[0], relations, depth);
    }

    private static GraphNodeLine Node(DocumentSummary d) =>
        new(d.Key.Value, d.Number, d.Type, d.Date, d.Title, DocumentLines.Status(d.Status));
}
