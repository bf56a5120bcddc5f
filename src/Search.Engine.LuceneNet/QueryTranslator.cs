using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Spans;
using LuceneFuzzyQuery = Lucene.Net.Search.FuzzyQuery;
using LucenePhraseQuery = Lucene.Net.Search.PhraseQuery;
using LucenePrefixQuery = Lucene.Net.Search.PrefixQuery;
using LuceneQuery = Lucene.Net.Search.Query;
using LuceneTermQuery = Lucene.Net.Search.TermQuery;

namespace Search.Engine.LuceneNet;

/// <summary>From our query tree to Lucene's.</summary>
internal sealed class QueryTranslator
{
    private const int MaxExpansions = 64;

    private readonly IndexReader _reader;
    private readonly IReadOnlyList<string> _fields;

    /// <param name="reader">The generation asked: which forms of a word occur in it decides what is looked for.</param>
    public QueryTranslator(IndexReader reader)
        : this(reader, IndexFields.TextFields)
    {
    }

    private QueryTranslator(IndexReader reader, IReadOnlyList<string> fields)
    {
        _reader = reader;
        _fields = fields;
    }

    public LuceneQuery Translate(Query query) => query switch
    {
        AllQuery => new MatchAllDocsQuery(),
        WordsQuery words => Words(words.Text),
        TermQuery term => Words(term.Text),
        PhraseQuery phrase => InEachField(field => Phrase(field, phrase.Text)),
        NearQuery near => InEachField(field => Near(field, near)),
        PrefixQuery prefix => Prefix(prefix.Text),
        FuzzyQuery fuzzy => Fuzzy(fuzzy),
        NumberQuery number => Number(number.Key),
        RangeQuery range => FilterTranslator.Range(range.Column, range.From, range.To),
        FieldQuery field => Field(field),
        BoostQuery boost => Boosted(Translate(boost.Inner), (float)boost.Factor),
        OptionalQuery optional => Translate(optional.Inner),
        NotQuery not => Without(not),
        AndQuery and => Joined(and.Clauses, Occur.MUST),
        OrQuery or => Joined(or.Clauses, Occur.SHOULD),
        _ => throw new NotSupportedException($"No translation for {query.GetType().Name}."),
    };

    private static LuceneQuery Nothing() => new BooleanQuery();

    private static ConstantScoreQuery Number(string key) =>
        new(new LuceneTermQuery(new Term(FieldNames.NumberKey, key))) { Boost = Bm25F.NumberScore };

    private BooleanQuery Without(NotQuery not) =>
        new() { { new MatchAllDocsQuery(), Occur.MUST }, { new QueryTranslator(_reader).Translate(not.Inner), Occur.MUST_NOT } };

    private static LuceneQuery Boosted(LuceneQuery query, float factor)
    {
        query.Boost *= factor;
        return query;
    }

    private BooleanQuery Joined(IReadOnlyList<Query> clauses, Occur occur)
    {
        var joined = new BooleanQuery(disableCoord: true);
        foreach (var clause in clauses)
        {
            if (clause is NotQuery not)
            {
                joined.Add(Translate(not.Inner), Occur.MUST_NOT);
            }
            else
            {
                joined.Add(Translate(clause), clause is OptionalQuery ? Occur.SHOULD : occur);
            }
        }

        if (joined.Clauses.All(clause => clause.Occur == Occur.MUST_NOT))
        {
            joined.Add(new MatchAllDocsQuery(), Occur.MUST);
        }

        return joined;
    }

    private LuceneQuery Field(FieldQuery field)
    {
        if (IndexFields.TextFields.Contains(field.Field, StringComparer.Ordinal))
        {
            return new QueryTranslator(_reader, [field.Field]).Translate(field.Inner);
        }

        if (!IndexFields.KeywordColumns.Contains(field.Field, StringComparer.Ordinal))
        {
            return Nothing();
        }

        var value = field.Inner switch
        {
            TermQuery term => term.Text,
            PhraseQuery phrase => phrase.Text,
            WordsQuery words => words.Text,
            _ => field.Inner.ToString() ?? "",
        };
        return new ConstantScoreQuery(FilterTranslator.Keyword(field.Field, [value]));
    }

    /// <summary>Any of the syllables, and the compounds of adjacent ones.</summary>
    private LuceneQuery Words(string text)
    {
        var features = WordFeatures.Of(text, _reader, _fields);
        return features.Count == 0 ? Nothing() : new Bm25FQuery(features, _fields);
    }

    private BooleanQuery InEachField(Func<string, LuceneQuery> make)
    {
        var any = new BooleanQuery(disableCoord: true);
        foreach (var field in _fields)
        {
            any.Add(make(field), Occur.SHOULD);
        }

        return any;
    }

    private static IEnumerable<string> PhraseTerms(string text) => FieldAnalyzer.Shared.Analyze(text)
        .Select(token => string.Equals(token.Exact, token.Folded, StringComparison.Ordinal)
            ? Terms.Folded(token.Folded)
            : token.Exact);

    private static LuceneQuery Phrase(string field, string text)
    {
        var phrase = new LucenePhraseQuery();
        foreach (var term in PhraseTerms(text))
        {
            phrase.Add(new Term(field, term));
        }

        return phrase.GetTerms().Length == 0 ? Nothing() : phrase;
    }

    private static LuceneQuery Near(string field, NearQuery near)
    {
        var spans = PhraseTerms(near.Text).Select(term => (SpanQuery)new SpanTermQuery(new Term(field, term))).ToArray();
        return spans.Length switch
        {
            0 => Nothing(),
            1 => spans[0],
            _ => new SpanNearQuery(spans, near.Distance, inOrder: false),
        };
    }

    private LuceneQuery Prefix(string text)
    {
        var tokens = FieldAnalyzer.Shared.Analyze(text);
        if (tokens.Count == 0)
        {
            return Nothing();
        }

        var last = Terms.Folded(tokens[^1].Folded);
        var prefix = InEachField(field => new LucenePrefixQuery(new Term(field, last)));
        if (tokens.Count == 1)
        {
            return prefix;
        }

        return new BooleanQuery { { Words(text[..tokens[^2].End]), Occur.MUST }, { prefix, Occur.MUST } };
    }

    private LuceneQuery Fuzzy(FuzzyQuery fuzzy)
    {
        var tokens = FieldAnalyzer.Shared.Analyze(fuzzy.Text);
        if (tokens.Count == 0)
        {
            return Nothing();
        }

        var distance = Math.Clamp(fuzzy.Distance, 1, LuceneFuzzyQuery.DefaultMaxEdits);
        return InEachField(field => new LuceneFuzzyQuery(
            new Term(field, Terms.Folded(tokens[0].Folded)), distance, prefixLength: 1, MaxExpansions, transpositions: false));
    }
}
