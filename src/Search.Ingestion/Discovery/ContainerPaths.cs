namespace Search.Ingestion.Discovery;

/// <summary>Paths of what lies inside a file: <c>corpus/lot.zip!/2011/04-ct-tw.docx</c>.</summary>
internal static class ContainerPaths
{
    private const string Separator = "!/";

    /// <summary>The path of something inside a container.</summary>
    public static string Inner(string container, string entry) => container + Separator + entry;

    /// <summary>Whether a path is of something inside a container.</summary>
    public static bool IsInner(string path, string container) =>
        path.StartsWith(container, StringComparison.Ordinal)
        && path.AsSpan(container.Length).StartsWith(Separator, StringComparison.Ordinal);

    /// <summary>The path of the file on disk: of the outermost container, or the path itself.</summary>
    public static string Outer(string path)
    {
        var cut = path.IndexOf(Separator, StringComparison.Ordinal);
        return cut < 0 ? path : path[..cut];
    }
}
