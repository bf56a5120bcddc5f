using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Search.Testing;

namespace Search.Architecture.Tests;

/// <summary>
/// The folders of a project depend on one another in one direction: no circle, the files beside the project file
/// counted as a folder of their own. Read from the compiled program, so that no name can be mistaken.
/// </summary>
public sealed partial class FolderTests(ITestOutputHelper output)
{
    private const string Beside = ".";

    public static TheoryData<string> Projects => [.. ProjectMap.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void TheFoldersOfAProjectFormNoCircle(string project)
    {
        var steps = StepsOf(project);
        var circle = steps.Keys.Where(folder => ProjectMap.Reach(folder, name => steps.TryGetValue(name, out var next) ? next.Keys : []).Contains(folder))
            .Order(StringComparer.Ordinal).ToList();
        foreach (var folder in circle)
        {
            output.WriteLine($"{folder} → " + string.Join("; ", steps[folder].Where(step => circle.Contains(step.Key)).Select(step => $"{step.Key} ({step.Value.Count}: {string.Join(", ", step.Value.Take(3))})")));
        }

        Assert.True(circle.Count == 0, $"{project}: {circle.Count} folders in circles: {string.Join(", ", circle)}");
    }

    /// <summary>From each folder the folders its types depend on, with the pairs of types that tie them.</summary>
    private static Dictionary<string, Dictionary<string, SortedSet<string>>> StepsOf(string project)
    {
        var name = string.Equals(project, "Search.Cli", StringComparison.Ordinal) ? "search" : project;
        var folders = FoldersOf(project);
        var assembly = System.Reflection.Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
        var steps = new Dictionary<string, Dictionary<string, SortedSet<string>>>(StringComparer.Ordinal);
        foreach (var type in new ArchLoader().LoadAssembly(assembly).Build().Types)
        {
            if (FolderOf(type, folders) is not { } from)
            {
                continue;
            }

            foreach (var target in type.Dependencies.Select(dependency => dependency.Target))
            {
                if (FolderOf(target, folders) is { } to && !string.Equals(from, to, StringComparison.Ordinal))
                {
                    if (!steps.TryGetValue(from, out var next))
                    {
                        steps.Add(from, next = new(StringComparer.Ordinal));
                    }

                    if (!next.TryGetValue(to, out var pairs))
                    {
                        next.Add(to, pairs = new(StringComparer.Ordinal));
                    }

                    pairs.Add($"{type.Name} → {target.Name}");
                }
            }
        }

        return steps;
    }

    // A type stands in the folder of the file that declares it; what the compiler makes belongs to the type around it.
    private static string? FolderOf(IType type, Dictionary<string, string> folders) =>
        folders.GetValueOrDefault(Outermost().Match(type.FullName).Value);

    private static Dictionary<string, string> FoldersOf(string project)
    {
        var root = RepositoryFiles.PathOf("src", project);
        var folders = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(root, path).Replace('\\', '/');
            if (Built().IsMatch("/" + relative))
            {
                continue;
            }

            var folder = relative.Contains('/', StringComparison.Ordinal) ? relative[..relative.IndexOf('/', StringComparison.Ordinal)] : Beside;
            if (relative.EndsWith(".razor", StringComparison.Ordinal))
            {
                folders[project + "." + Path.ChangeExtension(relative, null).Replace('/', '.')] = folder;
            }
            else if (relative.EndsWith(".cs", StringComparison.Ordinal))
            {
                var text = File.ReadAllText(path);
                var space = Space().Match(text).Groups["name"].Value;
                foreach (Match declared in Declared().Matches(text))
                {
                    folders.TryAdd((space.Length > 0 ? space + "." : "") + declared.Groups["name"].Value, folder);
                }
            }
        }

        return folders;
    }

    [GeneratedRegex("^[^+/`<]*", RegexOptions.CultureInvariant)]
    private static partial Regex Outermost();

    [GeneratedRegex("/(obj|bin|node_modules|wwwroot|ClientApp)/", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Built();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Space();

    // At the margin: types within types stand where those around them do.
    [GeneratedRegex(@"^(?:(?:public|internal|static|sealed|abstract|partial|readonly|unsafe|ref|file) )*(?:class|interface|enum|record struct|record class|record|struct|delegate [\w<>\[\]?.]+) (?<name>\w+)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Declared();
}
