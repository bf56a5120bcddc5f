using System.Globalization;

namespace Search.Store.Sqlite.Writing;

/// <summary>Rows of <c>roots</c>.</summary>
internal sealed class RootWriter(WriteContext context)
{
    public SourceRoot Add(string folder)
    {
        var roots = context.Queries.Roots();
        if (roots.FirstOrDefault(root => string.Equals(root.Folder, folder, StringComparison.Ordinal)) is { } known)
        {
            return known;
        }

        var own = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)) is { Length: > 0 } last ? last : "root";
        var name = own;
        for (var i = 2; roots.Any(root => IsTaken(root, name)); i++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{own}~{i}");
        }

        context.Execute(
            "INSERT INTO roots(name, folder) VALUES (@name, @folder) ON CONFLICT(name) DO UPDATE SET folder = @folder",
            new { name, folder });
        return new SourceRoot(name, folder);
    }

    /// <summary>A folder that is no longer there has been moved: the one of its name takes its place.</summary>
    private static bool IsTaken(SourceRoot root, string name) =>
        string.Equals(root.Name, name, StringComparison.Ordinal) && Directory.Exists(root.Folder);
}
