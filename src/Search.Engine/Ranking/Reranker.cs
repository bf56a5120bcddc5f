using System.Runtime.InteropServices;

namespace Search.Engine;

/// <summary>
/// Ranks the best passages of a question again by a weighted sum of <see cref="RerankFeature"/>, whose weights lean
/// with the length of the question: a short one names a title, a long one quotes a body. Learned on questions with
/// known answers; see <see cref="RankingConstants.RerankWeights"/>.
/// </summary>
internal sealed class Reranker
{
    private readonly PassageScan _scan = new();
    private readonly PlaceReader _places = new();
    private float[] _features = [];

    /// <summary>
    /// Gives the best passages new scores, all above the score of the best of them before, so that they stay above
    /// the passages that are not ranked again. Passages that a document number leads to keep their scores.
    /// </summary>
    /// <param name="views">The segments.</param>
    /// <param name="query">The query.</param>
    /// <param name="best">Passages, best first; the first <see cref="RankingConstants.RerankDepth"/> are looked at.</param>
    /// <param name="details">Receives how each came about; null where nobody asks.</param>
    public static void Apply(
        IReadOnlyList<SegmentView> views, QueryProfile query, List<ScoredPassage> best, List<RerankDetail>? details = null)
    {
        var candidates = CollectionsMarshal.AsSpan(best);
        if (candidates.Length > RankingConstants.RerankDepth)
        {
            candidates = candidates[..RankingConstants.RerankDepth];
        }

        while (candidates.Length > 0 && candidates[0].Score >= RankingConstants.NumberScore / 2)
        {
            candidates = candidates[1..];
        }

        if (candidates.Length < 2 || query.Sum <= 0)
        {
            return;
        }

        var reranker = Idle<Reranker>.Rent();
        var features = reranker.Measure(views, query, candidates);

        Span<float> weights = stackalloc float[PassageScan.Features];
        WeightsFor(query.Length, weights);
        var above = candidates[0].Score;
        for (var i = 0; i < candidates.Length; i++)
        {
            var own = features.Slice(i * PassageScan.Features, PassageScan.Features);
            var sum = 0f;
            for (var f = 0; f < own.Length; f++)
            {
                sum += weights[f] * own[f];
            }

            details?.Add(Detail(candidates[i], above, own, weights));
            candidates[i] = candidates[i] with { Score = above + SoftPlus(sum) };
        }

        Idle<Reranker>.Return(reranker);
    }

    private ReadOnlySpan<float> Measure(IReadOnlyList<SegmentView> views, QueryProfile query, ReadOnlySpan<ScoredPassage> candidates)
    {
        var count = candidates.Length * PassageScan.Features;
        if (_features.Length < count)
        {
            _features = new float[count];
        }

        Array.Clear(_features, 0, count);
        Measure(views, query, candidates, _features);
        return _features.AsSpan(0, count);
    }

    /// <summary>Fills in the features of passages, one row a passage.</summary>
    public void Measure(
        IReadOnlyList<SegmentView> views, QueryProfile query, ReadOnlySpan<ScoredPassage> candidates, Span<float> features)
    {
        _scan.Begin(query);
        _places.Begin(query);
        for (var segment = 0; segment < views.Count; segment++)
        {
            MeasureSegment(views[segment].Segment, segment, candidates, features);
        }

        _places.End();

        var top = candidates[0].Score;
        for (var i = 0; i < candidates.Length; i++)
        {
            var row = features[(i * PassageScan.Features)..];
            row[(int)RerankFeature.Score] = candidates[i].Score;
            row[(int)RerankFeature.ScoreShare] = candidates[i].Score / top;
        }
    }

    /// <summary>How far the weights lean for a question of so many syllables: -1 to 1.5.</summary>
    public static float Lean(int length) =>
        Math.Clamp((length - RankingConstants.UsualQuestion) / (float)RankingConstants.UsualQuestion, -1f, 1.5f);

    private static void WeightsFor(int length, Span<float> weights)
    {
        var lean = Lean(length);
        var table = RankingConstants.RerankWeights;
        for (var f = 0; f < weights.Length; f++)
        {
            weights[f] = table[f * 2] + (lean * table[(f * 2) + 1]);
        }
    }

    private static RerankDetail Detail(in ScoredPassage entry, float above, ReadOnlySpan<float> features, ReadOnlySpan<float> weights)
    {
        var parts = new float[features.Length];
        for (var f = 0; f < parts.Length; f++)
        {
            parts[f] = weights[f] * features[f];
        }

        return new RerankDetail(entry.Segment, entry.Doc, entry.Score, above, parts);
    }

    // Positive and monotonous, so that scores stay scores: larger is better, none is below zero.
    private static float SoftPlus(float x) => x > 20 ? x : MathF.Log(1 + MathF.Exp(x));

    private void MeasureSegment(
        Segment segment, int number, ReadOnlySpan<ScoredPassage> candidates, Span<float> features)
    {
        Span<int> lengths = stackalloc int[ForwardText.Fields];
        for (var i = 0; i < candidates.Length; i++)
        {
            if (candidates[i].Segment != number)
            {
                continue;
            }

            var places = _places.Read(segment.Text(candidates[i].Doc), lengths);
            var title = lengths[0];
            var headings = title + lengths[1];
            var body = headings + lengths[2];
            _scan.Measure(
                places[title..headings],
                places[headings..body],
                places[body..],
                lengths[ForwardText.Body],
                features.Slice(i * PassageScan.Features, PassageScan.Features));
        }
    }
}
