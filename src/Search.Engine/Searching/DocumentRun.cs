using System.Runtime.InteropServices;
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
    private const int CitedByColumn = 1;
    private const int AuthorityColumn = 2;
    private const int FewPassages = 2;

    private readonly Generation _generation;
    private readonly SearchRequest _request;
    private readonly int _offset;
    private readonly CancellationToken _ct;
    private readonly IReadOnlyList<SegmentView> _views;
    private readonly FlatQueries _flat;
    private readonly MatcherBuilder _matchers;
    private readonly float[][] _scores;
    private readonly DocumentSet _live;
    private readonly Dictionary<int, float> _numbers = [];
    private readonly HashSet<int> _mentions = [];
    private readonly Dictionary<Filter, DocumentSet> _carriers = [];
    private readonly Dictionary<Filter, float> _meant = [];
    private QueryProfile? _profile;
    private WordCoverage? _coverage;
    private MatchRule _rule = MatchRule.All;

    /// <param name="generation">The generation.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="offset">Hits before the page.</param>
    /// <param name="ct">Stops the search.</param>
    /// <param name="isScored">Whether documents are ranked; false where only <see cref="Matching"/> is asked.</param>
    public DocumentRun(Generation generation, SearchRequest request, int offset, CancellationToken ct, bool isScored = true)
    {
        (_generation, _request, _offset, _ct) = (generation, request, offset, ct);
        _views = generation.Segments;
        _flat = new FlatQueries(_views, generation.Terms, generation.Abbreviations);
        _matchers = new MatcherBuilder(_views, generation.Terms, generation.Abbreviations);
        _scores = isScored ? [.. _views.Select(view => new float[view.Segment.Docs])] : [];
        _live = generation.LiveDocuments;
    }

    /// <summary>Finds, ranks and shows a page.</summary>
    public SearchPage Execute()
    {
        var matched = Matches(_request.Query, scored: true);
        var filtered = Allowed(_generation.Allowed(_request.Filters));
        matched.And(filtered);
        var evidence = Evidence(filtered, matched);
        var weak = evidence.Count(document => !document.IsMatch);
        var ordered = Order(evidence);
        var hits = new List<SearchHit>(_request.Limit);
        var end = _offset + _request.Limit;
        for (var i = _offset; i < Math.Min(end, ordered.Count); i++)
        {
            hits.Add(Hit(ordered[i]));
        }

        var next = ordered.Count > end && end + _request.Limit <= SearchRequest.MaxWindow
            ? Cursor.Write(_generation.Revision, end, _request)
            : null;
        return new SearchPage(
            hits, new TotalHits(evidence.Count - weak, TotalRelation.Equal), Facets(evidence), next, _generation.Revision)
        {
            Rule = _rule,
            Weak = weak,
        };
    }

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
        var matched = Matches(_request.Query, scored: true);
        var filtered = Allowed(_generation.Allowed(_request.Filters));
        matched.And(filtered);
        return Evidence(filtered, matched).ConvertAll(document => (KeyOf(document), document.Features, document.IsMatch));
    }

    private DocumentSet Allowed(ulong[][]? bits)
    {
        var set = new DocumentSet(_generation.Groups.Count);
        for (var s = 0; s < _views.Count; s++)
        {
            var segment = _views[s].Segment;
            for (var doc = 0; doc < segment.Docs; doc++)
            {
                if (bits is null || (bits[s][doc >> 6] >> (doc & 63) & 1) != 0)
                {
                    set.Add(Document(s, doc));
                }
            }
        }

        return set;
    }

    private int Document(int segment, int doc) => _generation.Groups.Of(segment, _views[segment].Segment.Documents.Of(doc));

    private DocumentSet Matches(Query query, bool scored)
    {
        _ct.ThrowIfCancellationRequested();
        switch (query)
        {
            case AllQuery:
                return Copy(_live);
            case WordsQuery words:
                return Words(words, isNumber: false, scored);
            case NumberQuery number:
                return Number(number, scored);
            case BoostQuery boost:
                return Matches(boost.Inner, scored);
            case OptionalQuery wish:
                Matches(wish.Inner, scored);
                return Copy(_live);
            case NotQuery not:
                return Copy(_live).Without(Matches(not.Inner, scored: false));
            case AndQuery and:
                return All(and, scored);
            case OrQuery or:
                return Any(or, scored);
            default:
                return Passages(query, scored);
        }
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
        foreach (var clause in or.Clauses)
        {
            // "Chỉ thị 04" is a number in words: what holds its words apart from one another is no match.
            set.Or(clause is WordsQuery words && numbers.Count > 0 && FieldAnalyzer.Shared.Analyze(words.Text).Count <= WordCoverage.MostWords
                ? Words(words, isNumber: true, scored)
                : Matches(clause, scored));
        }

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
            for (var s = 0; s < _views.Count; s++)
            {
                ExhaustiveScorer.Run(_views[s].Segment, s, lists, _scores[s], new ulong[_views[s].Segment.Ranges]);
            }
        }

        var matches = coverage.Matches(_live, isNumber, out var rule);
        if (rule == MatchRule.Most && scored)
        {
            _rule = rule;
        }

        return matches;
    }

    private WordCoverage Coverage(QueryProfile profile, IReadOnlyList<WordsMeaning> meanings) =>
        new(_generation, profile, meanings.Where(IsWished).Select(meaning => (meaning, Carriers(meaning.Condition))));

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
                    _scores[s][doc] += matcher.Score();
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

    private List<RankedDocument> Evidence(DocumentSet filtered, DocumentSet matched)
    {
        if (_profile is { Length: >= RankingConstants.ShortestQuestion } question && _generation.Options.Rerank)
        {
            Rerank(question);
        }

        var wishes = new WishBits(_generation, _request.Wishes);
        var found = new Dictionary<int, RankedDocument>();
        for (var s = 0; s < _views.Count; s++)
        {
            for (var doc = 0; doc < _scores[s].Length; doc++)
            {
                var score = _scores[s][doc];
                var document = Document(s, doc);
                if (!filtered[document] || !_views[s].IsLive(doc) || (score <= 0 && !matched[document] && !wishes.IsDated(s, doc)))
                {
                    continue;
                }

                if (!found.TryGetValue(document, out var own))
                {
                    found[document] = own = new RankedDocument(document, matched[document]);
                }

                own.Offer(new ScoredPassage(score, s, doc), _views);
            }
        }

        var ranked = found.Values.ToList();
        var best = ranked.Count == 0 ? 0 : ranked.Max(document => document.Best.Score);
        var titles = new TitleMatcher(_profile, _coverage?.Meant);
        foreach (var document in ranked)
        {
            Measure(document, best, titles, wishes);
        }

        return ranked;
    }

    private void Rerank(QueryProfile question)
    {
        var heap = new TopHeap(_views, RankingConstants.RerankDepth);
        for (var s = 0; s < _views.Count; s++)
        {
            for (var doc = 0; doc < _scores[s].Length; doc++)
            {
                if (_scores[s][doc] > 0 && _views[s].IsLive(doc))
                {
                    heap.Offer(_scores[s][doc], s, doc);
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

    private void Measure(RankedDocument document, float best, TitleMatcher titles, WishBits wishes)
    {
        var (s, doc) = (document.Best.Segment, document.Best.Doc);
        var segment = _views[s].Segment;
        var features = document.Features;
        var label = segment.Stored.Labels[segment.LabelOf(doc)].Split('\n', 2);
        features[(int)DocumentFeature.Best] = best > 0 ? document.Best.Score / best : 0;
        features[(int)DocumentFeature.Second] = best > 0 ? document.Second.Score / best : 0;
        features[(int)DocumentFeature.Coverage] = _coverage?.Share(document.Number) ?? 0;
        titles.Measure(label.Length > 1 ? label[1] : "", features);
        features[(int)DocumentFeature.Authority] = Math.Max(0, segment.Number(AuthorityColumn, doc)) / 100f;
        features[(int)DocumentFeature.CitedBy] = MathF.Log(1 + Math.Max(0, segment.Number(CitedByColumn, doc)));
        features[(int)DocumentFeature.Present] = wishes.IsPresent(s, doc) ? 1 : 0;
        features[(int)DocumentFeature.Wishes] = wishes.Share(s, doc);
        features[(int)DocumentFeature.Date] = wishes.IsDated(s, doc) ? 1 : 0;
        var number = _numbers.GetValueOrDefault(document.Number);
        features[(int)DocumentFeature.Number] = number >= 1 ? 1 : 0;
        features[(int)DocumentFeature.NumberPart] = number is > 0 and < 1 ? 1 : 0;
        features[(int)DocumentFeature.Meaning] = _meant.Sum(meant => Carriers(meant.Key)[document.Number] ? meant.Value : 0);
        features[(int)DocumentFeature.Mention] = number == 0 && _mentions.Contains(document.Number) ? 1 : 0;
        document.Score = DocumentScore.Of(features, _profile?.Length ?? 0);
    }

    private List<RankedDocument> Order(List<RankedDocument> evidence)
    {
        if (_request.Sort == SortOrder.Relevance)
        {
            var shown = _request.IncludeWeak ? evidence : evidence.FindAll(document => document.IsMatch);
            shown.Sort((a, b) => a.IsMatch != b.IsMatch ? b.IsMatch.CompareTo(a.IsMatch) : CompareScore(a, b));
            return shown;
        }

        var column = _request.Sort == SortOrder.MostCited ? CitedByColumn : 0;
        var matches = evidence.FindAll(document => document.IsMatch)
            .ConvertAll(document => (Key: SortKey(document, column), Document: document));
        matches.Sort((a, b) => a.Key != b.Key ? a.Key.CompareTo(b.Key) : CompareScore(a.Document, b.Document));
        return matches.ConvertAll(match => match.Document);
    }

    private long SortKey(RankedDocument document, int column)
    {
        var number = _views[document.Best.Segment].Segment.Number(column, document.Best.Doc);
        return number == long.MinValue ? long.MaxValue : _request.Sort == SortOrder.Oldest ? number : -number;
    }

    // Equal evidence: the newer one first, then by id. Without words and numbers there is none: present, cited, new.
    private int CompareScore(RankedDocument a, RankedDocument b)
    {
        if (_profile is null && _numbers.Count == 0)
        {
            var (present, cited) = ((int)DocumentFeature.Present, (int)DocumentFeature.CitedBy);
            var order = b.Features[present].CompareTo(a.Features[present]);
            order = order != 0 ? order : b.Features[cited].CompareTo(a.Features[cited]);
            if (order != 0)
            {
                return order;
            }
        }

        if (a.Score != b.Score && (_profile is not null || _numbers.Count > 0))
        {
            return b.Score.CompareTo(a.Score);
        }

        var (first, second) = (DateOf(a), DateOf(b));
        return first != second ? second.CompareTo(first) : IdOrder.Compare(_views, a.Best, b.Best);
    }

    private long DateOf(RankedDocument document) => _views[document.Best.Segment].Segment.Number(0, document.Best.Doc);

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

    private Dictionary<string, IReadOnlyList<FacetValue>> Facets(List<RankedDocument> evidence)
    {
        var facets = new Dictionary<string, IReadOnlyList<FacetValue>>(StringComparer.Ordinal);
        foreach (var name in _request.Facets)
        {
            var column = IndexFields.KeywordColumns.ToList().IndexOf(name);
            var counts = new Dictionary<string, long>(StringComparer.Ordinal);
            foreach (var document in evidence)
            {
                if (!document.IsMatch || column < 0 || _views[document.Best.Segment].Segment.Keyword(column) is not { } values)
                {
                    continue;
                }

                foreach (var value in values.Of(document.Best.Doc))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, values.Values[value], out _)++;
                }
            }

            facets[name] = [.. counts.Select(count => new FacetValue(count.Key, count.Value))
                .OrderByDescending(facet => facet.Count).ThenBy(facet => facet.Value, StringComparer.Ordinal)];
        }

        return facets;
    }
}
