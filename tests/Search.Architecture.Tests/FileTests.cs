using System.Text.RegularExpressions;
using Search.Testing;

namespace Search.Architecture.Tests;

/// <summary>A file past 300 lines says at its head why it is one.</summary>
public sealed partial class FileTests
{
    private const int Long = 300;
    private const int Head = 45;

    [Fact]
    public void AFilePast300LinesStatesItsReasonAtItsHead()
    {
        var found = new List<string>();
        foreach (var path in Directory.EnumerateFiles(RepositoryFiles.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !Built().IsMatch(path)).Order(StringComparer.Ordinal))
        {
            var lines = File.ReadAllLines(path);
            if (lines.Length > Long && !Reason().IsMatch(string.Join('\n', lines.Take(Head))))
            {
                found.Add($"{Path.GetRelativePath(RepositoryFiles.Root, path)}: {lines.Length} lines, and no \"Longer than most files because …\" at its head");
            }
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [GeneratedRegex(@"/(obj|bin|node_modules)/", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Built();

    [GeneratedRegex(@"^ *//.*\b(longer than|long because|one file because|in one file)\b", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Reason();
}
