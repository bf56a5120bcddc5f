using Search.Text;

namespace Search.Engine;

/// <summary>
/// The probes of a query tree in one generation. They are wider than the query: what words tell shifts as a collection grows,
/// so thresholds leave room, and what does not occur yet passes at once when it does.
/// </summary>
internal sealed class QueryProbes(Generation generation)
{
    // The collection may change by some percent before probes are made again.
    private const float Room = 0.85f;
    private const float Whole = 0.99f;

    /// <summary>The probes, one of which a document must pass; null where any document may match.</summary>
    public List<Probe>? Of(Query query) => Of(query, isField: false);

    private List<Probe>? Of(Query query, bool isField) => query switch
    {
        WordsQuery words => isField ? Any(words.Text) : Words(words, isNumber: false),
        PhraseQuery phrase => All(phrase.Text, areNeighbors: true),
        NearQuery near => All(near.Text, areNeighbors: false),
        TermQuery term => Term(term.Text, isField),
        NumberQuery number => [new Probe([(Number(number.Key), 1)]) { NeededTogether = 1 }],
        FieldQuery field => Of(field.Inner, isField: true),
        BoostQuery boost => Of(boost.Inner, isField),
        PassageQuery passage => Of(passage.Inner, isField),
        AndQuery and => Strictest(and, isField),
        OrQuery or => Either(or, isField),
        _ => null,
    };

    /// <summary>The feature of a number's key.</summary>
    public static string Number(string key) => "#" + key;

    /// <summary>The feature of a compound.</summary>
    public static string Compound(string first, string second) => $"{first} {second}";

    // One clause that must match is enough to leave documents out by; the one with the most parts leaves out most.
    private List<Probe>? Strictest(AndQuery and, bool isField) =>
        and.Clauses.Select(clause => Of(clause, isField)).OfType<List<Probe>>()
            .OrderBy(probes => probes.Count).ThenByDescending(probes => probes.Count == 0 ? 0 : probes.Min(probe => probe.Parts.Count)).FirstOrDefault();

    private List<Probe>? Either(OrQuery or, bool isField)
    {
        var isNumber = or.Clauses.Any(clause => clause is NumberQuery);
        var all = new List<Probe>();
        foreach (var clause in or.Clauses)
        {
            var probes = clause is WordsQuery words && !isField ? Words(words, isNumber && Tokens(words.Text).Count <= WordCoverage.MostWords) : Of(clause, isField);
            if (probes is null)
            {
                return null;
            }

            all.AddRange(probes);
        }

        return all;
    }

    // A single word outside a field may be an abbreviation, which stands for its words.
    private List<Probe>? Term(string text, bool isField)
    {
        List<FieldToken> replaced = [];
        generation.Abbreviations.Expand(text, Tokens(text), [], replaced);
        return replaced.Count > 0 && !isField ? null : All(text, areNeighbors: true);
    }

    private static List<Probe> Any(string text) =>
        [.. Tokens(text).Select(token => new Probe([(token.Folded, 1)]) { NeededTogether = 1 })];

    private static List<Probe> All(string text, bool areNeighbors)
    {
        var tokens = Tokens(text);
        var parts = tokens.Select(token => (token.Folded, 1f)).Distinct().ToList();
        var words = parts.Count;
        if (areNeighbors)
        {
            parts.AddRange(tokens.Zip(tokens.Skip(1), (first, second) => (Compound(first.Folded, second.Folded), 1f)).Distinct());
        }

        return words == 0 ? [] : [new Probe(parts) { NeededWords = words * Whole, NeededCompounds = (parts.Count - words) * Whole }];
    }

    private List<Probe>? Words(WordsQuery words, bool isNumber)
    {
        var flat = new FlatQueries(generation.Segments, generation.Terms, generation.Abbreviations);
        flat.Compile(words);
        if (flat.Profile is not { } profile)
        {
            return [];
        }

        var (expanded, typed) = Distinct(words.Text);
        var meant = words.Meanings.SelectMany(meaning => Tokens(meaning.Words)).Select(token => token.Folded).ToHashSet(StringComparer.Ordinal);
        var isPlain = Tokens(words.Text).TrueForAll(token => string.Equals(token.Exact, token.Folded, StringComparison.Ordinal));
        var count = Math.Min(typed.Count, profile.Idf.Length);
        var parts = new Dictionary<string, float>(StringComparer.Ordinal);
        var seen = new HashSet<int>();
        var (wordSum, heldWords, compoundSum, heldCompounds, known) = (0f, 0f, 0f, 0f, 0);
        for (var word = 0; word < count; word++)
        {
            var told = profile.Idf[word];
            wordSum += told;
            known += told > 0 ? 1 : 0;
            if (meant.Contains(typed[word].Folded))
            {
                heldWords += told;
                continue;
            }

            var isNew = told == 0 || (!isPlain && !profile.Forms[word].Contains(typed[word].Exact, StringComparer.Ordinal));
            Add(typed[word].Folded, isNew ? float.PositiveInfinity : told);
        }

        for (var i = 0; i + 1 < expanded.Count; i++)
        {
            var (first, second) = (IndexOf(expanded[i]), IndexOf(expanded[i + 1]));
            if (first >= count || second >= count || profile.Pair(first, second) is not (>= 0 and var pair) || !seen.Add(pair))
            {
                continue;
            }

            var told = profile.PairIdf[pair] > 0 && profile.Idf[first] > 0 && profile.Idf[second] > 0 ? WordCoverage.Told(profile, first, second, pair) : 0;
            if (meant.Contains(typed[first].Folded) && meant.Contains(typed[second].Folded))
            {
                compoundSum += told;
                heldCompounds += told;
            }
            else if (Add(Compound(typed[first].Folded, typed[second].Folded), told == 0 ? float.PositiveInfinity : told))
            {
                compoundSum += told;
            }
        }

        if (parts.Count == 0)
        {
            return null;
        }

        var all = new Probe([.. parts.Select(part => (part.Key, part.Value))])
        {
            HeldWords = heldWords,
            HeldCompounds = heldCompounds,
            NeededWords = known <= WordCoverage.MostWords ? wordSum * Whole : float.PositiveInfinity,
            NeededCompounds = compoundSum * WordCoverage.CompoundShare * Room,
        };
        if (isNumber && compoundSum > 0)
        {
            // The words of a number are found side by side or not at all.
            return [all with { NeededWords = 0, NeededCompounds = compoundSum * Room }];
        }

        // While a document holds all words nothing else is found; where none does, what holds nearly as much as the best one.
        var (hasAll, best) = Measure(words, profile);
        var most = Math.Min(WordCoverage.MostShare, best * WordCoverage.NearBest) * Room * (wordSum + compoundSum);
        return [hasAll ? all : all with { NeededTogether = Math.Max(most, float.Epsilon) }];

        int IndexOf(FieldToken token) => typed.FindIndex(other => string.Equals(other.Exact, token.Exact, StringComparison.Ordinal));

        // Two spellings of a query may fold into one word: a text that holds it holds both.
        bool Add(string feature, float told)
        {
            var isNew = !parts.TryGetValue(feature, out var sum);
            parts[feature] = sum + told;
            return isNew || !float.IsPositiveInfinity(told);
        }
    }

    private (bool HasAll, float Best) Measure(WordsQuery words, QueryProfile profile)
    {
        var coverage = new WordCoverage(generation, profile, words.Meanings.Select(meaning => (meaning, Carriers(meaning.Condition))), new CoverageArrays(generation.Groups.Count));
        var matches = coverage.Matches(generation.LiveDocuments, compoundsOnly: false, out var rule);
        return rule is MatchRule.All && matches.Count > 0
            ? (true, 1)
            : (false, matches.Documents().Select(coverage.Share).DefaultIfEmpty(0).Max());
    }

    private DocumentSet Carriers(Filter condition) => generation.DocumentsOf(generation.Allowed([condition])!);

    private (List<FieldToken> Expanded, List<FieldToken> Distinct) Distinct(string text)
    {
        var expanded = generation.Abbreviations.Expand(text, Tokens(text), [], []);
        return (expanded, [.. expanded.DistinctBy(token => token.Exact, StringComparer.Ordinal)]);
    }

    private static List<FieldToken> Tokens(string text) => FieldAnalyzer.Shared.Analyze(text);
}
