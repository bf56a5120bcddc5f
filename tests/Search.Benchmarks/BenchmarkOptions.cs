using System.Globalization;

namespace Search.Benchmarks;

/// <summary>Reads the options of a benchmark: a name, then its value.</summary>
internal static class BenchmarkOptions
{
    public static string? Text(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    public static int Number(string[] args, string name, int otherwise) =>
        Text(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
