using System.Globalization;
using System.Text;

namespace Search.Engine.Embedded;

/// <summary>Says how a score came about.</summary>
internal static class Explainer
{
    public static string Explain(Segment segment, TopHeap.Entry hit, List<ScoredList>? lists, Query query)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{hit.Score:F4} = {query}");
        foreach (var list in lists ?? [])
        {
            if (list.Lists[hit.Segment].Length == 0) continue;
            var matcher = new SpellingMatcher(segment, list.Lists[hit.Segment], list.Weight);
            if (matcher.Advance(hit.Doc) != hit.Doc) continue;
            var full = list.Weight * RankingConstants.ImpactLevels;
            text.Append(CultureInfo.InvariantCulture, $"\n  {matcher.Score():F4} {list.Label} (of at most {full:F4})");
        }

        return text.ToString();
    }
}
