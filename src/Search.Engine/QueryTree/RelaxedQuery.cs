using Search.Text;

namespace Search.Engine;

/// <summary>A query whose musts became wishes, for the case that nothing fits them all.</summary>
internal static class RelaxedQuery
{
    /// <summary>
    /// The query with phrases and passages read as words and with all clauses joined by OR; exclusions, numbers and fields stay. Null where
    /// there is nothing to relax.
    /// </summary>
    /// <param name="query">A query.</param>
    public static Query? Of(Query query)
    {
        var relaxed = Relax(query);
        return relaxed == query ? null : relaxed;
    }

    /// <summary>The query with words in place of conditions on the text of a field as well; null where there are none.</summary>
    /// <param name="query">A query.</param>
    public static Query? WithoutFields(Query query)
    {
        var open = Opened(query);
        return open == query ? null : Of(open) ?? open;
    }

    /// <summary>
    /// The query with every one of a few words as a must, for whoever takes no less; null where there are no few words.
    /// </summary>
    /// <param name="query">A query.</param>
    /// <param name="few">So many words are few.</param>
    public static Query? Strict(Query query, int few)
    {
        var strict = Tightened(query, few);
        return strict == query ? null : strict;
    }

    private static Query Opened(Query query) => query switch
    {
        FieldQuery { Inner: PhraseQuery phrase } => new WordsQuery(phrase.Text),
        FieldQuery { Inner: TermQuery term } => new WordsQuery(term.Text),
        AndQuery both when !IsNumber(both) => new AndQuery([.. both.Clauses.Select(Opened)]),
        OrQuery or => new OrQuery([.. or.Clauses.Select(Opened)]),
        _ => query,
    };

    private static Query Tightened(Query query, int few)
    {
        switch (query)
        {
            case WordsQuery words:
                var terms = FieldAnalyzer.Shared.Analyze(words.Text).Select(token => token.Exact).Distinct(StringComparer.Ordinal).ToList();
                return terms.Count == 0 || terms.Count > few ? query : new AndQuery([.. terms.Select(term => new TermQuery(term)), new OptionalQuery(words)]);
            case OrQuery or:
                return new OrQuery([.. or.Clauses.Select(clause => Tightened(clause, few))]);
            case AndQuery both when !IsNumber(both):
                return new AndQuery([.. both.Clauses.Select(clause => Tightened(clause, few))]);
            default:
                return query;
        }
    }

    private static Query Relax(Query query) => query switch
    {
        PhraseQuery phrase => new WordsQuery(phrase.Text),
        NearQuery near => new WordsQuery(near.Text),
        OptionalQuery optional => Relax(optional.Inner),
        PassageQuery { Words.Length: > 0 } passage => new WordsQuery(passage.Words),
        AndQuery both when !IsNumber(both) => Of(both),
        OrQuery or => new OrQuery([.. or.Clauses.Select(Relax)]),
        _ => query,
    };

    private static bool IsNumber(Query query) => query is AndQuery { Clauses: [NumberQuery or OrQuery, OptionalQuery { Inner: PhraseQuery }] };

    private static Query Of(AndQuery and)
    {
        var kept = and.Clauses.Where(clause => clause is NotQuery or NumberQuery or FieldQuery or AllQuery || IsNumber(clause)).ToList();
        var wishes = and.Clauses.Except(kept).Select(Relax).Distinct().ToList();
        if (wishes.Count == 0)
        {
            return and;
        }

        var wish = wishes.Count == 1 ? wishes[0] : new OrQuery(wishes);
        return kept.Count == 0 ? wish : new AndQuery([wish, .. kept]);
    }
}
