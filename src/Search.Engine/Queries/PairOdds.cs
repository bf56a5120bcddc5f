namespace Search.Engine;

/// <summary>How likely a word of a collection is after another one.</summary>
/// <param name="words">The words of the collection.</param>
internal sealed class PairOdds(ICollectionWords words)
{
    // Odds of a pair that the collection does not hold.
    private const double UnseenPair = 0.3;
    private const double Prior = 30;

    private readonly Dictionary<(string First, string Second), double> _known = [];

    /// <summary>The natural logarithm of the odds; where the two never meet, what the second word's own frequency says, at a
    /// discount.</summary>
    /// <param name="first">The word before.</param>
    /// <param name="second">The word.</param>
    public double Of(WordCount first, WordCount second)
    {
        if (!_known.TryGetValue((first.Exact, second.Exact), out var odds))
        {
            var pairs = first.Count == 0 || second.Count == 0 ? 0 : words.PairCount(first, second);
            _known[(first.Exact, second.Exact)] = odds = pairs > 0
                ? Math.Log((pairs + UnseenPair) / (first.Count + Prior))
                : Math.Log(UnseenPair / (first.Count + Prior)) + Math.Min(0, Math.Log((second.Count + 0.01) / (second.Count + 1)));
        }

        return odds;
    }
}
