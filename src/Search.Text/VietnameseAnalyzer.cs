using Search.Text.Tokens;

namespace Search.Text;

/// <summary>
/// From text to search terms: normalize, tokenize, lower, fold, number the positions. Queries and documents go through
/// the same steps. A docket or a date comes as one token in canonical form (04-CT/TW, 2011-07-06), followed by its
/// parts as words and numbers, the first of them at the same position.
/// </summary>
public static class VietnameseAnalyzer
{
    /// <summary>How many positions a new sentence skips, so that phrases and proximity do not reach across.</summary>
    public const int SentenceGap = 8;

    /// <summary>Analyses a text given as it was decoded; offsets are source offsets.</summary>
    public static IReadOnlyList<AnalyzedToken> Analyze(string text) => Analyze(VietnameseNormalizer.Normalize(text));

    /// <summary>Analyses a normalized text; offsets are source offsets.</summary>
    public static IReadOnlyList<AnalyzedToken> Analyze(NormalizedText text)
    {
        var collector = new Collector([]);
        Analyze(text, ref collector);
        return collector.Tokens;
    }

    /// <summary>Analyses without allocating a token: the visitor sees forms that live in a shared buffer.</summary>
    /// <typeparam name="TVisitor">A struct, so that calls are direct.</typeparam>
    public static void Analyze<TVisitor>(NormalizedText text, ref TVisitor visitor)
        where TVisitor : ITokenVisitor, allows ref struct
    {
        ArgumentNullException.ThrowIfNull(text);
        var run = new AnalysisRun(text);
        run.Visit(ref visitor);
    }

    private readonly struct Collector(List<AnalyzedToken> tokens) : ITokenVisitor
    {
        public List<AnalyzedToken> Tokens => tokens;

        public void Visit(scoped ReadOnlySpan<char> exact, scoped ReadOnlySpan<char> folded, scoped in TokenPlace place) =>
            tokens.Add(new AnalyzedToken(
                exact.ToString(),
                folded.ToString(),
                place.Start,
                place.End,
                place.Position,
                place.Kind,
                place.StartsSentence,
                place.JoinsPrevious));
    }
}
