using System.Text;
using Search.Text;

namespace Search.Engine;

/// <summary>What reading a query needs and its answer does not hold.</summary>
internal sealed class QueryScratch
{
    /// <summary>The lexemes of the query.</summary>
    public List<Lexeme> Lexemes { get; } = [];

    /// <summary>Where in the query the words of the present run stand.</summary>
    public List<(TextSpan Run, int Position)> Places { get; } = [];

    /// <summary>The present run of words; empty whenever a rule begins or ends.</summary>
    public StringBuilder Run { get; } = new();

    /// <summary>The tokens of a run.</summary>
    public List<FieldToken> Tokens { get; } = [];

    /// <summary>Forgets the query.</summary>
    public void Clear()
    {
        Lexemes.Clear();
        Places.Clear();
        Run.Clear();
        Tokens.Clear();
    }
}
