using Lucene.Net.Index;

namespace Search.Engine.LuceneNet;

/// <summary>What one generation offers to complete and to correct by. Made at first use, then kept with the snapshot.</summary>
internal sealed class Vocabulary
{
    private const int MinPhraseFrequency = 2;
    private const int MaxPhrases = 50_000;

    /// <summary>A title is found by what is typed from any of its first words on.</summary>
    private const int MaxEntryWords = 16;

    private readonly List<(string Folded, Suggestion Suggestion)> _completions = [];
    private readonly Dictionary<string, int> _syllables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Exact, int Frequency)> _spellings = new(StringComparer.Ordinal);

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
            var word = Spelling(token);
            words.Add(word);
            changed |= !string.Equals(word, token.Exact, StringComparison.Ordinal);
        }

        return changed ? string.Join(' ', words) : null;
    }

    /// <summary>The collection's spelling of a word: its own, with accents put back, or the nearest by one letter.</summary>
    private string Spelling(FieldToken token)
    {
        if (_syllables.ContainsKey(token.Exact) || char.IsDigit(token.Exact[0]))
        {
            return token.Exact;
        }

        if (_spellings.TryGetValue(token.Folded, out var accented))
        {
            return accented.Exact;
        }

        var best = (Exact: token.Exact, Frequency: 0);
        foreach (var (folded, spelling) in _spellings)
        {
            if (spelling.Frequency > best.Frequency && EditDistance.Within(token.Folded, folded, 1) is not null)
            {
                best = spelling;
            }
        }

        return best.Exact;
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
                else if (Terms.IsPhrase(term) && terms.DocFreq >= MinPhraseFrequency)
                {
                    phrases.Add((term, terms.DocFreq));
                }
            }
        }

        foreach (var (word, frequency) in _syllables)
        {
            var folded = FieldAnalyzer.Shared.Forms(word).Folded;
            if (!_spellings.TryGetValue(folded, out var spelling) || spelling.Frequency < frequency)
            {
                _spellings[folded] = (word, frequency);
            }
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
        var words = FieldAnalyzer.Shared.Analyze(text).Select(token => token.Folded).ToList();
        var entries = kind == SuggestionKind.Title ? Math.Min(words.Count, MaxEntryWords) : 1;
        for (var i = 0; i < entries; i++)
        {
            // The further in the title, the less likely it is meant.
            var suggestion = new Suggestion(text, kind, group, weight / (1 + (0.1 * i)));
            _completions.Add((string.Join(' ', words.Skip(i)), suggestion));
        }
    }
}
