namespace Search.Engine.Embedded;

/// <summary>Completes what is typed from numbers, titles and frequent compounds, with or without accents.</summary>
internal sealed class Suggester
{
    private const int MaxScanned = 200_000;
    private const int MaxPhraseLength = 6;

    private readonly IReadOnlyList<SegmentView> _views;
    private readonly TermExpander _expander;
    private readonly List<(string Text, string Folded, SuggestionKind Kind, string? Group)> _labels = [];

    public Suggester(IReadOnlyList<SegmentView> views, TermResolver terms)
    {
        _views = views;
        _expander = new TermExpander(views, terms);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var s = 0; s < views.Count; s++)
        {
            AddLabels(views[s], seen);
        }
    }

    public IReadOnlyList<Suggestion> Suggest(string prefix, int limit)
    {
        var tokens = FieldAnalyzer.Shared.Analyze(prefix);
        if (tokens.Count == 0)
        {
            return [];
        }

        var accented = tokens.Exists(t => !string.Equals(t.Exact, t.Folded, StringComparison.Ordinal));
        var folded = string.Join(' ', tokens.Select(t => t.Folded));
        var found = new List<Suggestion>();
        foreach (var (text, form, kind, group) in _labels)
        {
            var at = form.StartsWith(folded, StringComparison.Ordinal) ? 0 : form.IndexOf(" " + folded, StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            var weight = kind == SuggestionKind.Number ? 3 : at == 0 ? 2 : 1;
            found.Add(new Suggestion(text, kind, group, weight + (1.0 / (10 + text.Length))));
        }

        found.AddRange(Phrases(tokens, accented));
        return [.. found.DistinctBy(s => s.Text, StringComparer.Ordinal).OrderByDescending(s => s.Weight)
            .ThenBy(s => s.Text, StringComparer.Ordinal).Take(limit)];
    }

    private void AddLabels(SegmentView view, HashSet<string> seen)
    {
        var segment = view.Segment;
        var noted = new bool[segment.Labels.Count];
        for (var doc = 0; doc < segment.Docs && _labels.Count < MaxScanned; doc++)
        {
            var label = segment.LabelOf(doc);
            if (noted[label] || (view.Deletes is { } deletes && deletes[doc]))
            {
                continue;
            }

            noted[label] = true;
            var parts = segment.Labels[label].Split('\n', 2);
            var group = segment.Groups[segment.GroupOf(doc)];
            if (parts[0].Length > 0 && seen.Add(parts[0]))
            {
                Add(parts[0], SuggestionKind.Number, group);
            }

            if (parts[1].Length > 0 && seen.Add(parts[1]))
            {
                Add(parts[1], SuggestionKind.Title, group);
            }
        }
    }

    private void Add(string text, SuggestionKind kind, string group) =>
        _labels.Add((text, string.Join(' ', FieldAnalyzer.Shared.Analyze(text).Select(t => t.Folded)), kind, group));

    // The last word is completed to frequent syllables that follow the word before it, then to their compounds.
    private List<Suggestion> Phrases(List<FieldToken> tokens, bool accented)
    {
        var found = new List<Suggestion>();
        if (tokens.Count > MaxPhraseLength)
        {
            return found;
        }

        var last = tokens[^1];
        var before = tokens.Count > 1 ? tokens[^2] : default;
        var heads = tokens.Count > 1 ? Exacts(before, accented) : [];
        var head = string.Join(' ', tokens.Take(tokens.Count - 2).Select(t => t.Exact));
        if (tokens.Count == 1)
        {
            foreach (var (term, count) in Completions(last, accented))
            {
                found.Add(Phrase(term, count));
            }

            return found;
        }

        foreach (var view in _views)
        {
            foreach (var first in heads)
            {
                var ordinal = view.Segment.Terms.Find(TermKey.Of(before.Folded, first));
                if (ordinal < 0)
                {
                    continue;
                }

                var cursor = view.Segment.Pairs.Group(ordinal);
                while (cursor.MoveNext())
                {
                    if (cursor.Postings.Count < 3)
                    {
                        continue;
                    }

                    var (folded, exact) = TermKey.Split(view.Segment.Terms.Key((int)cursor.Second));
                    var fits = accented && !string.Equals(last.Exact, last.Folded, StringComparison.Ordinal)
                        ? exact.StartsWith(last.Exact, StringComparison.Ordinal)
                        : folded.StartsWith(last.Folded, StringComparison.Ordinal);
                    if (fits)
                    {
                        found.Add(Phrase($"{head} {first} {exact}".TrimStart(), cursor.Postings.Count));
                    }
                }
            }
        }

        return found;
    }

    private List<string> Exacts(FieldToken token, bool accented)
    {
        if (accented && !string.Equals(token.Exact, token.Folded, StringComparison.Ordinal))
        {
            return [token.Exact];
        }

        return [.. _expander.Collect(TermKey.Of(token.Folded, ""), (_, _) => true)
            .OrderByDescending(f => f.Value).Take(8).Select(f => f.Key.Exact)];
    }

    private IEnumerable<(string Term, long Count)> Completions(FieldToken token, bool accented)
    {
        var exact = accented ? token.Exact : "";
        return _expander.Collect(System.Text.Encoding.UTF8.GetBytes(token.Folded), (_, e) => e.StartsWith(exact, StringComparison.Ordinal))
            .OrderByDescending(f => f.Value).Take(8).Select(f => (f.Key.Exact, f.Value));
    }

    private static Suggestion Phrase(string text, long count) =>
        new(text, SuggestionKind.Phrase, null, 1.5 - (1.0 / (1 + Math.Log(1 + count))));
}
