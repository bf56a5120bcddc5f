using System.Text.RegularExpressions;
using System.Xml.Linq;
using Search.Testing;

namespace Search.Architecture.Tests;

/// <summary>The projects of <c>src</c>: what their files refer to, and what the table of <c>src/README.md</c> lets them know.</summary>
internal static partial class ProjectMap
{
    /// <summary>Names of the projects of <c>src</c>.</summary>
    public static IReadOnlyList<string> Projects { get; } =
        [.. Directory.EnumerateFiles(RepositoryFiles.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>What a project's file refers to.</summary>
    public static IReadOnlyList<string> ReferencesOf(string project) =>
        [.. XDocument.Load(RepositoryFiles.PathOf("src", project, project + ".csproj")).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))];

    /// <summary>The rows of the table: a project and those that it says it knows. <c>all above</c> is every row before it.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Rows()
    {
        var rows = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(RepositoryFiles.PathOf("src", "README.md")))
        {
            if (line.Split('|', StringSplitOptions.TrimEntries) is not ["", var first, _, var knows, ..] || Link().Match(first) is not { Success: true } link)
            {
                continue;
            }

            rows.Add(link.Groups["name"].Value, knows.Contains("all above", StringComparison.Ordinal)
                ? rows.Keys.ToHashSet(StringComparer.Ordinal)
                : Word().Matches(knows).Select(word => "Search." + word.Value).Where(Projects.Contains).ToHashSet(StringComparer.Ordinal));
        }

        return rows;
    }

    /// <summary>Those that a project reaches, by a step as often as it takes.</summary>
    public static IReadOnlySet<string> Reach(string project, Func<string, IEnumerable<string>> step)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(step(project));
        while (open.TryPop(out var next))
        {
            if (reached.Add(next))
            {
                foreach (var further in step(next))
                {
                    open.Push(further);
                }
            }
        }

        return reached;
    }

    [GeneratedRegex(@"^\[`(?<name>Search\.[\w.]+)`\]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"[A-Z]\w*(\.[A-Z]\w*)*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
