namespace Search.Citations.Graph;

/// <summary>Breadth-first search over edges in both directions.</summary>
internal static class ShortestPath
{
    public static List<int> Find(int nodes, Adjacency outward, Adjacency inward, int start, int goal, Func<GraphEdge, bool>? filter)
    {
        var before = new int[nodes]; // 0: not seen; otherwise the node before, plus 2
        before[start] = 1;
        var queue = new Queue<int>();
        queue.Enqueue(start);
        while (queue.TryDequeue(out var node) && before[goal] == 0)
        {
            Visit(outward, node);
            Visit(inward, node);
        }

        var path = new List<int>();
        if (before[goal] == 0)
        {
            return path;
        }

        for (var node = goal; node >= 0; node = before[node] - 2)
        {
            path.Add(node);
        }

        path.Reverse();
        return path;

        void Visit(Adjacency adjacency, int node)
        {
            foreach (var (other, edge) in adjacency.Of(node))
            {
                if (before[other] != 0 || (filter is not null && !filter(edge)))
                {
                    continue;
                }

                before[other] = node + 2;
                queue.Enqueue(other);
            }
        }
    }
}
