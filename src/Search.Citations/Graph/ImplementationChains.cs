using Search.Documents;

namespace Search.Citations.Graph;

/// <summary>Walks from a document to those that carry it out, each of a lower level than the one before.</summary>
internal static class ImplementationChains
{
    private const int MaxSteps = 20_000;

    public static List<IReadOnlyList<ChainStep>> From(
        GraphNode[] nodes, Adjacency adjacency, int start, int limit, IReadOnlySet<string> carries, bool up)
    {
        var chains = new List<List<(int Node, GraphEdge? Edge, string? Relation)>>();
        var path = new List<(int Node, GraphEdge? Edge, string? Relation)> { (start, null, null) };
        var steps = 0;
        Walk(start);
        // A hop over a level is told already by the longer chain to the same end.
        chains.RemoveAll(chain => chains.Exists(other => other.Count > chain.Count && other[^1].Node == chain[^1].Node && IsPartOf(chain, other)));
        chains.Sort((a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : nodes[a[^1].Node].Key.CompareTo(nodes[b[^1].Node].Key));
        return [.. chains.Take(limit).Select(chain => (IReadOnlyList<ChainStep>)[.. chain.Select(step => new ChainStep(nodes[step.Node], step.Edge, step.Relation))])];

        void Walk(int node)
        {
            var extended = false;
            foreach (var (other, edge) in adjacency.Of(node))
            {
                if (++steps > MaxSteps || chains.Count > limit * 2)
                {
                    return;
                }

                if (Carrying(edge, carries) is not { } relation || !MayFollow(node, other, relation) || path.Exists(step => step.Node == other))
                {
                    continue;
                }

                extended = true;
                path.Add((other, edge, relation));
                Walk(other);
                path.RemoveAt(path.Count - 1);
            }

            if (!extended && path.Count > 1)
            {
                chains.Add([.. path]);
            }
        }

        bool MayFollow(int node, int other, string relation)
        {
            var (from, to) = (Level(nodes[node]), Level(nodes[other]));
            return up ? to < from || (to == from && Succeeds(relation)) : to > from || (to == from && Succeeds(relation));
        }
    }

    /// <summary>Whether the relation joins documents of one level: the later takes the earlier one's place or changes it.</summary>
    private static bool Succeeds(string relation) => relation is "thay-the" or "sua-doi-bo-sung";

    /// <summary>Center 0, boards of the center 1, province 2, district 3, grassroots 4; unknown as a province's.</summary>
    private static int Level(GraphNode node) => node.Level switch
    {
        "trung-uong" => node.Number is { } number && IsBoard(number) ? 1 : 0,
        "tinh" => 2,
        "huyen" => 3,
        "co-so" => 4,
        null => node.Number is { } number ? FromNumber(number) : 2,
        _ => 2,
    };

    private static int FromNumber(string number) => number[(number.LastIndexOf('/') + 1)..] switch
    {
        "TW" => 0,
        "TU" => 2,
        "HU" or "QU" or "TXU" or "ThU" => 3,
        "ĐU" or "CB" => 4,
        var sign => sign.EndsWith("TW", StringComparison.Ordinal) ? 1 : 2,
    };

    private static bool IsBoard(string number) => !number.EndsWith("/TW", StringComparison.Ordinal);

    private static string? Carrying(GraphEdge edge, IReadOnlySet<string> carries)
    {
        for (var i = 0; i < edge.Relations.Count; i++)
        {
            if (carries.Contains(edge.Relations[i]))
            {
                return edge.Relations[i];
            }
        }

        return null;
    }

    private static bool IsPartOf(List<(int Node, GraphEdge? Edge, string? Relation)> chain, List<(int Node, GraphEdge? Edge, string? Relation)> other)
    {
        var at = 0;
        foreach (var (node, _, _) in other)
        {
            if (at < chain.Count && chain[at].Node == node)
            {
                at++;
            }
        }

        return at == chain.Count;
    }
}
