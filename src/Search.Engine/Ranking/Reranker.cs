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
    private readonly TermShares _shares = new();
    private readonly List<ReadPassage> _read = [];
    private byte[] _text = [];
    private float[] _weights = [];
    private float[] _pairWeights = [];
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
    /// <param name="views">The segments.</param>
    /// <param name="query">The query.</param>
    /// <param name="candidates">The passages, best first.</param>
    /// <param name="features">Receives the features.</param>
    public void Measure(IReadOnlyList<SegmentView> views, QueryProfile query, ReadOnlySpan<ScoredPassage> candidates, Span<float> features)
    {
        if (_weights.Length < query.Idf.Length)
        {
            _weights = new float[query.Idf.Length];
        }

        if (_pairWeights.Length < query.PairIdf.Length)
        {
            _pairWeights = new float[query.PairIdf.Length];
        }

        TermWeights.Learned.Weigh(query, Read(views, query, candidates), _weights, _pairWeights);
        Measure(query, _weights, _pairWeights, candidates, features);
    }

    /// <summary>Reads the passages once, to be measured as often as there are weights to try.</summary>
    public TermShares Read(IReadOnlyList<SegmentView> views, QueryProfile query, ReadOnlySpan<ScoredPassage> candidates)
    {
        _places.Begin(query);
        _shares.Begin(query);
        _read.Clear();
        var used = 0;
        Span<int> lengths = stackalloc int[ForwardText.Fields];
        for (var i = 0; i < candidates.Length; i++)
        {
            var places = _places.Read(views[candidates[i].Segment].Segment.Text(candidates[i].Doc), lengths);
            if (_text.Length < used + places.Length)
            {
                Array.Resize(ref _text, Math.Max(used + places.Length, _text.Length * 2));
            }

            places.CopyTo(_text.AsSpan(used));
            var title = used + lengths[0];
            var headings = title + lengths[1];
            var read = new ReadPassage(title, headings, headings + lengths[2], used + places.Length, lengths[ForwardText.Body]);
            _read.Add(read);
            used = read.End;
            if (i < TermShares.Depth)
            {
                _shares.Add(Title(read), Headings(read), Body(read));
            }
        }

        _places.End();
        return _shares;
    }

    /// <summary>Fills in the features of the passages that were read last, with given weights of the terms.</summary>
    /// <param name="query">The query.</param>
    /// <param name="words">What each syllable weighs.</param>
    /// <param name="pairs">What each compound weighs.</param>
    /// <param name="candidates">The passages.</param>
    /// <param name="features">Receives the features.</param>
    /// <param name="matches">Receives how much of each term each passage holds; null where nobody learns.</param>
    public void Measure(
        QueryProfile query, ReadOnlySpan<float> words, ReadOnlySpan<float> pairs, ReadOnlySpan<ScoredPassage> candidates, Span<float> features,
        float[][]? matches = null)
    {
        _scan.Begin(query, words, pairs);
        var top = candidates[0].Score;
        for (var i = 0; i < candidates.Length; i++)
        {
            var read = _read[i];
            var row = features.Slice(i * PassageScan.Features, PassageScan.Features);
            _scan.Measure(Title(read), Headings(read), Body(read), read.Length, row);
            if (matches is not null)
            {
                _scan.Matches(matches[i]);
            }

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

    private ReadOnlySpan<byte> Title(in ReadPassage read) => _text.AsSpan(read.Title, read.Headings - read.Title);

    private ReadOnlySpan<byte> Headings(in ReadPassage read) => _text.AsSpan(read.Headings, read.Body - read.Headings);

    private ReadOnlySpan<byte> Body(in ReadPassage read) => _text.AsSpan(read.Body, read.End - read.Body);

    // Where the fields of a passage begin among the places that were read, and the syllables of its whole body.
    private readonly record struct ReadPassage(int Title, int Headings, int Body, int End, int Length);
}
