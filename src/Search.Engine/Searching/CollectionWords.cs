namespace Search.Engine;

/// <summary>The words of one generation, for reading queries.</summary>
internal sealed class CollectionWords(Generation generation) : ICollectionWords
{
    private const int MostSpellings = 32;
    private const int MostFound = 256;

    private readonly TermExpander _expander = new(generation.Segments, generation.Terms);
    private readonly Dictionary<string, IReadOnlyList<WordCount>> _known = new(StringComparer.Ordinal);

    public IReadOnlyList<WordCount> Spellings(string folded)
    {
        // A reading asks for the same words again and again; it is made again for each query, by one thread.
        if (!_known.TryGetValue(folded, out var spellings))
        {
            _known[folded] = spellings = Counts(_expander.Collect(TermKey.Of(folded, ""), (_, _) => true, MostSpellings));
        }

        return spellings;
    }

    public long PairCount(WordCount first, WordCount second) =>
        generation.Terms.Pair(first.Folded, first.Exact, second.Folded, second.Exact).Frequency;

    public IReadOnlyList<WordCount> Find(Func<string, bool> fits)
    {
        var found = new List<WordCount>();
        foreach (var word in generation.Vocabulary)
        {
            if (fits(word.Folded) && _expander.LiveCount(word) is > 0 and var live)
            {
                found.Add(new WordCount(word.Exact, word.Folded, live));
                if (found.Count == MostFound)
                {
                    break;
                }
            }
        }

        found.Sort((a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : string.CompareOrdinal(a.Exact, b.Exact));
        return found;
    }

    public bool IsSigner(string name) => generation.Signers.Contains(name);

    private static List<WordCount> Counts(List<FoundWord> found) => found.ConvertAll(word => new WordCount(word.Exact, word.Folded, word.Count));
}
