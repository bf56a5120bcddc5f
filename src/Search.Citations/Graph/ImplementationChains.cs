namespace Search.Citations.Graph;

/// <summary>Walks from a document to those that carry it out, each of a lower level than the one before.</summary>
internal static class ImplementationChains
{
    private const int MaxSteps = 20_000;

    public static List<List<int>> From(GraphNode[] nodes, Adjacency inward, int start, int limit)
    {
        var chains = new List<List<int>>();
        var path = new List<int> { start };
        var steps = 0;
        Walk(start);
        // A hop over a level is told already by the longer chain to the same end.
        chains.RemoveAll(chain => chains.Any(other => other.Count > chain.Count && other[^1] == chain[^1] && IsPartOf(chain, other)));
        chains.Sort((a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : nodes[a[^1]].Key.CompareTo(nodes[b[^1]].Key));
        if (chains.Count > limit)
        {
            chains.RemoveRange(limit, chains.Count - limit);
        }

        return chains;

        void Walk(int node)
        {
            var extended = false;
            foreach (var (other, edge) in inward.Of(node))
            {
                if (++steps > MaxSteps || chains.Count > limit * 2)
                {
                    return;
                }

                if (!Carries(edge) || Level(nodes[other]) <= Level(nodes[node]) || path.Contains(other))
                {
                    continue;
                }

                extended = true;
                path.Add(other);
                Walk(other);
                path.RemoveAt(path.Count - 1);
            }

            if (!extended && path.Count > 1)
            {
                chains.Add([.. path]);
            }
        }
    }

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

    private static bool Carries(GraphEdge edge)
    {
        for (var i = 0; i < edge.Relations.Count; i++)
        {
            if (IsCarrying(edge.Relations[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCarrying(string relation) => relation is "thuc-hien" or "trien-khai" or "quan-triet" or "huong-dan" or "so-ket" or "tong-ket" or "can-cu";

    private static bool IsPartOf(List<int> chain, List<int> other)
    {
        var at = 0;
        foreach (var node in other)
        {
            if (at < chain.Count && chain[at] == node)
            {
                at++;
            }
        }

        return at == chain.Count;
    }
}
