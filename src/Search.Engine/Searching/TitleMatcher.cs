using Search.Text;

namespace Search.Engine;

/// <summary>
/// Compares titles with the words of a query that tell its subject: those that mean a type, an issuer, a place or a date are
/// looked for in the columns, and a title that names the place is not nearer to the subject for it.
/// </summary>
internal sealed class TitleMatcher
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly QueryProfile? _query;
    private readonly float _sum;

    /// <param name="query">The words; null where the query has none.</param>
    /// <param name="meant">The words that mean something else than the subject.</param>
    public TitleMatcher(QueryProfile? query, IReadOnlySet<int>? meant)
    {
        _query = query;
        for (var w = 0; query is not null && w < query.Forms.Length; w++)
        {
            if (meant?.Contains(w) == true)
            {
                continue;
            }

            _sum += query.Idf[w];
            foreach (var form in query.Forms[w])
            {
                _words.TryAdd(form, w);
            }
        }
    }

    /// <summary>Fills in the features of a title.</summary>
    /// <param name="title">The title; empty for none.</param>
    /// <param name="features">The document's features.</param>
    public void Measure(string title, float[] features)
    {
        features[(int)DocumentFeature.HasTitle] = title.Length > 0 ? 1 : 0;
        if (title.Length == 0 || _sum <= 0 || _query is not { } query)
        {
            return;
        }

        Span<bool> seen = stackalloc bool[query.Idf.Length];
        var (before, held, length) = (-1, 0, 0);
        float coverage = 0, run = 0, best = 0;
        foreach (var token in FieldAnalyzer.Shared.Analyze(title))
        {
            length++;
            if (!_words.TryGetValue(token.Exact, out var word))
            {
                before = -1;
                run = 0;
                continue;
            }

            held++;
            if (!seen[word])
            {
                seen[word] = true;
                coverage += query.Idf[word];
            }

            run = before >= 0 && query.Pair(before, word) >= 0 ? run + query.Idf[word] : query.Idf[word];
            best = Math.Max(best, run);
            before = word;
        }

        features[(int)DocumentFeature.TitleCoverage] = coverage / _sum;
        features[(int)DocumentFeature.TitlePrecision] = held / (length + 2f);
        features[(int)DocumentFeature.TitleRun] = Math.Min(1, best / _sum);
    }
}
