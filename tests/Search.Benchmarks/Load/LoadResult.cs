using System.Globalization;

namespace Search.Benchmarks.Load;

/// <summary>What one run gave.</summary>
/// <param name="Name">What was asked for.</param>
/// <param name="Times">Milliseconds of each answer, ascending.</param>
/// <param name="Seconds">How long it went on.</param>
/// <param name="Bytes">Bodies, together.</param>
/// <param name="Processor">Processor seconds of the host.</param>
/// <param name="Wrong">Answers with another status than expected.</param>
internal sealed record LoadResult(string Name, double[] Times, double Seconds, long Bytes, double Processor, int Wrong)
{
    public static string Head { get; } =
        "| request | answers | a second | p50 ms | p95 ms | p99 ms | max ms | host processor ms | body bytes | wrong |\n|---|---|---|---|---|---|---|---|---|---|";

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Name} | {Times.Length} | {Times.Length / Seconds:0} | {At(0.5):0.00} | {At(0.95):0.00} | {At(0.99):0.00} | {At(1):0.0} | {1000 * Processor / Math.Max(1, Times.Length):0.000} | {Bytes / Math.Max(1, Times.Length)} | {Wrong} |");

    private double At(double share) => Times.Length == 0 ? 0 : Times[Math.Min(Times.Length - 1, (int)(share * Times.Length))];
}
