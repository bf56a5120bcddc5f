using Search.Text;

namespace Search.Engine;

/// <summary>The words of a query that a reader wants to see marked.</summary>
internal sealed class QueryWords
{
    /// <summary>Word sequences, each as typed.</summary>
    public List<List<FieldToken>> Runs { get; } = [];

    /// <summary>Folded beginnings.</summary>
    public List<string> Prefixes { get; } = [];

    /// <summary>Number keys, as parts.</summary>
    public List<string[]> Numbers { get; } = [];

    public static QueryWords Of(Query query)
    {
        var words = new QueryWords();
        words.Collect(query);
        return words;
    }

    private void Collect(Query query)
    {
        switch (query)
        {
            case WordsQuery words: AddRun(words.Text); break;
            case TermQuery term: AddRun(term.Text); break;
            case PhraseQuery phrase: AddRun(phrase.Text); break;
            case NearQuery near: AddRun(near.Text); break;
            case FuzzyQuery fuzzy: AddRun(fuzzy.Text); break;
            case PrefixQuery { After: { } after } prefix: AddRun(after); Prefixes.AddRange(FieldAnalyzer.Shared.Analyze(prefix.Text).Select(t => t.Folded)); break;
            case PrefixQuery prefix: Prefixes.AddRange(FieldAnalyzer.Shared.Analyze(prefix.Text).Select(t => t.Folded)); break;
            case NumberQuery number: Numbers.Add(number.Key.Split('.')); break;
            case FieldQuery field: Collect(field.Inner); break;
            case BoostQuery boost: Collect(boost.Inner); break;
            case PassageQuery passage: Collect(passage.Inner); break;
            case OptionalQuery optional: Collect(optional.Inner); break;
            case AndQuery and: CollectAll(and.Clauses); break;
            case OrQuery or: CollectAll(or.Clauses); break;
        }
    }

    private void CollectAll(IReadOnlyList<Query> clauses)
    {
        foreach (var clause in clauses)
        {
            Collect(clause);
        }
    }

    private void AddRun(string text)
    {
        var run = FieldAnalyzer.Shared.Analyze(text);
        if (run.Count > 0)
        {
            Runs.Add(run);
        }
    }
}
