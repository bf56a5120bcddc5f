using Search.Text;

namespace Search.Engine;

/// <summary>Builds the matchers of a query tree for one segment at a time.</summary>
internal sealed class MatcherBuilder(IReadOnlyList<SegmentView> views, TermResolver terms, Abbreviations abbreviations)
{
    private readonly FlatQueries _flat = new(views, terms, abbreviations);
    private readonly AroundWords _around = new(views);
    private bool _isPassage;

    /// <summary>A matcher of the whole tree in a segment.</summary>
    public Matcher Build(Query query, int segment) => Build(query, segment, -1);

    /// <summary>The passages that stand for documents which say outside their passages what a part of a query asks for.</summary>
    /// <param name="query">Words, a phrase, a beginning; of alternatives any. Other parts ask for nothing that can stand there.</param>
    /// <param name="segment">The segment.</param>
    public IReadOnlyCollection<int> Around(Query query, int segment) => query switch
    {
        TermQuery term when Written(term.Text) is { } words =>
            [.. _around.Find(term.Text, areNeighbors: true, segment), .. _around.Find(words, areNeighbors: true, segment)],
        TermQuery term => _around.Find(term.Text, areNeighbors: true, segment),
        PhraseQuery phrase => _around.Find(phrase.Text, areNeighbors: true, segment),
        NearQuery near => _around.Find(near.Text, areNeighbors: false, segment),
        WordsQuery words => _around.Find(words.Text, areNeighbors: false, segment),
        PrefixQuery { After: null } prefix => _around.FindPrefix(prefix.Text, segment),
        OrQuery or => [.. or.Clauses.SelectMany(clause => Around(clause, segment))],
        BoostQuery boost => Around(boost.Inner, segment),
        _ => [],
    };

    private Matcher Build(Query query, int segment, int field)
    {
        switch (query)
        {
            case AllQuery:
                return new AllMatcher(views[segment].Segment.Docs);
            case PhraseQuery phrase:
                return Positions(phrase.Text, segment, -1, field);
            case NearQuery near:
                return Positions(near.Text, segment, Math.Max(0, near.Distance), field);
            case TermQuery term when field >= 0 || FieldAnalyzer.Shared.Analyze(term.Text).Count > 1:
                return Positions(term.Text, segment, -1, field);
            case TermQuery term when Written(term.Text) is { } words:
                return new OrMatcher([Positions(term.Text, segment, -1, field), Positions(words, segment, -1, field)]);
            case WordsQuery words when field >= 0:
                return new OrMatcher([.. FieldAnalyzer.Shared.Analyze(words.Text).Select(t => Positions(t.Exact, segment, -1, field))]);
            case FieldQuery inner:
                return Build(inner.Inner, segment, IndexFields.TextFields.ToList().IndexOf(inner.Field) is >= 0 and var f ? f : 99);
            case PassageQuery passage:
                return BuildPassage(passage, segment, field);
            case RangeQuery range:
                return new ArrayMatcher(ColumnFilters.Bits(views[segment].Segment, new RangeFilter(range.Column, range.From, range.To)), []);
            case AndQuery and:
                return BuildAnd(and, segment, field);
            case OrQuery either when field >= 0 || !FlatQueries.IsFlat(either):
                return new OrMatcher([.. either.Clauses.Select(clause => Build(clause, segment, field))]);
            case NotQuery:
                return BuildAnd(new AndQuery([query]), segment, field);
            case OptionalQuery:
                return BuildAnd(new AndQuery([query]), segment, field);
            case BoostQuery boost:
                return new ScaledMatcher(Build(boost.Inner, segment, field), (float)boost.Factor);
            default:
                return Scored(_flat.Compile(query), segment);
        }
    }

    // An abbreviation is itself or its words one after the other, never one of them alone.
    private string? Written(string term)
    {
        List<FieldToken> replaced = [];
        var words = abbreviations.Expand(term, FieldAnalyzer.Shared.Analyze(term), [], replaced);
        return replaced.Count == 0 ? null : string.Join(' ', words.Select(word => word.Exact));
    }

    private ArrayMatcher Scored(List<ScoredList> lists, int segment)
    {
        var own = views[segment].Segment;
        var scores = new float[own.Docs];
        var touched = new ulong[own.Ranges];
        ExhaustiveScorer.Run(own, segment, lists, scores, touched);
        return new ArrayMatcher(touched, scores);
    }

    private AndMatcher BuildAnd(AndQuery and, int segment, int field)
    {
        var required = new List<Matcher>();
        var optional = new List<Matcher>();
        var excluded = new List<Matcher>();
        foreach (var clause in and.Clauses)
        {
            if (clause is NotQuery not)
            {
                excluded.Add(Build(not.Inner, segment, field));
                if (!_isPassage && field < 0)
                {
                    excluded.Add(BuildAround(not.Inner, segment));
                }
            }
            else if (clause is OptionalQuery wish)
            {
                optional.Add(Build(wish.Inner, segment, field));
            }
            else
            {
                required.Add(Build(clause, segment, field));
            }
        }

        if (required.Count == 0)
        {
            required.Add(new AllMatcher(views[segment].Segment.Docs));
        }

        return new AndMatcher(required, optional, excluded);
    }

    // What is asked of one passage asks nothing of what stands around all of them.
    private Matcher BuildPassage(PassageQuery passage, int segment, int field)
    {
        var before = _isPassage;
        _isPassage = true;
        var matcher = Build(passage.Inner, segment, field);
        _isPassage = before;
        return matcher;
    }

    private ArrayMatcher BuildAround(Query query, int segment)
    {
        var bits = new ulong[views[segment].Segment.Ranges];
        foreach (var doc in Around(query, segment))
        {
            bits[doc >> 6] |= 1UL << (doc & 63);
        }

        return new ArrayMatcher(bits, []);
    }

    private Matcher Positions(string text, int segment, int distance, int field)
    {
        var tokens = FieldAnalyzer.Shared.Analyze(text);
        if (tokens.Count == 0)
        {
            return new ArrayMatcher([], []);
        }

        var own = views[segment].Segment;
        var plain = tokens.TrueForAll(t => string.Equals(t.Exact, t.Folded, StringComparison.Ordinal));
        var slots = tokens.ConvertAll(token => Slot(token, plain));
        var scoring = _flat.Compile(new WordsQuery(text))
            .Where(list => list.Lists[segment].Length > 0)
            .Select(list => new SpellingMatcher(own, list.Lists[segment], list.Weight))
            .ToArray();
        return new PositionMatcher(own, Candidates(tokens, slots, plain, segment, distance), [.. slots.Select(slot => slot.SelectMany(term => term.Forms).ToArray())], scoring, distance, field);
    }

    // Neighbors in a phrase are compounds, which are rarer than their syllables by far.
    private Matcher Candidates(List<FieldToken> tokens, List<ResolvedTerm[]> slots, bool anySpelling, int segment, int distance)
    {
        if (distance >= 0 || tokens.Count == 1)
        {
            var words = slots.ConvertAll(slot => Spellings(slot, segment));
            return words.Count == 1 ? words[0] : new AndMatcher(words, [], []);
        }

        var pairs = new List<SpellingMatcher>();
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            var (first, second) = (tokens[i], tokens[i + 1]);
            pairs.Add(Spellings(
                anySpelling
                    ? [terms.PairSpellings(first.Folded, second.Folded)]
                    : from one in FormsOf(first)
                      from other in FormsOf(second)
                      select terms.Pair(first.Folded, one, second.Folded, other),
                segment));
        }

        return pairs.Count == 1 ? pairs[0] : new AndMatcher(pairs, [], []);
    }

    private SpellingMatcher Spellings(IEnumerable<ResolvedTerm> found, int segment) =>
        new(views[segment].Segment, [.. found.SelectMany(term => term.Lists[segment])], 0);

    // Within a phrase a word typed with accents also matches its form without them.
    private ResolvedTerm[] Slot(FieldToken token, bool anySpelling) => anySpelling
        ? [terms.Spellings(token.Folded)]
        : Array.ConvertAll(FormsOf(token), form => terms.Exact(token.Folded, form));

    private static string[] FormsOf(in FieldToken token) =>
        string.Equals(token.Exact, token.Folded, StringComparison.Ordinal) ? [token.Exact] : [token.Exact, token.Folded];
}
