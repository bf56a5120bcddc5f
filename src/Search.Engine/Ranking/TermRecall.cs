using System.Collections.Frozen;
using System.Globalization;

namespace Search.Engine;

/// <summary>
/// How much more often a term of a question stands in the passages that answer it than in those that are found: "nguyên tắc"
/// does, "như thế nào" does not. Counted by <c>tune</c> over questions with known answers, and drawn to 0 where a term was seen
/// seldom. The idea is Zhao and Callan's (Term Necessity Prediction, 2010).
/// </summary>
internal sealed class TermRecall
{
    private const float Shrink = 10;
    private const string Resource = "Search.Engine.Ranking.term-recall.tsv";

    private readonly FrozenDictionary<string, (int Count, float Sum)> _typed;
    private readonly FrozenDictionary<string, (int Count, float Sum)> _folded;

    /// <param name="terms">Each term, a syllable or two joined by a blank, with the questions it was seen in and the sum of the
    /// differences between the share of the answers that hold it and that of the passages found.</param>
    public TermRecall(IEnumerable<(string Term, int Count, float Sum)> terms)
    {
        var typed = terms.ToList();
        _typed = typed.ToFrozenDictionary(term => term.Term, term => (term.Count, term.Sum), StringComparer.Ordinal);
        _folded = typed
            .GroupBy(term => string.Join(' ', term.Term.Split(' ').Select(word => FieldAnalyzer.Shared.Forms(word).Folded)), StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => (group.Sum(term => term.Count), group.Sum(term => term.Sum)), StringComparer.Ordinal);
    }

    /// <summary>The table that was learned.</summary>
    public static TermRecall Learned { get; } = Load();

    /// <summary>The recall of a term, from -1 to 1; 0 for one that was not seen.</summary>
    /// <param name="term">A syllable, or two joined by a blank.</param>
    /// <param name="isPlain">Whether it is typed without accents.</param>
    public float Of(string term, bool isPlain) => (isPlain ? _folded : _typed).TryGetValue(term, out var known) ? known.Sum / (known.Count + Shrink) : 0;

    /// <summary>The recall of a term without what one question says of it, as learning from that question needs it.</summary>
    /// <param name="term">A term that the question was counted for.</param>
    /// <param name="difference">What the question added.</param>
    public float Without(string term, float difference) =>
        _typed.TryGetValue(term, out var known) ? (known.Sum - difference) / (known.Count - 1 + Shrink) : 0;

    private static TermRecall Load()
    {
        using var stream = typeof(TermRecall).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks {Resource}.");
        using var reader = new StreamReader(stream);
        var terms = new List<(string, int, float)>();
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split('\t');
            terms.Add((parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), float.Parse(parts[2], CultureInfo.InvariantCulture)));
        }

        return new TermRecall(terms);
    }
}
