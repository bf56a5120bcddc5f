namespace Search.Engine;

/// <summary>
/// What each term of a question weighs when its best passages are ranked again: a learned sum of what it tells, of its
/// <see cref="TermRecall"/> and of its share among the passages found, in place of the inverse frequency alone.
/// </summary>
/// <param name="recall">How often terms are in answers.</param>
/// <param name="parameters">A weight for each of the <see cref="Inputs"/>.</param>
internal sealed class TermWeights(TermRecall recall, float[] parameters)
{
    /// <summary>Inputs of the sum: as many for compounds as for syllables.</summary>
    public const int Inputs = 2 * Own;

    private const int Own = 8;

    // No term weighs nothing or less: features are shares of what all weigh.
    private const float Least = 0.05f;

    /// <summary>The weights that were learned.</summary>
    public static TermWeights Learned { get; } = new(TermRecall.Learned, [.. RankingConstants.TermWeights]);

    /// <summary>Fills in what the terms of a question weigh.</summary>
    /// <param name="query">The question.</param>
    /// <param name="shares">The shares of its terms among the passages found.</param>
    /// <param name="words">Receives the weight of each syllable.</param>
    /// <param name="pairs">Receives the weight of each compound.</param>
    /// <param name="recallOf">The recall of a syllable or compound where it is not that of the table; null where it is.</param>
    public void Weigh(QueryProfile query, TermShares shares, Span<float> words, Span<float> pairs, Func<string, string, float>? recallOf = null)
    {
        for (var w = 0; w < query.Idf.Length; w++)
        {
            words[w] = Weight(query, w, isPair: false, shares, recallOf);
        }

        for (var p = 0; p < query.PairIdf.Length; p++)
        {
            pairs[p] = Weight(query, p, isPair: true, shares, recallOf);
        }
    }

    /// <summary>Fills in the inputs of one term; returns what it tells.</summary>
    /// <param name="query">The question.</param>
    /// <param name="number">The number of the syllable or compound.</param>
    /// <param name="isPair">Whether it is a compound.</param>
    /// <param name="shares">The shares of its terms.</param>
    /// <param name="recall">Its recall.</param>
    /// <param name="inputs">Receives them.</param>
    public static float Fill(QueryProfile query, int number, bool isPair, TermShares shares, float recall, Span<float> inputs)
    {
        inputs.Clear();
        var told = isPair ? query.PairIdf[number] : query.Idf[number];
        if (told <= 0)
        {
            return 0;
        }

        var share = isPair ? shares.OfPair(number) : shares.OfWord(number);
        var row = inputs[(isPair ? Own : 0)..];
        row[0] = told;
        row[1] = recall;
        row[2] = told * recall;
        row[3] = 1;
        row[4] = told * Reranker.Lean(query.Length);
        row[5] = share;
        row[6] = told * share;
        row[7] = recall * share;
        return told;
    }

    /// <summary>A syllable with nothing after it, or the two of a compound.</summary>
    public static (string First, string Second) Name(QueryProfile query, int number, bool isPair) => isPair
        ? (query.Words[query.Pairs[number].First], query.Words[query.Pairs[number].Second])
        : (query.Words[number], "");

    private float Weight(QueryProfile query, int number, bool isPair, TermShares shares, Func<string, string, float>? recallOf)
    {
        Span<float> inputs = stackalloc float[Inputs];
        var (first, second) = Name(query, number, isPair);
        var own = recallOf is null ? recall.Of(first, second, query.IsPlain) : recallOf(first, second);
        var told = Fill(query, number, isPair, shares, own, inputs);
        var sum = 0f;
        for (var i = 0; i < Inputs; i++)
        {
            sum += parameters[i] * inputs[i];
        }

        return told <= 0 ? 0 : Math.Max(sum, Least * parameters[0] * told);
    }
}
