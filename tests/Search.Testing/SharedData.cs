using Xunit;

namespace Search.Testing;

/// <summary>
/// The data folder beside the repository (<c>../shared</c>): read, never copied. A test that needs it skips where the
/// folder is missing, and fails there when <c>CI=true</c>.
/// </summary>
public static class SharedData
{
    /// <summary>The folder, present or not. <c>SEARCH_SHARED</c> in the environment overrides its place.</summary>
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("SEARCH_SHARED") is { Length: > 0 } configured
            ? configured
            : Path.GetFullPath(Path.Combine(RepositoryFiles.Root, "..", "shared"));

    /// <summary>Whether the folder is there; for data-driven theories that must list their rows without skipping.</summary>
    public static bool IsPresent => Directory.Exists(Folder);

    /// <summary>The full path of a file inside the folder; skips or fails the test when it is not there.</summary>
    /// <param name="parts">Path segments, such as <c>"data", "text", "charset-tables.tsv"</c>.</param>
    public static string PathOf(params ReadOnlySpan<string> parts)
    {
        var path = Path.Combine([Folder, .. parts]);
        if (File.Exists(path) || Directory.Exists(path))
        {
            return path;
        }

        var reason = $"Test data is missing: {path}";
        Assert.False(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase), reason);
        Assert.Skip(reason);
        return path;
    }

    /// <summary>The text of a file inside the folder, decoded as UTF-8.</summary>
    public static string ReadAllText(params ReadOnlySpan<string> parts) => File.ReadAllText(PathOf(parts));

    /// <summary>The bytes of a file inside the folder.</summary>
    public static byte[] ReadAllBytes(params ReadOnlySpan<string> parts) => File.ReadAllBytes(PathOf(parts));

    /// <summary>The sample documents (<c>seeds/*.txt</c>), in the order of their names.</summary>
    public static IReadOnlyList<string> SampleFiles() =>
        [.. Directory.EnumerateFiles(PathOf("seeds"), "*.txt").Order(StringComparer.Ordinal)];
}
