namespace Search.Engine.LuceneNet;

/// <summary>Levenshtein distance with a bound.</summary>
internal static class EditDistance
{
    /// <summary>The distance of two words, or null when it is above <paramref name="limit"/>.</summary>
    public static int? Within(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return null;
        }

        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j - 1], above) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length] <= limit ? row[b.Length] : null;
    }
}
