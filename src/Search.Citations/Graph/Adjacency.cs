namespace Search.Citations.Graph;

/// <summary>The edges of every node one after the other in two arrays.</summary>
internal sealed class Adjacency
{
    private readonly int[] _starts;
    private readonly (int Other, GraphEdge Edge)[] _edges;

    private Adjacency(int[] starts, (int Other, GraphEdge Edge)[] edges)
    {
        _starts = starts;
        _edges = edges;
    }

    public int Count => _edges.Length;

    public static Adjacency Build(int nodes, List<(int From, int To, GraphEdge Edge)> pairs, bool forward)
    {
        var starts = new int[nodes + 1];
        foreach (var (from, to, _) in pairs)
        {
            starts[(forward ? from : to) + 1]++;
        }

        for (var i = 0; i < nodes; i++)
        {
            starts[i + 1] += starts[i];
        }

        var next = starts.AsSpan(0, nodes).ToArray();
        var edges = new (int Other, GraphEdge Edge)[pairs.Count];
        foreach (var (from, to, edge) in pairs)
        {
            edges[next[forward ? from : to]++] = (forward ? to : from, edge);
        }

        return new Adjacency(starts, edges);
    }

    public ReadOnlySpan<(int Other, GraphEdge Edge)> Of(int node) => _edges.AsSpan(_starts[node], _starts[node + 1] - _starts[node]);

    public int Degree(int node) => _starts[node + 1] - _starts[node];
}
