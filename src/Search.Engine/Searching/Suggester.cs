using System.Text;

namespace Search.Engine;

/// <summary>Completes what is typed from numbers, titles and frequent compounds, with or without accents.</summary>
internal sealed class Suggester
{
    private const int MaxScanned = 200_000;
    private const int MaxPhraseLength = 6;
    private const int MaxForms = 8;
    private const int MaxPhrases = 32;
    private const int FewestPassages = 3;

    private readonly TermExpander _expander;
    private readonly List<(string Text, string Folded, SuggestionKind Kind, string? Group)> _labels = [];

    public Suggester(IReadOnlyList<SegmentView> views, TermResolver terms)
    {
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
        var labels = segment.Stored.Labels;
        var noted = new bool[labels.Count];
        for (var doc = 0; doc < segment.Docs && _labels.Count < MaxScanned; doc++)
        {
            var label = segment.LabelOf(doc);
            if (noted[label] || !view.IsLive(doc))
            {
                continue;
            }

            noted[label] = true;
            var parts = labels[label].Split('\n', 2);
            var group = segment.GroupOf(doc);
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
            foreach (var word in Completions(last, accented))
            {
                found.Add(Phrase(word.Exact, word.Count));
            }

            return found;
        }

        var exactLast = accented && !IsBare(last);
        foreach (var first in heads)
        {
            var begin = Encoding.UTF8.GetBytes(string.Concat(before.Folded, " ", last.Folded));
            var pairs = _expander.CollectPairs(
                begin,
                (_, exact) => exact.StartsWith(first + " ", StringComparison.Ordinal)
                    && (!exactLast || exact.AsSpan(first.Length + 1).StartsWith(last.Exact, StringComparison.Ordinal)),
                MaxPhrases);
            foreach (var pair in pairs)
            {
                if (pair.Count >= FewestPassages)
                {
                    found.Add(Phrase($"{head} {pair.Exact}".TrimStart(), pair.Count));
                }
            }
        }

        return found;
    }

    private static bool IsBare(in FieldToken token) => string.Equals(token.Exact, token.Folded, StringComparison.Ordinal);

    private List<string> Exacts(FieldToken token, bool accented) => accented && !IsBare(token)
        ? [token.Exact]
        : _expander.Collect(TermKey.Spellings(token.Folded), (_, _) => true, MaxForms).ConvertAll(word => word.Exact);

    private List<FoundWord> Completions(FieldToken token, bool accented)
    {
        var exact = accented ? token.Exact : "";
        return _expander.Collect(Encoding.UTF8.GetBytes(token.Folded), (_, e) => e.StartsWith(exact, StringComparison.Ordinal), MaxForms);
    }

    private static Suggestion Phrase(string text, long count) =>
        new(text, SuggestionKind.Phrase, null, 1.5 - (1.0 / (1 + Math.Log(1 + count))));
}
