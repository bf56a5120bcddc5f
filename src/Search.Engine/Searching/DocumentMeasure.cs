namespace Search.Engine;

/// <summary>
/// Measures documents by their features. The title is the dear one: it is read from the store and compared word by word, so
/// <see cref="MostOf"/> tells first how far a document could come with the best of titles.
/// </summary>
/// <param name="views">The segments.</param>
/// <param name="evidence">The documents found with their best passages.</param>
/// <param name="wishes">What the query wishes for.</param>
/// <param name="profile">The query's words; null where it has none.</param>
/// <param name="coverage">Which of them each document holds; null where it has none.</param>
internal sealed class DocumentMeasure(
    IReadOnlyList<SegmentView> views, DocumentEvidence evidence, WishBits wishes, QueryProfile? profile, WordCoverage? coverage)
{
    private const int CitedByColumn = 1;
    private const int AuthorityColumn = 2;

    // A bound and a score are summed in another order: what rounding may make of that.
    private const float Slack = 1.0001f;

    private static readonly DocumentFeature[] TitleFeatures =
        [DocumentFeature.HasTitle, DocumentFeature.TitleCoverage, DocumentFeature.TitlePrecision, DocumentFeature.TitleRun];

    private readonly TitleMatcher _titles = new(views, profile, coverage?.Meant);
    private readonly float[] _features = new float[DocumentScore.Features];
    private readonly int _length = profile?.Length ?? 0;

    /// <summary>Documents that bear a number of the query: 1 for a whole one, less for a part.</summary>
    public required IReadOnlyDictionary<int, float> Numbers { get; init; }

    /// <summary>Documents in whose text a number of the query stands.</summary>
    public required IReadOnlySet<int> Mentions { get; init; }

    /// <summary>The documents that carry what words of the query mean, each with these words' share of the query.</summary>
    public required IReadOnlyList<(DocumentSet Carriers, float Share)> Meanings { get; init; }

    /// <summary>The score of a document.</summary>
    public float Score(int document)
    {
        Array.Clear(_features);
        return Score(document, _features);
    }

    /// <summary>The score of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="features">Its features, all 0 before; filled in.</param>
    public float Score(int document, Span<float> features)
    {
        MeasureOthers(document, features);
        ref readonly var passage = ref evidence.Best(document);
        _titles.Measure(passage.Segment, passage.Doc, features);
        return DocumentScore.Of(features, _length);
    }

    /// <summary>What <see cref="Score(int)"/> is at most, whatever the title of the document.</summary>
    public float MostOf(int document)
    {
        Array.Clear(_features);
        MeasureOthers(document, _features);
        foreach (var feature in TitleFeatures)
        {
            _features[(int)feature] = DocumentScore.Weight(feature, _length) > 0 ? 1 : 0;
        }

        return DocumentScore.Of(_features, _length) * Slack;
    }

    private void MeasureOthers(int document, Span<float> features)
    {
        ref readonly var passage = ref evidence.Best(document);
        var (s, doc, best) = (passage.Segment, passage.Doc, evidence.Top);
        var segment = views[s].Segment;

        // What others say of a paper is no better evidence than the best that a paper says itself.
        features[(int)DocumentFeature.Best] = best > 0 ? Math.Min(1, passage.Score / best) * (wishes.IsAside(s, doc) ? RankingConstants.AsideShare : 1) : 0;
        features[(int)DocumentFeature.Second] = best > 0 ? Math.Min(1, evidence.Second(document).Score / best) : 0;
        features[(int)DocumentFeature.Coverage] = coverage?.Share(document) ?? 0;
        features[(int)DocumentFeature.Authority] = Math.Max(0, segment.Number(AuthorityColumn, doc)) / 100f;
        features[(int)DocumentFeature.CitedBy] = MathF.Log(1 + Math.Max(0, segment.Number(CitedByColumn, doc)));
        features[(int)DocumentFeature.Present] = wishes.IsPresent(s, doc) ? 1 : 0;
        features[(int)DocumentFeature.Wishes] = wishes.Share(s, doc);
        features[(int)DocumentFeature.Date] = wishes.IsDated(s, doc) ? 1 : 0;
        var number = Numbers.Count == 0 ? 0 : Numbers.GetValueOrDefault(document);
        features[(int)DocumentFeature.Number] = number >= 1 ? 1 : 0;
        features[(int)DocumentFeature.NumberPart] = number is > 0 and < 1 ? 1 : 0;
        features[(int)DocumentFeature.Meaning] = Meaning(document);
        features[(int)DocumentFeature.Mention] = number == 0 && Mentions.Count > 0 && Mentions.Contains(document) ? 1 : 0;
    }

    private float Meaning(int document)
    {
        var sum = 0.0;
        foreach (var (carriers, share) in Meanings)
        {
            sum += carriers[document] ? share : 0;
        }

        return (float)sum;
    }
}
