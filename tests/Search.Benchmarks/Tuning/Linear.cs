namespace Search.Benchmarks;

/// <summary>
/// A weighted sum learned so that the passages that answer a question come first: the likelihood of the answer among
/// the passages (softmax), with weights held small, climbed by Adam from zero. No randomness, so it gives the same
/// weights every time.
/// </summary>
internal static class Linear
{
    private const int Steps = 200;
    private const double Rate = 0.08;
    private const double Shrink = 0.005;

    public static float Sum(ReadOnlySpan<float> weights, ReadOnlySpan<float> row)
    {
        var sum = 0f;
        for (var f = 0; f < row.Length; f++)
        {
            sum += weights[f] * row[f];
        }

        return sum;
    }

    public static float[] Learn(IEnumerable<TuningQuestion> questions)
    {
        var used = questions.Where(q => q.Answers.Contains(true)).ToList();
        var size = used[0].Features[0].Length;
        var spread = Spread(used, size);
        var rows = used.Select(q => Centre(q, spread)).ToList();
        var weights = new float[size];
        var first = new double[size];
        var second = new double[size];
        for (var step = 1; step <= Steps; step++)
        {
            var slope = new double[size];
            for (var q = 0; q < used.Count; q++)
            {
                AddSlope(used[q].Answers, rows[q], weights, slope);
            }

            var rate = step < Steps * 2 / 3 ? Rate : Rate / 4;
            for (var f = 0; f < size; f++)
            {
                var own = (slope[f] / used.Count) - (Shrink * weights[f]);
                first[f] = (0.9 * first[f]) + (0.1 * own);
                second[f] = (0.99 * second[f]) + (0.01 * own * own);
                var lift = first[f] / (1 - Math.Pow(0.9, step));
                weights[f] += (float)(rate * lift / (Math.Sqrt(second[f] / (1 - Math.Pow(0.99, step))) + 1e-8));
            }
        }

        for (var f = 0; f < size; f++)
        {
            weights[f] /= spread[f];
        }

        return weights;
    }

    private static void AddSlope(bool[] answers, float[][] rows, float[] weights, double[] slope)
    {
        var scores = new float[rows.Length];
        var max = float.MinValue;
        for (var i = 0; i < rows.Length; i++)
        {
            max = Math.Max(max, scores[i] = Sum(weights, rows[i]));
        }

        var sum = 0f;
        for (var i = 0; i < rows.Length; i++)
        {
            sum += scores[i] = MathF.Exp(scores[i] - max);
        }

        var share = 1f / answers.Count(a => a);
        for (var i = 0; i < rows.Length; i++)
        {
            var pull = (answers[i] ? share : 0) - (scores[i] / sum);
            if (Math.Abs(pull) < 1e-4f)
            {
                continue;
            }

            for (var f = 0; f < slope.Length; f++)
            {
                slope[f] += pull * rows[i][f];
            }
        }
    }

    // Only differences between the passages of one question matter: their spread sets the scale of a feature.
    private static float[] Spread(List<TuningQuestion> questions, int size)
    {
        var spread = new float[size];
        for (var f = 0; f < size; f++)
        {
            var sum = 0.0;
            foreach (var question in questions)
            {
                var mean = question.Features.Average(row => row[f]);
                sum += question.Features.Average(row => (row[f] - mean) * (row[f] - mean));
            }

            spread[f] = (float)Math.Sqrt(sum / questions.Count) + 1e-6f;
        }

        return spread;
    }

    private static float[][] Centre(TuningQuestion question, float[] spread)
    {
        var rows = question.Features.Select(row => (float[])row.Clone()).ToArray();
        for (var f = 0; f < spread.Length; f++)
        {
            var mean = rows.Average(row => row[f]);
            foreach (var row in rows)
            {
                row[f] = (row[f] - mean) / spread[f];
            }
        }

        return rows;
    }
}
