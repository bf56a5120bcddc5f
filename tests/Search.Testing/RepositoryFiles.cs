namespace Search.Testing;

/// <summary>Finds the repository's own folders from a running test, wherever it was built to.</summary>
public static class RepositoryFiles
{
    private static readonly Lazy<string> FoundRoot = new(FindRoot);

    /// <summary>The folder that holds <c>Search.sln</c>.</summary>
    public static string Root => FoundRoot.Value;

    /// <summary>The full path of a file or folder inside the repository.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Search.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No Search.sln above {AppContext.BaseDirectory}");
    }
}
