using System.Collections.Frozen;
using System.Globalization;
using Search.Text;

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

    private readonly FrozenDictionary<(string First, string Second), (int Count, float Sum)> _typed;
    private readonly FrozenDictionary<(string First, string Second), (int Count, float Sum)> _folded;

    /// <param name="terms">Each term, a syllable with nothing after it or a compound, with the questions it was seen in and the sum
    /// of the differences between the share of the answers that hold it and that of the passages found.</param>
    public TermRecall(IEnumerable<(string First, string Second, int Count, float Sum)> terms)
    {
        var typed = terms.ToList();
        _typed = typed.ToFrozenDictionary(term => (term.First, term.Second), term => (term.Count, term.Sum));
        _folded = typed
            .GroupBy(term => (FieldAnalyzer.Shared.Forms(term.First).Folded, FieldAnalyzer.Shared.Forms(term.Second).Folded))
            .ToFrozenDictionary(group => group.Key, group => (group.Sum(term => term.Count), group.Sum(term => term.Sum)));
    }

    /// <summary>The table that was learned.</summary>
    public static TermRecall Learned { get; } = Load();

    /// <summary>The recall of a term, from -1 to 1; 0 for one that was not seen.</summary>
    /// <param name="first">A syllable.</param>
    /// <param name="second">The second syllable of a compound; empty for none.</param>
    /// <param name="isPlain">Whether it is typed without accents.</param>
    public float Of(string first, string second, bool isPlain) =>
        (isPlain ? _folded : _typed).TryGetValue((first, second), out var known) ? known.Sum / (known.Count + Shrink) : 0;

    /// <summary>The recall of a term without what one question says of it, as learning from that question needs it.</summary>
    /// <param name="first">A syllable.</param>
    /// <param name="second">The second syllable of a compound; empty for none.</param>
    /// <param name="difference">What the question added.</param>
    public float Without(string first, string second, float difference) =>
        _typed.TryGetValue((first, second), out var known) ? (known.Sum - difference) / (known.Count - 1 + Shrink) : 0;

    private static TermRecall Load()
    {
        using var stream = typeof(TermRecall).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks {Resource}.");
        using var reader = new StreamReader(stream);
        var terms = new List<(string, string, int, float)>();
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split('\t');
            var words = parts[0].Split(' ', 2);
            terms.Add((words[0], words.Length > 1 ? words[1] : "", int.Parse(parts[1], CultureInfo.InvariantCulture), float.Parse(parts[2], CultureInfo.InvariantCulture)));
        }

        return new TermRecall(terms);
    }
}
