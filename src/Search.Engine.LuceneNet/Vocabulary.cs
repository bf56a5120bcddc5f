using Lucene.Net.Index;

namespace Search.Engine.LuceneNet;

/// <summary>What one generation offers to complete and to correct by. Made at first use, then kept with the snapshot.</summary>
internal sealed class Vocabulary
{
    private const int MinPhraseFrequency = 2;
    private const int MaxPhrases = 50_000;

    private readonly List<(string Folded, Suggestion Suggestion)> _completions = [];
    private readonly Dictionary<string, int> _syllables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _folded = new(StringComparer.Ordinal);

    public Vocabulary(IndexReader reader, Func<IEnumerable<int>> documents)
    {
        ReadTerms(reader);
        ReadTitles(reader, documents());
        _completions.Sort((a, b) => string.CompareOrdinal(a.Folded, b.Folded));
    }

    public long SyllableCount => _syllables.Count;

    public IReadOnlyList<Suggestion> Suggest(string prefix, int limit)
    {
        var typed = FieldAnalyzer.Shared.Analyze(prefix);
        if (typed.Count == 0 || limit < 1)
        {
            return [];
        }

        var folded = string.Join(' ', typed.Select(token => token.Folded));
        var exact = string.Join(' ', typed.Select(token => token.Exact));
        var hasAccents = !string.Equals(folded, exact, StringComparison.Ordinal);
        var start = _completions.BinarySearch((folded, null!), Comparer<(string Folded, Suggestion)>.Create(
            (a, b) => string.CompareOrdinal(a.Folded, b.Folded)));
        start = start < 0 ? ~start : start;
        while (start > 0 && string.Equals(_completions[start - 1].Folded, folded, StringComparison.Ordinal))
        {
            start--;
        }

        var found = new List<Suggestion>();
        for (var i = start; i < _completions.Count && _completions[i].Folded.StartsWith(folded, StringComparison.Ordinal); i++)
        {
            var suggestion = _completions[i].Suggestion;
            var fits = hasAccents && string.Join(' ', FieldAnalyzer.Shared.Analyze(suggestion.Text).Select(t => t.Exact))
                .Contains(exact, StringComparison.Ordinal);
            found.Add(fits ? suggestion with { Weight = suggestion.Weight * 2 } : suggestion);
        }

        return [.. found
            .OrderByDescending(suggestion => suggestion.Weight)
            .ThenBy(suggestion => suggestion.Text, StringComparer.Ordinal)
            .DistinctBy(suggestion => suggestion.Text, StringComparer.Ordinal)
            .Take(limit)];
    }

    public string? DidYouMean(string query)
    {
        var tokens = FieldAnalyzer.Shared.Analyze(query);
        var words = new List<string>();
        var changed = false;
        foreach (var token in tokens)
        {
            var known = _syllables.ContainsKey(token.Exact) || _folded.ContainsKey(token.Folded);
            var better = known || char.IsDigit(token.Exact[0]) ? null : Nearest(token);
            words.Add(better ?? token.Exact);
            changed |= better is not null;
        }

        return changed ? string.Join(' ', words) : null;
    }

    private string? Nearest(FieldToken token)
    {
        string? best = null;
        var bestRank = (Distance: int.MaxValue, Frequency: 0);
        foreach (var (word, frequency) in _syllables)
        {
            if (Math.Abs(word.Length - token.Exact.Length) > 1 || char.IsDigit(word[0]))
            {
                continue;
            }

            var distance = EditDistance.Within(token.Exact, word, 1);
            if (distance is 1 && (distance < bestRank.Distance || frequency > bestRank.Frequency))
            {
                best = word;
                bestRank = (distance.Value, frequency);
            }
        }

        return best;
    }

    private void ReadTerms(IndexReader reader)
    {
        var phrases = new List<(string Words, int Frequency)>();
        foreach (var field in IndexFields.TextFields)
        {
            var terms = MultiFields.GetTerms(reader, field)?.GetEnumerator();
            while (terms is not null && terms.MoveNext())
            {
                var term = terms.Term.Utf8ToString();
                if (Terms.IsSyllable(term))
                {
                    _syllables[term] = _syllables.GetValueOrDefault(term) + terms.DocFreq;
                }
                else if (term[0] != '\u0001' && terms.DocFreq >= MinPhraseFrequency)
                {
                    phrases.Add((term, terms.DocFreq));
                }
            }
        }

        foreach (var (word, frequency) in _syllables)
        {
            var folded = FieldAnalyzer.Shared.Forms(word).Folded;
            _folded[folded] = _folded.GetValueOrDefault(folded) + frequency;
        }

        foreach (var (words, frequency) in phrases.OrderByDescending(phrase => phrase.Frequency).Take(MaxPhrases))
        {
            Complete(words, SuggestionKind.Phrase, null, Math.Log(1 + frequency));
        }
    }

    private void ReadTitles(IndexReader reader, IEnumerable<int> documents)
    {
        var wanted = new HashSet<string> { FieldNames.Group, FieldNames.Title, FieldNames.Number };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var doc in documents)
        {
            var document = reader.Document(doc, wanted);
            var group = document.Get(FieldNames.Group);
            if (!seen.Add(group))
            {
                continue;
            }

            if (document.Get(FieldNames.Number) is { Length: > 0 } number)
            {
                Complete(number, SuggestionKind.Number, group, 20);
            }

            if (document.Get(FieldNames.Title) is { Length: > 0 } title)
            {
                Complete(title, SuggestionKind.Title, group, 10);
            }
        }
    }

    private void Complete(string text, SuggestionKind kind, string? group, double weight)
    {
        var folded = string.Join(' ', FieldAnalyzer.Shared.Analyze(text).Select(token => token.Folded));
        _completions.Add((folded, new Suggestion(text, kind, group, weight)));
    }
}
