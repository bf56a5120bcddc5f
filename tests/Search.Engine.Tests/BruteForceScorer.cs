using Search.Text;

namespace Search.Engine.Tests;

/// <summary>Scores every entry by the written-down formula, from the text, with no index at all.</summary>
internal sealed class BruteForceScorer
{
    private readonly List<Doc> _docs;

    private readonly Dictionary<string, List<(int Doc, byte Impact)>> _postings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _spellings = new(StringComparer.Ordinal);

    public BruteForceScorer(IEnumerable<IndexEntry> entries)
    {
        _docs = [.. entries.Select(entry => new Doc(entry))];
        for (var d = 0; d < _docs.Count; d++)
        {
            foreach (var (term, impact) in _docs[d].Impacts)
            {
                if (!_postings.TryGetValue(term, out var own))
                {
                    _postings[term] = own = [];
                }

                own.Add((d, impact));
            }

            foreach (var token in _docs[d].Fields.SelectMany(f => f))
            {
                if (!_spellings.TryGetValue(token.Folded, out var own))
                {
                    _spellings[token.Folded] = own = new SortedSet<string>(StringComparer.Ordinal);
                }

                own.Add(token.Exact);
            }
        }
    }

    /// <summary>Every match with its score.</summary>
    public Dictionary<string, double> Search(Query query) =>
        Matches(query).ToDictionary(m => _docs[m.Key].Id, m => m.Value, StringComparer.Ordinal);

    private Dictionary<int, double> Matches(Query query) => query switch
    {
        WordsQuery words => Words(words.Text),
        TermQuery term => Words(term.Text),
        PhraseQuery phrase => Placed(phrase.Text, -1),
        NearQuery near => Placed(near.Text, near.Distance),
        BoostQuery boost => Matches(boost.Inner).ToDictionary(m => m.Key, m => m.Value * boost.Factor),
        OrQuery or => or.Clauses.SelectMany(c => Matches(c)).GroupBy(m => m.Key).ToDictionary(g => g.Key, g => g.Sum(m => m.Value)),
        AndQuery and => And(and),
        _ => throw new NotSupportedException(query.ToString()),
    };

    private Dictionary<int, double> And(AndQuery and)
    {
        Dictionary<int, double>? required = null;
        foreach (var clause in and.Clauses.Where(c => c is not (NotQuery or OptionalQuery)))
        {
            var own = Matches(clause);
            required = required is null ? own : required.Where(m => own.ContainsKey(m.Key)).ToDictionary(m => m.Key, m => m.Value + own[m.Key]);
        }

        foreach (var not in and.Clauses.OfType<NotQuery>())
        {
            foreach (var doc in Matches(not.Inner).Keys)
            {
                required!.Remove(doc);
            }
        }

        foreach (var optional in and.Clauses.OfType<OptionalQuery>())
        {
            foreach (var (doc, score) in Matches(optional.Inner))
            {
                if (required!.ContainsKey(doc))
                {
                    required[doc] += score;
                }
            }
        }

        return required!;
    }

    private static List<FieldToken> Tokens(string text) => FieldAnalyzer.Shared.Analyze(text);

    private static bool IsPlain(List<FieldToken> tokens) =>
        tokens.TrueForAll(t => string.Equals(t.Exact, t.Folded, StringComparison.Ordinal));

    private Dictionary<int, double> Words(string text)
    {
        var tokens = Tokens(text);
        var anySpelling = IsPlain(tokens);
        var scores = new Dictionary<int, double>();
        foreach (var group in tokens.GroupBy(t => t.Exact, StringComparer.Ordinal))
        {
            AddSyllable(scores, group.First(), group.Count(), anySpelling);
        }

        foreach (var group in tokens.Zip(tokens.Skip(1)).GroupBy(p => (p.First.Exact, p.Second.Exact)))
        {
            AddPair(scores, group.First(), group.Count() * RankingConstants.CompoundWeight, anySpelling);
        }

        return scores;
    }

    private void AddSyllable(Dictionary<int, double> scores, FieldToken token, double weight, bool anySpelling)
    {
        if (anySpelling || Frequency(Exact(token)) == 0)
        {
            Add(scores, AllSpellings(token), weight, null);
            return;
        }

        Add(scores, [Exact(token)], weight, null);
        if (IsBare(token))
        {
            return;
        }

        if (Frequency(Bare(token)) <= Frequency(Exact(token)) * RankingConstants.PlainFormShare)
        {
            Add(scores, [Bare(token)], weight * RankingConstants.PlainFormWeight, Idf(Frequency(Exact(token))));
        }
    }

    private void AddPair(Dictionary<int, double> scores, (FieldToken First, FieldToken Second) pair, double weight, bool anySpelling)
    {
        var (first, second) = pair;
        var firstAny = anySpelling || Frequency(Exact(first)) == 0;
        var secondAny = anySpelling || Frequency(Exact(second)) == 0;
        if (firstAny && secondAny)
        {
            var all = from a in AllSpellings(first) from b in AllSpellings(second) select a + " " + b;
            Add(scores, [.. all], weight, null);
            return;
        }

        var exact = Exact(first) + " " + Exact(second);
        Add(scores, [exact], weight, null);
        var firstPlain = firstAny || IsBare(first) ? null : Bare(first);
        var secondPlain = secondAny || IsBare(second) ? null : Bare(second);
        if (firstPlain is null && secondPlain is null)
        {
            return;
        }

        var plain = (firstPlain ?? Exact(first)) + " " + (secondPlain ?? Exact(second));
        var idf = Frequency(exact) > 0 ? Idf(Frequency(exact)) : Idf(Frequency(plain));
        Add(scores, [plain], weight * RankingConstants.PlainFormWeight, idf);
    }

    private void Add(Dictionary<int, double> scores, string[] terms, double weight, double? idf)
    {
        var sum = terms.Sum(Frequency);
        if (sum == 0)
        {
            return;
        }

        idf ??= Idf(sum);
        var impacts = new Dictionary<int, byte>();
        foreach (var term in terms)
        {
            foreach (var (doc, impact) in _postings.GetValueOrDefault(term) ?? [])
            {
                impacts[doc] = SpellingUnion.Join(impacts.GetValueOrDefault(doc), impact);
            }
        }

        var step = RankingConstants.Step((float)weight * (float)idf.Value / RankingConstants.ImpactLevels);
        foreach (var (doc, impact) in impacts)
        {
            scores[doc] = scores.GetValueOrDefault(doc) + (impact * (double)step);
        }
    }

    private Dictionary<int, double> Placed(string text, int distance)
    {
        var tokens = Tokens(text);
        var anySpelling = IsPlain(tokens);
        var scores = Words(text);
        var found = new Dictionary<int, double>();
        for (var d = 0; d < _docs.Count; d++)
        {
            if (_docs[d].Fields.Exists(field => IsPlaced(field, tokens, anySpelling, distance)))
            {
                found[d] = scores.GetValueOrDefault(d);
            }
        }

        return found;
    }

    private static bool IsPlaced(List<FieldToken> field, List<FieldToken> words, bool anySpelling, int distance)
    {
        for (var start = 0; start < field.Count; start++)
        {
            if (distance < 0)
            {
                if (start + words.Count <= field.Count && words.Select((w, i) => Fits(field[start + i], w, anySpelling)).All(x => x))
                {
                    return true;
                }

                continue;
            }

            var window = field.Skip(start).Take(words.Count + distance).ToList();
            if (words.TrueForAll(w => window.Exists(t => Fits(t, w, anySpelling))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Fits(FieldToken token, FieldToken word, bool anySpelling) =>
        anySpelling
            ? string.Equals(token.Folded, word.Folded, StringComparison.Ordinal)
            : string.Equals(token.Exact, word.Exact, StringComparison.Ordinal) || string.Equals(token.Exact, word.Folded, StringComparison.Ordinal);

    private static string Exact(FieldToken token) => token.Exact;

    private static string Bare(FieldToken token) => token.Folded;

    private static bool IsBare(FieldToken token) => string.Equals(token.Exact, token.Folded, StringComparison.Ordinal);

    private string[] AllSpellings(FieldToken token) => [.. _spellings.GetValueOrDefault(token.Folded) ?? []];

    private long Frequency(string term) => _postings.GetValueOrDefault(term)?.Count ?? 0;

    private double Idf(long frequency) => InverseFrequency.Of(_docs.Count, frequency);

    private sealed class Doc
    {
        public Doc(IndexEntry entry)
        {
            Id = entry.Id;
            Fields = [.. IndexFields.TextFields.Select(f => Tokens(entry.Text.GetValueOrDefault(f) ?? ""))];
            var frequencies = new Dictionary<string, float>(StringComparer.Ordinal);
            var factors = new float[Fields.Count];
            Impact.Factors([.. Fields.Select(f => f.Count)], factors);
            for (var f = 0; f < Fields.Count; f++)
            {
                var factor = factors[f];
                for (var i = 0; i < Fields[f].Count; i++)
                {
                    Count(Fields[f][i].Exact, factor);
                    if (i > 0)
                    {
                        Count(Fields[f][i - 1].Exact + " " + Fields[f][i].Exact, factor);
                    }
                }
            }

            Impacts = frequencies.ToDictionary(f => f.Key, f => Impact.Quantize(f.Value), StringComparer.Ordinal);

            void Count(string term, float factor) => frequencies[term] = frequencies.GetValueOrDefault(term) + factor;
        }

        public string Id { get; }

        public List<List<FieldToken>> Fields { get; }

        public Dictionary<string, byte> Impacts { get; }
    }
}
