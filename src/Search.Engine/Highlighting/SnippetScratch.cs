using Search.Text;

namespace Search.Engine;

/// <summary>What choosing a snippet needs and the snippet does not hold.</summary>
internal sealed class SnippetScratch
{
    /// <summary>The tokens of the text.</summary>
    public List<FieldToken> Tokens { get; } = [];

    /// <summary>Those that match, in order.</summary>
    public List<TokenMatch> Matches { get; } = [];

    /// <summary>The words of the query that a fragment was seen to hold.</summary>
    public HashSet<int> Seen { get; } = [];

    /// <summary>Forgets the text.</summary>
    public void Clear()
    {
        Tokens.Clear();
        Matches.Clear();
        Seen.Clear();
    }
}
