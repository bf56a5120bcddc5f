using Search.Engine;

namespace Search.Benchmarks;

/// <summary>A question with the passages the engine finds first and how much of each of its terms they hold.</summary>
/// <param name="Fold">The fold it is held out in.</param>
/// <param name="Relevant">How many passages answer it.</param>
/// <param name="Answers">Which of the passages answer it, best first by BM25F.</param>
/// <param name="Profile">The question's terms: syllables, then compounds.</param>
/// <param name="Best">The passages.</param>
internal sealed record MeasuredQuestion(int Fold, int Relevant, bool[] Answers, QueryProfile Profile, ScoredPassage[] Best)
{
    private readonly Dictionary<(string First, string Second), float> _differences = [];
    private float[][] _inputs = [];

    /// <summary>Share of the answers that hold a term, less that of the passages found; only of terms that occur.</summary>
    public IReadOnlyDictionary<(string First, string Second), float> Differences => _differences;

    /// <summary>Reads the passages.</summary>
    public void Read(Snapshot snapshot, Reranker reranker)
    {
        reranker.Read(snapshot.Segments, Profile, Best);
        _inputs = [.. Best.Select(_ => new float[Profile.Idf.Length + Profile.PairIdf.Length])];
        reranker.Measure(Profile, Profile.Idf, Profile.PairIdf, Best, new float[Best.Length * PassageScan.Features], _inputs);
        var right = Answers.Count(a => a);
        for (var t = 0; right > 0 && t < _inputs[0].Length; t++)
        {
            var isPair = t >= Profile.Idf.Length;
            var number = isPair ? t - Profile.Idf.Length : t;
            if ((isPair ? Profile.PairIdf[number] : Profile.Idf[number]) > 0)
            {
                var held = _inputs.Count(row => row[t] > 0);
                var rightly = Answers.Where((answers, i) => answers && _inputs[i][t] > 0).Count();
                _differences[TermWeights.Name(Profile, number, isPair)] = (rightly / (float)right) - (held / (float)Best.Length);
            }
        }
    }

    /// <summary>The recall of a term of this question; what the question itself says of it is left out where it is learned from.</summary>
    public float RecallOf(TermRecall recall, string first, string second, bool isLearnedFrom) => isLearnedFrom && _differences.TryGetValue((first, second), out var own)
        ? recall.Without(first, second, own)
        : recall.Of(first, second, Profile.IsPlain);

    /// <summary>What the weights of the terms are learned from: for each passage the sums of each input over the terms it holds.</summary>
    public TuningQuestion OfTerms(Snapshot snapshot, Reranker reranker, TermRecall recall, bool isLearnedFrom)
    {
        const float Scale = 10;
        var shares = reranker.Read(snapshot.Segments, Profile, Best);
        var rows = Best.Select(_ => new float[TermWeights.Inputs]).ToArray();
        Span<float> inputs = stackalloc float[TermWeights.Inputs];
        var scale = Scale / Math.Max(float.Epsilon, Profile.Sum + Profile.PairSum);
        for (var t = 0; t < _inputs[0].Length; t++)
        {
            var isPair = t >= Profile.Idf.Length;
            var number = isPair ? t - Profile.Idf.Length : t;
            var (first, second) = TermWeights.Name(Profile, number, isPair);
            TermWeights.Fill(Profile, number, isPair, shares, RecallOf(recall, first, second, isLearnedFrom), inputs);
            for (var i = 0; i < rows.Length; i++)
            {
                for (var k = 0; k < inputs.Length; k++)
                {
                    rows[i][k] += scale * inputs[k] * _inputs[i][t];
                }
            }
        }

        return new TuningQuestion(Fold, Relevant, Answers, rows);
    }

    /// <summary>What the weights of the re-ranker are learned from: its features, by given weights of the terms.</summary>
    public TuningQuestion OfFeatures(Snapshot snapshot, Reranker reranker, TermRecall recall, float[]? parameters, bool isLearnedFrom)
    {
        var shares = reranker.Read(snapshot.Segments, Profile, Best);
        var (words, pairs) = (Profile.Idf.ToArray(), Profile.PairIdf.ToArray());
        if (parameters is not null)
        {
            new TermWeights(recall, parameters).Weigh(Profile, shares, words, pairs, (first, second) => RecallOf(recall, first, second, isLearnedFrom));
        }

        var features = new float[Best.Length * PassageScan.Features];
        reranker.Measure(Profile, words, pairs, Best, features);
        return new TuningQuestion(Fold, Relevant, Answers, [.. Enumerable.Range(0, Best.Length).Select(i => Row(features, i, Reranker.Lean(Profile.Length)))]);
    }

    private static float[] Row(float[] features, int index, float lean)
    {
        var row = new float[PassageScan.Features * 2];
        for (var f = 0; f < PassageScan.Features; f++)
        {
            row[f] = features[(index * PassageScan.Features) + f];
            row[PassageScan.Features + f] = lean * row[f];
        }

        return row;
    }
}
