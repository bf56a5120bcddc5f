using System.Collections;
using Search.Citations.Graph;
using Search.Documents;

namespace Search.Citations;

// Longer than most files because every question about the graph walks the same two lists of neighbors, which nobody else may see.
/// <summary>
/// The citation graph in memory, immutable: build a new one when the knowledge base has changed. About 60 bytes an
/// edge besides the records. Safe for any number of threads.
/// </summary>
public sealed class CitationGraph
{
    private static readonly string[] Reviews = ["tong-ket", "so-ket"];
    private static readonly string[] Changes = ["thay-the", "bai-bo", "sua-doi-bo-sung", "hop-nhat", "dinh-chinh"];
    private readonly GraphNode[] _nodes;
    private readonly Dictionary<DocumentKey, int> _index;
    private readonly Adjacency _out;
    private readonly Adjacency _in;
    private readonly int[] _rank;

    private CitationGraph(GraphNode[] nodes, Dictionary<DocumentKey, int> index, Adjacency outward, Adjacency inward)
    {
        _nodes = nodes;
        _index = index;
        _out = outward;
        _in = inward;
        var order = Enumerable.Range(0, nodes.Length).OrderByDescending(inward.Degree).ThenBy(node => nodes[node].Key).ToArray();
        _rank = new int[nodes.Length];
        for (var i = 0; i < order.Length; i++)
        {
            _rank[order[i]] = i;
        }
    }

    /// <summary>All documents.</summary>
    public IReadOnlyList<GraphNode> Nodes => _nodes;

    /// <summary>How many edges there are, self references left out.</summary>
    public int EdgeCount => _out.Count;

    /// <summary>Builds a graph. A document that only an edge names becomes a stub; edges of a document to itself are
    /// left out of every question.</summary>
    public static CitationGraph Build(IEnumerable<GraphNode> nodes, IEnumerable<GraphEdge> edges)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(edges);
        var index = new Dictionary<DocumentKey, int>();
        var list = new List<GraphNode>();
        foreach (var node in nodes)
        {
            if (index.TryAdd(node.Key, list.Count))
            {
                list.Add(node);
            }
        }

        var pairs = new List<(int From, int To, GraphEdge Edge)>();
        foreach (var edge in edges)
        {
            var from = IndexOf(edge.Source);
            var to = IndexOf(edge.Target);
            if (from != to)
            {
                pairs.Add((from, to, edge));
            }
        }

        return new CitationGraph(
            [.. list],
            index,
            Adjacency.Build(list.Count, pairs, forward: true),
            Adjacency.Build(list.Count, pairs, forward: false));

        int IndexOf(DocumentKey key)
        {
            if (index.TryGetValue(key, out var at))
            {
                return at;
            }

            index.Add(key, list.Count);
            list.Add(new GraphNode(key, DocumentStatus.Stub, DocumentHeader.Of(key)));
            return list.Count - 1;
        }
    }

    /// <summary>A document, or null.</summary>
    public GraphNode? Find(DocumentKey key) => _index.TryGetValue(key, out var at) ? _nodes[at] : null;

    /// <summary>The documents within some steps of a document and the edges between them.</summary>
    /// <param name="key">The document; an unknown one gives an empty view.</param>
    /// <param name="depth">Steps, at least 0.</param>
    /// <param name="direction">Which way to go.</param>
    /// <param name="filter">Edges to follow; null for all.</param>
    /// <param name="maxNodes">Documents at most, the nearest kept; among those of one step the most cited.</param>
    public GraphView Around(
        DocumentKey key, int depth, GraphDirection direction = GraphDirection.Both, Func<GraphEdge, bool>? filter = null, int maxNodes = 500)
    {
        if (!_index.TryGetValue(key, out var start) || maxNodes < 1)
        {
            return new GraphView([], [], 0);
        }

        var seen = new BitArray(_nodes.Length);
        seen[start] = true;
        var kept = new List<int> { start };
        var frontier = new List<int> { start };
        var omitted = 0;
        var steps = new Dictionary<int, int> { [start] = 0 };
        for (var step = 0; step < depth && frontier.Count > 0 && kept.Count < maxNodes; step++)
        {
            var next = new List<int>();
            foreach (var node in frontier)
            {
                if (direction != GraphDirection.In)
                {
                    Gather(_out, node);
                }

                if (direction != GraphDirection.Out)
                {
                    Gather(_in, node);
                }
            }

            if (kept.Count + next.Count > maxNodes)
            {
                omitted += next.Count - (maxNodes - kept.Count);
                next = MostCited(next, maxNodes - kept.Count);
            }

            kept.AddRange(next);
            next.ForEach(node => steps[node] = step + 1);
            frontier = next;

            void Gather(Adjacency adjacency, int node)
            {
                foreach (var (other, edge) in adjacency.Of(node))
                {
                    if (!seen[other] && (filter is null || filter(edge)))
                    {
                        seen[other] = true;
                        next.Add(other);
                    }
                }
            }
        }

        return View(kept, filter, omitted, steps);
    }

    /// <summary>Chains of implementation from a document: who carries it out, level by level (center, boards of the center,
    /// province, district, commune), each citing the one before; or, upward, what it carries out itself. A document that
    /// replaced or amended one of its own level is a step too. A hop is left out where a longer chain leads to the same
    /// document.</summary>
    /// <param name="key">The document at the head.</param>
    /// <param name="carries">The relations that carry a chain.</param>
    /// <param name="limit">Chains at most.</param>
    /// <param name="up">Whether to go to what it cites instead of to what cites it.</param>
    /// <returns>For each chain its steps in order, each with the edge from the step before; none for the first.</returns>
    public IReadOnlyList<IReadOnlyList<ChainStep>> Chains(DocumentKey key, IReadOnlySet<string> carries, int limit = 200, bool up = false)
    {
        ArgumentNullException.ThrowIfNull(carries);
        return _index.TryGetValue(key, out var start) ? ImplementationChains.From(_nodes, up ? _out : _in, start, limit, carries, up) : [];
    }

    /// <summary>The shortest way between two documents, edges followed either way; empty when there is none.</summary>
    public GraphView Path(DocumentKey from, DocumentKey to, Func<GraphEdge, bool>? filter = null)
    {
        if (!_index.TryGetValue(from, out var start) || !_index.TryGetValue(to, out var goal))
        {
            return new GraphView([], [], 0);
        }

        var nodes = ShortestPath.Find(_nodes.Length, _out, _in, start, goal, filter);
        return nodes.Count == 0
            ? new GraphView([], [], 0)
            : View(nodes, filter, 0, nodes.Select((node, at) => (node, at)).ToDictionary(pair => pair.node, pair => pair.at));
    }

    /// <summary>What came before and after a document: whom it replaced, amended or repealed and who did so to it,
    /// through all generations, and the reviews (sơ kết, tổng kết) of it; oldest first, undated last.</summary>
    public IReadOnlyList<HistoryEntry> History(DocumentKey key)
    {
        if (!_index.TryGetValue(key, out var start))
        {
            return [];
        }

        var entries = new List<HistoryEntry>();
        Succeed(_out, isPredecessor: true);
        Succeed(_in, isPredecessor: false);
        foreach (var (other, edge) in _in.Of(start))
        {
            if (FirstOf(edge, Reviews) is { } review)
            {
                entries.Add(new HistoryEntry(_nodes[other], review, false));
            }
        }

        return [.. entries.OrderBy(entry => entry.Node.Date ?? DateOnly.MaxValue).ThenBy(entry => entry.Node.Key)];

        void Succeed(Adjacency adjacency, bool isPredecessor)
        {
            var seen = new HashSet<int> { start };
            var queue = new Queue<int>();
            queue.Enqueue(start);
            while (queue.TryDequeue(out var node))
            {
                foreach (var (other, edge) in adjacency.Of(node))
                {
                    if (FirstOf(edge, Changes) is not { } change || !seen.Add(other))
                    {
                        continue;
                    }

                    entries.Add(new HistoryEntry(_nodes[other], change, isPredecessor));
                    if (change is "thay-the" or "hop-nhat")
                    {
                        queue.Enqueue(other);
                    }
                }
            }
        }
    }

    /// <summary>Documents that cite what a document cites, most alike first.</summary>
    public IReadOnlyList<SharedCitation> SharedCitations(DocumentKey key, int limit = 20)
    {
        const int Popular = 1000; // a document everybody cites tells nothing and would cost the most
        if (!_index.TryGetValue(key, out var start))
        {
            return [];
        }

        var scores = new Dictionary<int, (int Common, double Score)>();
        foreach (var (cited, _) in _out.Of(start))
        {
            if (_in.Degree(cited) > Popular)
            {
                continue;
            }

            var weight = 1 / Math.Log(2 + _in.Degree(cited));
            foreach (var (other, _) in _in.Of(cited))
            {
                if (other == start)
                {
                    continue;
                }

                var (common, score) = scores.GetValueOrDefault(other);
                scores[other] = (common + 1, score + weight);
            }
        }

        return
        [
            .. scores.OrderByDescending(pair => pair.Value.Score).ThenBy(pair => _nodes[pair.Key].Key).Take(limit)
                .Select(pair => new SharedCitation(_nodes[pair.Key], pair.Value.Common, pair.Value.Score)),
        ];
    }

    /// <summary>The nodes of smallest rank, in the order of their rank, without sorting all.</summary>
    private List<int> MostCited(List<int> nodes, int count)
    {
        var worstFirst = new PriorityQueue<int, int>(count + 1);
        foreach (var node in nodes)
        {
            if (worstFirst.Count < count)
            {
                worstFirst.Enqueue(node, -_rank[node]);
            }
            else
            {
                worstFirst.EnqueueDequeue(node, -_rank[node]);
            }
        }

        var best = new List<int>(count);
        while (worstFirst.TryDequeue(out var node, out _))
        {
            best.Add(node);
        }

        best.Reverse();
        return best;
    }

    private static string? FirstOf(GraphEdge edge, string[] wanted)
    {
        for (var i = 0; i < edge.Relations.Count; i++)
        {
            foreach (var relation in wanted)
            {
                if (string.Equals(edge.Relations[i], relation, StringComparison.Ordinal))
                {
                    return relation;
                }
            }
        }

        return null;
    }

    private GraphView View(List<int> kept, Func<GraphEdge, bool>? filter, int omitted, Dictionary<int, int> steps)
    {
        var inside = kept.ToHashSet();
        var edges = new List<GraphEdge>();
        foreach (var node in kept)
        {
            foreach (var (other, edge) in _out.Of(node))
            {
                if (inside.Contains(other) && (filter is null || filter(edge)))
                {
                    edges.Add(edge with { Depth = Math.Min(steps[node], steps[other]) + 1 });
                }
            }
        }

        return new GraphView([.. kept.Select(node => _nodes[node])], edges, omitted);
    }
}
