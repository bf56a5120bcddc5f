using Search.Text;

namespace Search.Engine;

/// <summary>Queries that are nothing but a sum of weighted lists: they take the fast road.</summary>
internal sealed class FlatQueries(IReadOnlyList<SegmentView> views, TermResolver terms, Abbreviations abbreviations)
{
    private readonly WordsCompiler _words = new(terms, abbreviations);
    private readonly Dictionary<WordsQuery, QueryProfile> _profiles = [];
    private readonly TermExpander _expander = new(views, terms);

    /// <summary>
    /// The words of the last compiled query for the re-ranker; null unless it is words alone, or words and numbers.
    /// </summary>
    public QueryProfile? Profile { get; private set; }

    /// <summary>True for words, terms, numbers, prefixes, fuzzy terms and sums of them.</summary>
    public static bool IsFlat(Query query) => query switch
    {
        WordsQuery or NumberQuery or PrefixQuery or FuzzyQuery => true,
        TermQuery term => FieldAnalyzer.Shared.Analyze(term.Text).Count <= 1,
        BoostQuery boost => IsFlat(boost.Inner),
        OrQuery or => or.Clauses.All(IsFlat),
        _ => false,
    };

    /// <summary>The lists of a flat query.</summary>
    public List<ScoredList> Compile(Query query)
    {
        var lists = new List<ScoredList>();
        Compile(query, 1, lists);
        Profile = WordsOf(query) is { } words ? _profiles[words] : null;
        return lists;
    }

    private void Compile(Query query, float factor, List<ScoredList> lists)
    {
        switch (query)
        {
            case WordsQuery words:
                Add(_words.Compile(words.Text, out var profile), factor, lists);
                _profiles[words] = profile;
                break;
            case TermQuery term:
                Add(_words.Compile(term.Text), factor, lists);
                break;
            case NumberQuery number:
                Add(Number(number), factor, lists);
                break;
            case PrefixQuery prefix:
                Add(prefix.After is { } after ? _expander.Prefix(after, prefix.Text) : _expander.Prefix(prefix.Text), factor, lists);
                break;
            case FuzzyQuery fuzzy:
                Add(_expander.Fuzzy(fuzzy.Text, fuzzy.Distance), factor, lists);
                break;
            case BoostQuery boost:
                Compile(boost.Inner, factor * (float)boost.Factor, lists);
                break;
            case OrQuery or:
                foreach (var clause in or.Clauses)
                {
                    Compile(clause, factor, lists);
                }

                break;
        }
    }

    private static WordsQuery? WordsOf(Query query)
    {
        if (query is WordsQuery alone)
        {
            return alone;
        }

        if (query is not OrQuery or || !or.Clauses.All(c => c is WordsQuery or NumberQuery))
        {
            return null;
        }

        return or.Clauses.OfType<WordsQuery>().Take(2).ToList() is [var one] ? one : null;
    }

    private List<ScoredList> Number(NumberQuery number)
    {
        var term = terms.Number(number.Key);
        return term.Occurs
            ? [new ScoredList(number.ToString(), RankingConstants.Step(RankingConstants.NumberScore / RankingConstants.ImpactLevels), term.Lists)]
            : [];
    }

    private static void Add(List<ScoredList> from, float factor, List<ScoredList> to)
    {
        foreach (var list in from)
        {
            to.Add(factor == 1 ? list : list with { Weight = list.Weight * factor });
        }
    }
}
