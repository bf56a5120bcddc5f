namespace Search.Engine;

/// <summary>How many slips of typing lie between two words: letters left out, added, changed, or two of them swapped.</summary>
internal static class TypingDistance
{
    private const int Longest = 24;

    /// <summary>Whether at most so many slips lead from one word to the other.</summary>
    /// <param name="first">A folded word.</param>
    /// <param name="second">Another one.</param>
    /// <param name="most">The number of slips, small.</param>
    public static bool Within(string first, string second, int most)
    {
        if (Math.Abs(first.Length - second.Length) > most || first.Length > Longest || second.Length > Longest)
        {
            return false;
        }

        Span<int> before = stackalloc int[Longest + 1];
        Span<int> last = stackalloc int[Longest + 1];
        Span<int> row = stackalloc int[Longest + 1];
        for (var j = 0; j <= second.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= first.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= second.Length; j++)
            {
                var cost = Math.Min(
                    Math.Min(last[j], row[j - 1]) + 1,
                    last[j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
                {
                    cost = Math.Min(cost, before[j - 2] + 1);
                }

                row[j] = cost;
                least = Math.Min(least, cost);
            }

            if (least > most)
            {
                return false;
            }

            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return last[second.Length] <= most;
    }
}
