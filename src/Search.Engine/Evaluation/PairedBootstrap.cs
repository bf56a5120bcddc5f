namespace Search.Engine;

/// <summary>
/// Tells whether two rankings differ: resamples the questions of both together and gives the interval in which the mean
/// difference lies. A change of the ranking is worth keeping when the interval excludes zero.
/// </summary>
public static class PairedBootstrap
{
    /// <summary>Samples drawn.</summary>
    public const int Samples = 10_000;

    /// <summary>The mean difference and its 95 % interval.</summary>
    /// <param name="before">A figure a question.</param>
    /// <param name="after">The same questions in the same order.</param>
    /// <param name="seed">Begins the random numbers; the same seed gives the same interval.</param>
    /// <exception cref="ArgumentException">The two differ in length.</exception>
    public static BootstrapInterval Difference(IReadOnlyList<double> before, IReadOnlyList<double> after, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Count != after.Count)
        {
            throw new ArgumentException("The two rankings answer different numbers of questions.", nameof(after));
        }

        var differences = before.Zip(after, (b, a) => a - b).ToArray();
        return Mean(differences, seed);
    }

    /// <summary>The mean of a figure and its 95 % interval.</summary>
    /// <param name="values">A figure a question.</param>
    /// <param name="seed">Begins the random numbers.</param>
    public static BootstrapInterval Mean(IReadOnlyList<double> values, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0)
        {
            return new BootstrapInterval(0, 0, 0);
        }

        var random = new Random(seed);
        var means = new double[Samples];
        for (var s = 0; s < means.Length; s++)
        {
            var sum = 0.0;
            for (var i = 0; i < values.Count; i++)
            {
                sum += values[random.Next(values.Count)];
            }

            means[s] = sum / values.Count;
        }

        Array.Sort(means);
        return new BootstrapInterval(values.Average(), means[(int)(Samples * 0.025)], means[(int)(Samples * 0.975) - 1]);
    }
}
