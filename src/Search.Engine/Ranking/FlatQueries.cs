using Search.Text;

namespace Search.Engine;

/// <summary>Queries that are nothing but a sum of weighted lists: they take the fast road.</summary>
internal sealed class FlatQueries(IReadOnlyList<SegmentView> views, TermResolver terms, Abbreviations abbreviations)
{
    // One for each words of the query; they hold what their profiles need.
    private readonly List<WordsCompiler> _compilers = [];
    private readonly TermExpander _expander = new(views, terms);
    private int _used;

    /// <summary>
    /// The words of the last compiled query for the re-ranker; null unless it is words alone, or words and numbers.
    /// </summary>
    public QueryProfile? Profile { get; private set; }

    /// <summary>
    /// True for words, terms, numbers, prefixes, fuzzy terms and sums of them. Boosts are none: a weight times a factor is no step,
    /// and what it adds up to would hang on the order of the lists, which is another in every layout of the segments.
    /// </summary>
    public static bool IsFlat(Query query) => query switch
    {
        WordsQuery or NumberQuery or PrefixQuery or FuzzyQuery => true,
        TermQuery term => FieldAnalyzer.Shared.Analyze(term.Text).Count <= 1,
        OrQuery or => or.Clauses.All(IsFlat),
        _ => false,
    };

    /// <summary>Forgets the queries so far; their profiles are void.</summary>
    public void Forget() => (_used, Profile) = (0, null);

    /// <summary>The lists of a flat query.</summary>
    public List<ScoredList> Compile(Query query)
    {
        var lists = new List<ScoredList>();
        Compile(query, lists);
        return lists;
    }

    /// <summary>Adds the lists of a flat query.</summary>
    public void Compile(Query query, List<ScoredList> lists)
    {
        Profile = null;
        Compile(query, WordsOf(query), lists);
    }

    private void Compile(Query query, WordsQuery? profiled, List<ScoredList> lists)
    {
        switch (query)
        {
            case WordsQuery words:
                var profile = Words(words.Text, lists);
                Profile = ReferenceEquals(words, profiled) ? profile : Profile;
                break;
            case TermQuery term:
                Words(term.Text, lists);
                break;
            case NumberQuery number:
                lists.AddRange(Number(number));
                break;
            case PrefixQuery prefix:
                lists.AddRange(prefix.After is { } after ? _expander.Prefix(after, prefix.Text) : _expander.Prefix(prefix.Text));
                break;
            case FuzzyQuery fuzzy:
                lists.AddRange(_expander.Fuzzy(fuzzy.Text, fuzzy.Distance));
                break;
            case OrQuery or:
                foreach (var clause in or.Clauses)
                {
                    Compile(clause, profiled, lists);
                }

                break;
        }
    }

    private QueryProfile Words(string words, List<ScoredList> lists)
    {
        if (_used == _compilers.Count)
        {
            _compilers.Add(new WordsCompiler(terms, abbreviations));
        }

        var compiler = _compilers[_used++];
        compiler.Compile(words, lists);
        return compiler.Profile;
    }

    private static WordsQuery? WordsOf(Query query)
    {
        if (query is WordsQuery alone)
        {
            return alone;
        }

        if (query is not OrQuery or)
        {
            return null;
        }

        WordsQuery? only = null;
        foreach (var clause in or.Clauses)
        {
            if (clause is not (WordsQuery or NumberQuery) || (clause is WordsQuery && only is not null))
            {
                return null;
            }

            only ??= clause as WordsQuery;
        }

        return only;
    }

    private List<ScoredList> Number(NumberQuery number)
    {
        var term = terms.Number(number.Key);
        return term.Occurs
            ? [new ScoredList(number.ToString(), RankingConstants.Step(RankingConstants.NumberScore / RankingConstants.ImpactLevels), term.Lists)]
            : [];
    }
}
