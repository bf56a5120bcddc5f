using Search.Text;

namespace Search.Engine;

/// <summary>
/// One search for documents, from request to page. The query is true or false of a document as a whole: AND, minus,
/// phrases and filters look at all of its passages. What matches is decided first, by one rule, for every order, limit,
/// facet and feed alike; then the matches are ranked by <see cref="DocumentFeature"/>. Documents that share words with the
/// query and do not match are weak: they follow the matches where the order is by relevance, and are counted apart.
/// </summary>
/// <remarks>Longer than most files because matching, evidence and page share the scores of the passages.</remarks>
internal sealed class DocumentRun
{
    private const int FewPassages = 2;

    private readonly Generation _generation;
    private readonly SearchRequest _request;
    private readonly int _offset;
    private readonly CancellationToken _ct;
    private readonly IReadOnlyList<SegmentView> _views;
    private readonly FlatQueries _flat;
    private readonly MatcherBuilder _matchers;
    private readonly DocumentScratch _scratch;
    private readonly float[][] _scores;
    private readonly DocumentSet _live;
    private readonly Dictionary<int, float> _numbers = [];
    private readonly HashSet<int> _mentions = [];
    private readonly Dictionary<Filter, DocumentSet> _carriers = [];
    private readonly Dictionary<Filter, float> _meant = [];
    private readonly List<DocumentSet> _struck = [];
    private QueryProfile? _profile;
    private bool _isExcluding;
    private int _alternatives;
    private WordCoverage? _coverage;
    private MatchRule _rule = MatchRule.All;

    /// <param name="generation">The generation.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="offset">Hits before the page.</param>
    /// <param name="ct">Stops the search.</param>
    /// <param name="scratch">The run's own as long as it lasts.</param>
    /// <param name="isScored">Whether documents are ranked; false where only <see cref="Matching"/> is asked.</param>
    public DocumentRun(Generation generation, SearchRequest request, int offset, CancellationToken ct, DocumentScratch scratch, bool isScored = true)
    {
        (_generation, _request, _offset, _ct) = (generation, request, offset, ct);
        _views = generation.Segments;
        _flat = new FlatQueries(_views, generation.Terms, generation.Abbreviations);
        _matchers = new MatcherBuilder(_views, generation.Terms, generation.Abbreviations);
        _scratch = scratch;
        _scratch.Begin(isScored);
        _scores = isScored ? _scratch.Scores : [];
        _live = generation.LiveDocuments;
    }

    /// <summary>Finds, ranks and shows a page.</summary>
    public SearchPage Execute()
    {
        var (matched, weak, wishes, evidence) = Find();
        var matches = Fill(_scratch.Matches, matched);
        evidence.Read(matches);
        var end = _offset + _request.Limit;
        var order = Order(evidence, wishes, _request.Sort, hasScores: _profile is not null || _numbers.Count > 0);
        var hits = Hits(order, evidence, matches, weak, end);
        var shown = matches.Count + (IsWeakShown ? weak.Count : 0);
        var next = shown > end && end + _request.Limit <= SearchRequest.MaxWindow
            ? Cursor.Write(_generation.Revision, end, _request)
            : null;
        return new SearchPage(
            hits, new TotalHits(matches.Count, TotalRelation.Equal), Facets(evidence, matches), next, _generation.Revision)
        {
            Rule = _rule,
            Weak = weak.Count,
        };
    }

    // Matches come first: who shows enough of them looks at none of the weak.
    private List<SearchHit> Hits(DocumentOrder order, DocumentEvidence evidence, List<int> matches, DocumentSet weak, int end)
    {
        var hits = new List<SearchHit>(Math.Min(_request.Limit, matches.Count + weak.Count));
        var first = order.First(matches, end);
        for (var i = _offset; i < first.Count; i++)
        {
            hits.Add(Hit(order.Ranked(first[i], isMatch: true)));
        }

        if (!IsWeakShown || first.Count == end)
        {
            return hits;
        }

        var documents = Fill(_scratch.Weak, weak);
        evidence.Read(documents);
        var others = order.First(documents, end - first.Count);
        for (var i = Math.Max(0, _offset - first.Count); i < others.Count; i++)
        {
            hits.Add(Hit(order.Ranked(others[i], isMatch: false)));
        }

        return hits;
    }

    private bool IsWeakShown => _request.IncludeWeak && _request.Sort == SortOrder.Relevance;

    /// <summary>Those of some documents that match, as <see cref="Execute"/> decides it, without ranking any.</summary>
    public IReadOnlySet<string> Matching(IReadOnlyCollection<string> groups)
    {
        var matched = Matches(_request.Query, scored: false);
        var bits = _generation.Allowed(_request.Filters);
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var s = 0; s < _views.Count; s++)
        {
            foreach (var group in groups)
            {
                var own = _views[s].Segment.Documents.Find(group);
                if (own < 0 || !matched[_generation.Groups.Of(s, own)])
                {
                    continue;
                }

                foreach (var doc in _views[s].Segment.Documents.Passages(own))
                {
                    if (bits is null || (bits[s][doc >> 6] >> (doc & 63) & 1) != 0)
                    {
                        found.Add(group);
                        break;
                    }
                }
            }
        }

        return found;
    }

    /// <summary>The features of the best documents, for learning their weights.</summary>
    internal List<(string Key, float[] Features, bool IsMatch)> Measured()
    {
        var (matched, weak, wishes, evidence) = Find();
        var found = Fill([], Copy(matched).Or(weak));
        evidence.Read(found);
        var order = Order(evidence, wishes, SortOrder.Relevance, hasScores: true);
        var measured = new List<(string, float[], bool)>(found.Count);
        foreach (var document in found)
        {
            var ranked = order.Ranked(document, matched[document]);
            measured.Add((KeyOf(ranked), ranked.Features, ranked.IsMatch));
        }

        return measured;
    }

    // Documents that may be found, as matches or as weak ones: what a minus strikes out is neither.
    private DocumentSet Filtered()
    {
        var filtered = Allowed(_generation.Allowed(_request.Filters));
        return _struck.Count == 0 ? filtered : Copy(filtered).Without(_struck.Aggregate((one, other) => one.Or(other)));
    }

    // What matches, what is weak, and where the best passages of both are read.
    private (DocumentSet Matched, DocumentSet Weak, WishBits Wishes, DocumentEvidence Evidence) Find()
    {
        var matched = Matches(_request.Query, scored: true);
        var filtered = Filtered();
        matched.And(filtered);
        var wishes = new WishBits(_generation, _request.Wishes);
        var weak = Copy(_scratch.Scored);
        foreach (var dated in wishes.Dates)
        {
            weak.Or(_generation.DocumentsOf(dated));
        }

        weak.And(filtered).Without(matched);
        if (_profile is { Length: >= RankingConstants.ShortestQuestion } question && _generation.Options.Rerank)
        {
            Rerank(question);
        }

        _ct.ThrowIfCancellationRequested();
        _scratch.Evidence.Begin(filtered, wishes);
        return (matched, weak, wishes, _scratch.Evidence);
    }

    private static List<int> Fill(List<int> list, DocumentSet set)
    {
        list.Clear();
        foreach (var document in set)
        {
            list.Add(document);
        }

        return list;
    }

    // Documents with a passage that may be found; not to be changed.
    private DocumentSet Allowed(ulong[][]? bits) => bits is null || _generation.IsLive(bits) ? _live : _generation.DocumentsOf(bits);

    private int Document(int segment, int doc) => _generation.Groups.Of(segment, _views[segment].Segment.Documents.Of(doc));

    private DocumentSet Matches(Query query, bool scored)
    {
        _ct.ThrowIfCancellationRequested();
        switch (query)
        {
            case AllQuery:
                return Copy(_live);
            case WordsQuery words:
                return WithAround(Words(words, isNumber: false, scored), words);
            case NumberQuery number:
                return Number(number, scored);
            case BoostQuery boost:
                return Matches(boost.Inner, scored);
            case OptionalQuery wish:
                _alternatives++;
                Matches(wish.Inner, scored);
                _alternatives--;
                return Copy(_live);
            case NotQuery not:
                return Copy(_live).Without(Excluded(not, scored));
            case AndQuery and:
                return All(and, scored);
            case OrQuery or:
                return Any(or, scored);
            default:
                return WithAround(Passages(query, scored), query);
        }
    }

    private DocumentSet WithAround(DocumentSet set, Query query)
    {
        for (var s = 0; _isExcluding && s < _views.Count; s++)
        {
            foreach (var doc in _matchers.Around(query, s))
            {
                if (_views[s].IsLive(doc))
                {
                    set.Add(Document(s, doc));
                }
            }
        }

        return set;
    }

    // What stands around the passages of a document strikes it out, too.
    private DocumentSet Excluded(NotQuery not, bool scored)
    {
        var before = _isExcluding;
        _isExcluding = true;
        var excluded = Matches(not.Inner, scored: false);
        _isExcluding = before;
        if (scored && _alternatives == 0)
        {
            _struck.Add(excluded);
        }

        return excluded;
    }

    private DocumentSet All(AndQuery and, bool scored)
    {
        var set = Copy(_live);
        foreach (var clause in and.Clauses)
        {
            set.And(Matches(clause, scored));
        }

        return set;
    }

    private DocumentSet Any(OrQuery or, bool scored)
    {
        var set = new DocumentSet(_live.Size);
        var numbers = or.Clauses.OfType<NumberQuery>().ToList();
        _alternatives++;
        foreach (var clause in or.Clauses)
        {
            // "Chỉ thị 04" is a number in words: what holds its words apart from one another is no match.
            set.Or(clause is WordsQuery words && numbers.Count > 0 && FieldAnalyzer.Shared.Analyze(words.Text).Count <= WordCoverage.MostWords
                ? Words(words, isNumber: true, scored)
                : Matches(clause, scored));
        }

        _alternatives--;
        return set;
    }

    private DocumentSet Words(WordsQuery words, bool isNumber, bool scored)
    {
        var lists = _flat.Compile(words);
        if (_flat.Profile is not { } profile)
        {
            return new DocumentSet(_live.Size);
        }

        var coverage = Coverage(profile, words.Meanings);
        if (scored)
        {
            foreach (var meaning in words.Meanings.Where(IsWished))
            {
                _meant[meaning.Condition] = FieldAnalyzer.Shared.Analyze(meaning.Words).Count / (float)Math.Max(1, profile.Length);
            }

            _profile ??= profile;
            _coverage ??= coverage;
            Score(lists);
        }

        var matches = coverage.Matches(_live, isNumber, out var rule);
        if (rule == MatchRule.Most && scored)
        {
            _rule = rule;
        }

        return matches;
    }

    private void Score(List<ScoredList> lists)
    {
        for (var s = 0; s < _views.Count; s++)
        {
            _scratch.Scorer.Run(_views[s].Segment, s, lists, _scores[s]);
            foreach (var term in lists.SelectMany(list => list.Lists[s]))
            {
                _generation.Holders[s].Add(term, _scratch.Scored);
            }
        }
    }

    private WordCoverage Coverage(QueryProfile profile, IReadOnlyList<WordsMeaning> meanings) => new(
        _generation, profile, meanings.Where(IsWished).Select(meaning => (meaning, Carriers(meaning.Condition))), _scratch.Coverage());

    // Whoever asks verbatim wishes for nothing.
    private bool IsWished(WordsMeaning meaning) => _request.Wishes.Contains(meaning.Condition);

    private DocumentSet Carriers(Filter condition)
    {
        if (!_carriers.TryGetValue(condition, out var carriers))
        {
            _carriers[condition] = carriers = Allowed(_generation.Allowed([condition]));
        }

        return carriers;
    }

    private DocumentSet Number(NumberQuery number, bool scored)
    {
        var set = new DocumentSet(_live.Size);

        // Figures, type and organ: the whole number. "04-CT" and "30.nd" are parts of one.
        var isWhole = number.Key.Count(c => c == '.') >= 2 && !char.IsAsciiDigit(number.Key[^1]);
        var term = _generation.Terms.Number(number.Key);
        for (var s = 0; s < _views.Count; s++)
        {
            foreach (var list in term.Lists[s])
            {
                foreach (var doc in _views[s].Segment.Postings(list).Docs)
                {
                    var document = Document(s, doc);
                    set.Add(document);
                    if (scored)
                    {
                        _numbers[document] = Math.Max(_numbers.GetValueOrDefault(document), isWhole ? 1f : 0.5f);
                    }
                }
            }
        }

        if (scored)
        {
            AddMentions(number);
        }

        return set.And(_live);
    }

    // Documents in whose text the parts of the number follow one another.
    private void AddMentions(NumberQuery number)
    {
        var parts = number.Key.Split('.');
        HashSet<int>? holders = null;
        for (var i = 0; i + 1 < parts.Length; i++)
        {
            var own = new HashSet<int>();
            foreach (var first in i == 0 ? [parts[0], $"0{parts[0]}"] : (IEnumerable<string>)[parts[i]])
            {
                var lists = _generation.Terms.PairSpellings(first, parts[i + 1]).Lists;
                for (var s = 0; s < lists.Length; s++)
                {
                    foreach (var doc in lists[s].SelectMany(list => _views[s].Segment.Postings(list).Docs.ToArray()))
                    {
                        own.Add(Document(s, doc));
                    }
                }
            }

            if (holders is null)
            {
                holders = own;
            }
            else
            {
                holders.IntersectWith(own);
            }
        }

        _mentions.UnionWith(holders ?? []);
    }

    // Phrases, near words, fields, prefixes: what a passage holds its document holds.
    private DocumentSet Passages(Query query, bool scored)
    {
        var set = new DocumentSet(_live.Size);
        for (var s = 0; s < _views.Count; s++)
        {
            var matcher = _matchers.Build(query, s);
            var seen = 0;
            for (var doc = matcher.Advance(0); doc != Matcher.NoMore; doc = matcher.Advance(doc + 1))
            {
                if ((++seen & 0x3FF) == 0)
                {
                    _ct.ThrowIfCancellationRequested();
                }

                if (!_views[s].IsLive(doc) || !matcher.Confirm())
                {
                    continue;
                }

                set.Add(Document(s, doc));
                if (scored)
                {
                    var score = matcher.Score();
                    _scores[s][doc] += score;
                    if (score > 0)
                    {
                        _scratch.Scored.Add(Document(s, doc));
                    }
                }
            }
        }

        if (scored && _profile is null && WordsOf(query) is { } words)
        {
            _flat.Compile(new WordsQuery(words));
            _profile = _flat.Profile;
            _coverage = _profile is null ? null : Coverage(_profile, []);
        }

        return set;
    }

    private static string? WordsOf(Query query) => query switch
    {
        PhraseQuery phrase => phrase.Text,
        NearQuery near => near.Text,
        TermQuery term => term.Text,
        FieldQuery field => WordsOf(field.Inner),
        _ => null,
    };

    private static DocumentSet Copy(DocumentSet set) => new DocumentSet(set.Size).Or(set);

    private void Rerank(QueryProfile question)
    {
        var heap = new TopHeap(_views, RankingConstants.RerankDepth);
        for (var s = 0; s < _views.Count; s++)
        {
            var scores = _scores[s].AsSpan(0, _views[s].Segment.Docs);
            for (var doc = 0; doc < scores.Length; doc++)
            {
                if (scores[doc] > 0 && scores[doc] >= heap.Threshold && _views[s].IsLive(doc))
                {
                    heap.Offer(scores[doc], s, doc);
                }
            }
        }

        var best = heap.Sorted();
        Reranker.Apply(_views, question, best);
        foreach (var passage in best)
        {
            _scores[passage.Segment][passage.Doc] = passage.Score;
        }
    }

    private DocumentOrder Order(DocumentEvidence evidence, WishBits wishes, SortOrder sort, bool hasScores) => new(
        _views, evidence, wishes, sort, hasScores, new DocumentMeasure(_views, evidence, wishes, _profile, _coverage)
        {
            Numbers = _numbers,
            Mentions = _mentions,
            Meanings = [.. _meant.Select(meant => (Carriers(meant.Key), meant.Value))],
        });

    private string KeyOf(RankedDocument document) => _views[document.Best.Segment].Segment.GroupOf(document.Best.Doc);

    private SearchHit Hit(RankedDocument document)
    {
        var segment = _views[document.Best.Segment].Segment;
        return new SearchHit(
            segment.IdOf(document.Best.Doc), KeyOf(document), document.Score, Shown(document),
            _request.Explain ? DocumentScore.Explain(document, _request.Query) : null)
        {
            IsWeak = !document.IsMatch,
        };
    }

    private List<PassageHit> Shown(RankedDocument document)
    {
        var count = Math.Max(1, _request.PassagesPerGroup);
        var passages = new List<ScoredPassage> { document.Best };
        if (count > 1 && document.Second.Score > 0)
        {
            passages.Add(document.Second);
        }

        if (count > FewPassages)
        {
            passages = All(document, count);
        }

        return passages.ConvertAll(passage => new PassageHit(_views[passage.Segment].Segment.IdOf(passage.Doc), passage.Score));
    }

    private List<ScoredPassage> All(RankedDocument document, int count)
    {
        var key = KeyOf(document);
        var heap = new TopHeap(_views, count);
        for (var s = 0; s < _views.Count; s++)
        {
            var segment = _views[s].Segment;
            var own = segment.Documents.Find(key);
            foreach (var doc in own < 0 ? [] : segment.Documents.Passages(own))
            {
                if (_views[s].IsLive(doc) && (_scores[s][doc] > 0 || (s == document.Best.Segment && doc == document.Best.Doc)))
                {
                    heap.Offer(_scores[s][doc], s, doc);
                }
            }
        }

        return heap.Sorted();
    }

    private IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets(DocumentEvidence evidence, List<int> matches) =>
        _request.Facets.Count == 0 ? FacetCounter.None : FacetCounter.Count(_generation, matches.Select(document => evidence.Best(document)), _request.Facets);
}
