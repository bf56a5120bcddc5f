namespace Search.Architecture.Tests;

/// <summary>A project knows the ones that <c>src/README.md</c> names beside it, and no others.</summary>
public sealed class ProjectTests
{
    [Fact]
    public void EveryProjectHasItsRow() => Assert.Equal(ProjectMap.Projects, ProjectMap.Rows().Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void AProjectRefersToWhatItsRowNamesAndToNothingElse()
    {
        var rows = ProjectMap.Rows();
        var found = new List<string>();
        foreach (var project in ProjectMap.Projects)
        {
            var allowed = ProjectMap.Reach(project, name => rows.TryGetValue(name, out var known) ? known : []);
            found.AddRange(ProjectMap.ReferencesOf(project).Where(reference => !allowed.Contains(reference)).Select(reference => $"{project} refers to {reference}"));
            // A row that names what is not referred to is not true either.
            var reached = ProjectMap.Reach(project, ProjectMap.ReferencesOf);
            found.AddRange(rows.GetValueOrDefault(project, new HashSet<string>(StringComparer.Ordinal))
                .Where(known => !reached.Contains(known) && !IsOneOfAllAbove(project)).Select(known => $"{project} does not refer to {known}"));
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public void NoProjectReachesItself() =>
        Assert.DoesNotContain(ProjectMap.Projects, project => ProjectMap.Reach(project, ProjectMap.ReferencesOf).Contains(project));

    // "All above" is leave, not a promise.
    private static bool IsOneOfAllAbove(string project) => ProjectMap.Rows()[project].Count > 3;
}
