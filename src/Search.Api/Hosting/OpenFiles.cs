using System.Globalization;

namespace Search.Api.Hosting;

/// <summary>How many connections fit into the descriptors that the process may have.</summary>
internal static class OpenFiles
{
    /// <summary>What the host itself holds: assemblies, the index, the store, pipes to the processes that parse.</summary>
    private const int OwnUse = 512;
    private const int Least = 64;
    private const int Most = 20_000;
    private const int Fallback = 4_096;

    /// <summary>At most so many connections at a time.</summary>
    public static long ForConnections()
    {
        var limit = Limit();
        return limit <= 0 ? Fallback : Math.Clamp(limit - Math.Min(OwnUse, limit / 2), Least, Most);
    }

    /// <summary>The soft limit; -1 where it is not known.</summary>
    private static long Limit()
    {
        try
        {
            // Max open files            1024                 524288               files
            var line = File.ReadLines("/proc/self/limits").First(line => line.StartsWith("Max open files", StringComparison.Ordinal));
            var words = line["Max open files".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return long.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : -1;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return -1;
        }
    }
}
