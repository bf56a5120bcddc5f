namespace Search.Engine;

/// <summary>What counts as a match in an answer.</summary>
public enum MatchRule
{
    /// <summary>Every word, phrase, number and condition that was asked for; of words also half of their compounds.</summary>
    All,

    /// <summary>Most of the words by what they tell: the query is long, or no document holds them all.</summary>
    Most,
}
