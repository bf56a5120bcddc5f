namespace Search.Citations.Graph;

/// <summary>PageRank by power iteration; the share of documents that cite nothing is spread over all.</summary>
internal static class PageRank
{
    private const double Damping = 0.85;
    private const double Tolerance = 1e-9;
    private const int MaxRounds = 60;

    public static double[] Compute(Adjacency outward, int count)
    {
        if (count == 0)
        {
            return [];
        }

        var rank = new double[count];
        var next = new double[count];
        Array.Fill(rank, 1.0 / count);
        for (var round = 0; round < MaxRounds; round++)
        {
            Array.Clear(next);
            var idle = 0.0;
            for (var node = 0; node < count; node++)
            {
                var edges = outward.Of(node);
                if (edges.Length == 0)
                {
                    idle += rank[node];
                    continue;
                }

                var share = rank[node] / edges.Length;
                foreach (var (other, _) in edges)
                {
                    next[other] += share;
                }
            }

            var change = 0.0;
            var floor = ((1 - Damping) + (Damping * idle)) / count;
            for (var node = 0; node < count; node++)
            {
                next[node] = floor + (Damping * next[node]);
                change += Math.Abs(next[node] - rank[node]);
            }

            (rank, next) = (next, rank);
            if (change < Tolerance)
            {
                break;
            }
        }

        return rank;
    }
}
