namespace Search.Citations.Graph;

/// <summary>Breadth-first search over edges in both directions.</summary>
internal static class ShortestPath
{
    public static List<int> Find(Adjacency outward, Adjacency inward, int start, int goal, Func<GraphEdge, bool>? filter)
    {
        var before = new Dictionary<int, int> { [start] = -1 };
        var queue = new Queue<int>();
        queue.Enqueue(start);
        while (queue.TryDequeue(out var node) && !before.ContainsKey(goal))
        {
            Visit(outward, node);
            Visit(inward, node);
        }

        var path = new List<int>();
        if (!before.ContainsKey(goal))
            return path;
        for (var node = goal; node >= 0; node = before[node])
            path.Add(node);
        path.Reverse();
        return path;

        void Visit(Adjacency adjacency, int node)
        {
            foreach (var (other, edge) in adjacency.Of(node))
            {
                if ((filter is null || filter(edge)) && before.TryAdd(other, node))
                    queue.Enqueue(other);
            }
        }
    }
}
