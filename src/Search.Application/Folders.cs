namespace Search.Application;

/// <summary>Finds the project's folders whether the program is started from its root or from elsewhere.</summary>
public static class Folders
{
    private const string Landmark = "Search.sln";

    /// <summary>
    /// The folder of that name in the nearest parent of the working folder, or of the program's own folder, that
    /// holds the solution; else in the working folder.
    /// </summary>
    /// <param name="name">For example <c>index</c> or <c>corpus</c>.</param>
    public static string Default(string name) =>
        Path.Combine(
            Root(Directory.GetCurrentDirectory()) ?? Root(AppContext.BaseDirectory) ?? Directory.GetCurrentDirectory(),
            name);

    private static string? Root(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Landmark)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
