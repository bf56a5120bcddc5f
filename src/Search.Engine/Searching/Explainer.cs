using System.Globalization;
using System.Text;

namespace Search.Engine;

/// <summary>Says how a score came about: what each list gives, and what re-ranking adds. The lines sum up to the score.</summary>
internal static class Explainer
{
    public static string Explain(Segment segment, ScoredPassage hit, List<ScoredList>? lists, Query query, RerankDetail? reranked)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{hit.Score:F4} = {query}");
        foreach (var list in lists ?? [])
        {
            if (list.Lists[hit.Segment].Length == 0)
            {
                continue;
            }

            var matcher = new SpellingMatcher(segment, list.Lists[hit.Segment], list.Weight);
            if (matcher.Advance(hit.Doc) != hit.Doc)
            {
                continue;
            }

            var full = list.Weight * RankingConstants.ImpactLevels;
            text.Append(CultureInfo.InvariantCulture, $"\n  {matcher.Score():F4} {list.Label} (of at most {full:F4})");
        }

        if (reranked is not null)
        {
            AddReranking(text, hit.Score, reranked);
        }

        return text.ToString();
    }

    private static void AddReranking(StringBuilder text, float score, RerankDetail reranked)
    {
        var sum = reranked.Parts.Sum();
        text.Append(CultureInfo.InvariantCulture, $"\n  {score - reranked.First:F4} re-ranking: up to the best score before, {reranked.Above:F4}, and softplus({sum:F4}) above it, of");
        for (var f = 0; f < reranked.Parts.Length; f++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n    {reranked.Parts[f]:F4} {(RerankFeature)f}");
        }
    }
}
