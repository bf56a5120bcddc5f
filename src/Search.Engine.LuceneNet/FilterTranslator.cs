using Lucene.Net.Index;
using Lucene.Net.Search;
using LuceneQuery = Lucene.Net.Search.Query;
using LuceneTermQuery = Lucene.Net.Search.TermQuery;

namespace Search.Engine.LuceneNet;

/// <summary>From our filters to Lucene queries that match and do not score.</summary>
internal static class FilterTranslator
{
    /// <summary>All filters at once; null for none.</summary>
    public static Lucene.Net.Search.Filter? Translate(IReadOnlyList<Filter> filters)
    {
        if (filters.Count == 0)
        {
            return null;
        }

        var all = new BooleanQuery();
        foreach (var filter in filters)
        {
            all.Add(Translate(filter), Occur.MUST);
        }

        return new QueryWrapperFilter(all);
    }

    public static LuceneQuery Keyword(string column, IReadOnlyList<string> values)
    {
        var any = new BooleanQuery(disableCoord: true);
        foreach (var value in values)
        {
            any.Add(new LuceneTermQuery(new Term(FieldNames.Filter(column), KeywordForm.Of(value))), Occur.SHOULD);
        }

        return any;
    }

    public static LuceneQuery Range(string column, long? from, long? to) =>
        NumericRangeQuery.NewInt64Range(column, from, to, minInclusive: true, maxInclusive: true);

    private static LuceneQuery Translate(Filter filter) => filter switch
    {
        KeywordFilter keyword => Keyword(keyword.Column, keyword.Values),
        RangeFilter range => Range(range.Column, range.From, range.To),
        NotFilter not => new BooleanQuery
        {
            { new MatchAllDocsQuery(), Occur.MUST },
            { Translate(not.Inner), Occur.MUST_NOT },
        },
        _ => throw new NotSupportedException($"No translation for {filter.GetType().Name}."),
    };
}
