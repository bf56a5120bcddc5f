using Search.Text;

namespace Search.Engine.Tests;

/// <summary>The features of the re-ranker counted from the texts, without an index and without haste.</summary>
internal static class NaiveFeatures
{
    private static readonly string[] Fields = [IndexFields.Title, IndexFields.Headings, IndexFields.Body];

    public static float[] Of(string question, IndexEntry entry, IReadOnlyList<IndexEntry> all)
    {
        var asked = FieldAnalyzer.Shared.Analyze(question);
        var plain = asked.TrueForAll(t => string.Equals(t.Exact, t.Folded, StringComparison.Ordinal));
        string Form(FieldToken token) => plain ? token.Folded : token.Exact;
        List<string> Tokens(IndexEntry e, string field) =>
            [.. FieldAnalyzer.Shared.Analyze(e.Text.GetValueOrDefault(field, "")).Select(Form)];

        var words = asked.Select(Form).ToList();
        var syllables = words.Distinct(StringComparer.Ordinal).ToDictionary(w => w, w => Idf(all.Count(e => Fields.Any(f => Tokens(e, f).Contains(w)))));
        var pairs = Pairs(words).Distinct().ToDictionary(p => p, p => Idf(all.Count(e => Fields.Any(f => Pairs(Tokens(e, f)).Contains(p)))));
        float Idf(int count) => count == 0 ? 0 : InverseFrequency.Of(all.Count, count);
        var sum = syllables.Values.Sum();
        var pairSum = pairs.Values.Sum();

        var title = Tokens(entry, IndexFields.Title);
        var headings = Tokens(entry, IndexFields.Headings);
        var whole = Tokens(entry, IndexFields.Body);
        var body = whole.Take(RankingConstants.RerankedSyllables).ToList();
        var features = new float[PassageScan.Features];
        Set(RerankFeature.Headings, syllables.Sum(w => w.Value * Saturated(headings.Count(t => string.Equals(t, w.Key, StringComparison.Ordinal)), 0.4f * (0.4f + (0.6f * headings.Count / 14f)))) / sum);
        var bodyPairs = pairs.Sum(p => p.Value * Saturated(Pairs(body).Count(q => q == p.Key), 0.4f + (0.6f * whole.Count / 245f)));
        Set(RerankFeature.BodyPairs, bodyPairs);
        Set(RerankFeature.BodyPairShare, bodyPairs / pairSum);
        Set(RerankFeature.PairCoverage, pairs.Where(p => new[] { title, headings, body }.Any(f => Pairs(f).Contains(p.Key))).Sum(p => p.Value) / pairSum);
        Set(RerankFeature.TitleCoverage, syllables.Where(w => title.Contains(w.Key)).Sum(w => w.Value) / sum);
        Set(RerankFeature.HeadCoverage, syllables.Where(w => title.Contains(w.Key) || headings.Contains(w.Key)).Sum(w => w.Value) / sum);
        Set(RerankFeature.HeadingsPrecision, headings.Count(syllables.ContainsKey) / (headings.Count + 1f));
        Set(RerankFeature.TitlePrecision, title.Count(syllables.ContainsKey) / (title.Count + 1f));
        Set(RerankFeature.HeadingsPairPrecision, Pairs(headings).Count(pairs.ContainsKey) / (headings.Count + 1f));
        Set(RerankFeature.HeadingsRun, Enumerable.Range(0, headings.Count).Select(i => Run(headings.Skip(i).ToList())).DefaultIfEmpty().Max() / sum);

        var lines = Lines(entry.Text[IndexFields.Body], body);
        Set(RerankFeature.BestLine, lines.Max(range => syllables.Where(w => body[range].Contains(w.Key)).Sum(w => w.Value)
            + pairs.Where(p => PairsIn(range).Contains(p.Key)).Sum(p => p.Value)) / (sum + pairSum));
        Set(RerankFeature.BestWindow, Enumerable.Range(0, Math.Max(1, body.Count))
            .Max(i => syllables.Where(w => body.Skip(i).Take(30).Contains(w.Key)).Sum(w => w.Value)) / sum);
        Set(RerankFeature.LineStart, lines.Max(range => Math.Max(Run(body[range]), Begins(range) ? 0 : Run(body[range].Skip(1).ToList()))) / sum);
        var fields = new[] { (Tokens: title, Weight: RankingConstants.FieldWeights[1]), (Tokens: headings, Weight: RankingConstants.FieldWeights[2]), (Tokens: body, Weight: RankingConstants.FieldWeights[3]) };
        var length = (title.Count * fields[0].Weight) + (headings.Count * fields[1].Weight) + (whole.Count * fields[2].Weight);
        var norm = RankingConstants.K1 * (1 - RankingConstants.B + (RankingConstants.B * length / RankingConstants.PivotLength));
        Set(
            RerankFeature.Terms,
            (syllables.Sum(w => w.Value * Weighted(fields.Sum(f => f.Weight * f.Tokens.Count(t => string.Equals(t, w.Key, StringComparison.Ordinal)))))
                + pairs.Sum(p => p.Value * Weighted(fields.Sum(f => f.Weight * Pairs(f.Tokens).Count(q => q == p.Key))))) / (sum + pairSum));
        return features;

        float Weighted(float count) => count / (count + norm);

        void Set(RerankFeature feature, float value) => features[(int)feature] = value;

        static float Saturated(int count, float norm) => count / (count + norm);

        // Compounds whose second syllable lies in the line.
        IEnumerable<(string, string)> PairsIn(Range range)
        {
            var (start, length) = range.GetOffsetAndLength(body.Count);
            return Pairs(body.GetRange(Math.Max(0, start - 1), length + (start > 0 ? 1 : 0)));
        }

        bool Begins(Range range) => body[range] is [var first, ..] && syllables.ContainsKey(first);

        // What the longest run of neighbors in the query that begins here tells.
        float Run(List<string> tokens)
        {
            if (tokens.Count == 0 || !syllables.TryGetValue(tokens[0], out var run))
            {
                return 0;
            }

            for (var i = 1; i < tokens.Count && pairs.ContainsKey((tokens[i - 1], tokens[i])); i++)
            {
                run += syllables[tokens[i]];
            }

            return run;
        }
    }

    private static List<(string, string)> Pairs(List<string> tokens) => [.. tokens.Zip(tokens.Skip(1))];

    private static List<Range> Lines(string text, List<string> body)
    {
        var tokens = FieldAnalyzer.Shared.Analyze(text);
        var lines = new List<Range>();
        var start = 0;
        for (var i = 1; i < body.Count; i++)
        {
            if (!text[tokens[i - 1].End..tokens[i].Start].Any(c => ".;:?!\n".Contains(c, StringComparison.Ordinal)))
            {
                continue;
            }

            lines.Add(start..i);
            start = i;
        }

        lines.Add(start..body.Count);
        return lines;
    }
}
