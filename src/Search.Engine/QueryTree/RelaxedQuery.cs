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
