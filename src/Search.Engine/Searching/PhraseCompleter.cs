using System.Text;
using Search.Text;

namespace Search.Engine;

/// <summary>
/// Completes words to phrases of the collection, every word in its accents: the spellings of the words before are those that
/// stand next to one another most often, and the last word becomes the syllables that follow them. Words that are no
/// Vietnamese syllables are no phrases: most are errors of recognition.
/// </summary>
internal sealed class PhraseCompleter(IReadOnlyList<SegmentView> views, TermResolver terms)
{
    private const int MaxPhraseLength = 6;
    private const int MaxForms = 8;
    private const int MaxPhrases = 32;

    // A table that was recognized badly repeats its errors: passages of one document are no witnesses for one another.
    private const int FewestDocuments = 3;
    private const int MostCounted = 64;

    // Two words meet by chance where they do so in less than this part of the passages that hold the rarer of them.
    private const int ByChance = 20;

    // A spelling this many times rarer than another of the same words is a misspelling of it.
    private const int Misspelled = 5;

    private readonly TermExpander _expander = new(views, terms);

    /// <summary>The phrases, in no order.</summary>
    /// <param name="tokens">What was typed, at least one word; the last one may be unfinished.</param>
    public List<Suggestion> Complete(List<FieldToken> tokens)
    {
        if (tokens.Count > MaxPhraseLength)
        {
            return [];
        }

        var last = tokens[^1];
        var found = new List<(string Text, long Count)>();
        if (tokens.Count == 1)
        {
            var words = _expander.Collect(Encoding.UTF8.GetBytes(last.Folded), (_, exact) => Fits(last, exact), MaxForms * 2);
            found.AddRange(words.Select(word => (word.Exact, word.Count)));
        }
        else
        {
            foreach (var (head, before) in Heads(tokens))
            {
                var pairs = _expander.CollectPairs(
                    Encoding.UTF8.GetBytes(string.Concat(tokens[^2].Folded, " ", last.Folded)),
                    (_, exact) => exact.StartsWith(before + " ", StringComparison.Ordinal) && Fits(last, exact[(before.Length + 1)..]),
                    MaxPhrases);
                found.AddRange(pairs.Where(pair => tokens.Count > 2 || Belong(pair)).Select(pair => ($"{head}{pair.Exact[(before.Length + 1)..]}", pair.Count)));
            }
        }

        return
        [
            .. found.Where(phrase => phrase.Count >= FewestDocuments).OrderByDescending(phrase => phrase.Count).Take(MostCounted)
                .Where(phrase => IsInSeveral(phrase.Text))
                .GroupBy(phrase => VietnameseFolding.Fold(phrase.Text), StringComparer.Ordinal)
                .SelectMany(spellings => spellings.Where(phrase => phrase.Count * Misspelled >= spellings.Max(other => other.Count)))
                .Select(phrase => new Suggestion(phrase.Text, SuggestionKind.Phrase, null, 1.5 - (1.0 / (1 + Math.Log(1 + phrase.Count))))),
        ];
    }

    private bool Belong(FoundWord pair)
    {
        var rarer = pair.Exact.Split(' ').Min(word => terms.Exact(FieldAnalyzer.Shared.Forms(word).Folded, word).Frequency);
        return pair.Count * ByChance >= rarer;
    }

    // Whether several documents hold the last two words of a phrase next to one another, or its only word.
    private bool IsInSeveral(string phrase)
    {
        var words = phrase.Split(' ');
        var last = FieldAnalyzer.Shared.Forms(words[^1]).Folded;
        var term = words.Length == 1
            ? terms.Exact(last, words[^1])
            : terms.Pair(FieldAnalyzer.Shared.Forms(words[^2]).Folded, words[^2], last, words[^1]);
        var documents = new HashSet<string>(StringComparer.Ordinal);
        for (var s = 0; s < views.Count; s++)
        {
            foreach (var list in term.Lists[s])
            {
                foreach (var doc in views[s].Segment.Postings(list).Docs)
                {
                    if (views[s].IsLive(doc) && documents.Add(views[s].Segment.GroupOf(doc)) && documents.Count == FewestDocuments)
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool Fits(FieldToken typed, string exact) => VietnameseSyllable.IsValid(exact)
        && (IsBare(typed) || exact.StartsWith(typed.Exact, StringComparison.Ordinal));

    private static bool IsBare(in FieldToken token) => string.Equals(token.Exact, token.Folded, StringComparison.Ordinal);

    // The words before the last one: for each spelling of the one next to it the likeliest spellings of the others.
    private List<(string Head, string Before)> Heads(List<FieldToken> tokens)
    {
        var paths = Spellings(tokens[0]).ConvertAll(word => (Text: word + " ", Last: word, Odds: 0.0));
        for (var i = 1; i < tokens.Count - 1; i++)
        {
            var token = tokens[i];
            var before = tokens[i - 1].Folded;
            var known = paths;
            paths = Spellings(token).ConvertAll(word => known
                .Select(path => (Text: $"{path.Text}{word} ", Last: word, Odds: path.Odds + Odds(before, path.Last, token.Folded, word)))
                .MaxBy(path => path.Odds));
        }

        var least = paths.Max(path => path.Odds) - Math.Log(Misspelled);
        return [.. paths.Where(path => path.Odds >= least).OrderByDescending(path => path.Odds).Select(path => (path.Text, path.Last))];
    }

    private List<string> Spellings(FieldToken token)
    {
        var found = IsBare(token)
            ? _expander.Collect(TermKey.Spellings(token.Folded), (_, exact) => VietnameseSyllable.IsValid(exact), MaxForms).ConvertAll(word => word.Exact)
            : [];
        return found.Count > 0 ? found : [token.Exact];
    }

    private double Odds(string foldedFirst, string first, string foldedSecond, string second) =>
        Math.Log(terms.Pair(foldedFirst, first, foldedSecond, second).Frequency + 0.3);
}
