using System.Globalization;
using System.Text;

namespace Search.Engine;

/// <summary>The score of a document: a weighted sum of its features, whose weights lean with the length of the query.</summary>
internal static class DocumentScore
{
    /// <summary>Features of a document.</summary>
    public const int Features = (int)DocumentFeature.Mention + 1;

    /// <summary>The score by the learned weights.</summary>
    /// <param name="features">The document's features.</param>
    /// <param name="length">Syllables of the query.</param>
    public static float Of(ReadOnlySpan<float> features, int length) => Of(features, length, RankingConstants.DocumentWeights);

    /// <summary>The score by given weights, a weight and its lean for each feature.</summary>
    public static float Of(ReadOnlySpan<float> features, int length, ReadOnlySpan<float> weights)
    {
        var lean = Lean(length);
        var sum = 0f;
        for (var f = 0; f < features.Length; f++)
        {
            sum += features[f] * (weights[2 * f] + (lean * weights[(2 * f) + 1]));
        }

        // Positive and monotonous, so that scores stay scores: larger is better, none is below zero.
        return sum > 20 ? sum : MathF.Log(1 + MathF.Exp(sum));
    }

    /// <summary>The learned weight of a feature for a query of some length.</summary>
    public static float Weight(DocumentFeature feature, int length)
    {
        var weights = RankingConstants.DocumentWeights;
        return weights[2 * (int)feature] + (Lean(length) * weights[(2 * (int)feature) + 1]);
    }

    /// <summary>How far weights lean: -1 for a word, 0 for six syllables, at most 2.</summary>
    public static float Lean(int length) => Math.Clamp((length - 6) / 6f, -1f, 2f);

    /// <summary>How the score came about.</summary>
    public static string Explain(RankedDocument document, Query query)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{document.Score:F4} = {query}");
        for (var f = 0; f < document.Features.Length; f++)
        {
            if (document.Features[f] != 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n  {document.Features[f]:F4} {(DocumentFeature)f}");
            }
        }

        return text.ToString();
    }
}
