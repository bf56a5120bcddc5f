using System.Diagnostics.CodeAnalysis;
using Search.Store;

namespace Search.Ingestion.Discovery;

/// <summary>
/// Between places on this machine and paths in the store. A stored path begins with the name of its root folder and
/// not with where that folder lies, so that a store can move with its sources and tells no caller about the machine.
/// </summary>
internal sealed class SourcePaths(IReadOnlyList<SourceRoot> roots)
{
    /// <summary>The stored path of a place; false when it lies in no known root.</summary>
    public bool TryName(string fullPath, [NotNullWhen(true)] out string? name)
    {
        name = null;
        var root = roots.Where(root => IsInside(fullPath, root.Folder)).MaxBy(root => root.Folder.Length);
        if (root is null)
        {
            return false;
        }

        var rest = Path.GetRelativePath(root.Folder, fullPath).Replace(Path.DirectorySeparatorChar, '/');
        name = rest is "." ? root.Name : $"{root.Name}/{rest}";
        return true;
    }

    /// <summary>Where a stored path lies on this machine; false when its root is not known.</summary>
    public bool TryLocate(string name, [NotNullWhen(true)] out string? fullPath)
    {
        var cut = name.IndexOf('/', StringComparison.Ordinal);
        var first = cut < 0 ? name : name[..cut];
        var root = roots.FirstOrDefault(root => string.Equals(root.Name, first, StringComparison.Ordinal));
        fullPath = root is null ? null : cut < 0 ? root.Folder : Path.GetFullPath(Path.Combine(root.Folder, name[(cut + 1)..]));
        return fullPath is not null;
    }

    /// <summary>Whether a place is a folder itself or lies in it.</summary>
    public static bool IsInside(string fullPath, string folder) =>
        string.Equals(fullPath, folder, StringComparison.Ordinal)
        || fullPath.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
