using System.Collections;

namespace Search.Ingestion.Discovery;

/// <summary>
/// The files of a scan, folder by folder in the order of the folders' names and in each in the order of the files' names.
/// A folder may hold a million of them, so that what repeats (the folder's name, where it lies) is kept once a folder.
/// </summary>
internal sealed class FoundFiles : IReadOnlyCollection<FoundFile>
{
    private readonly SortedDictionary<string, Folder> _folders = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    /// <summary>Adds a file; one that is there already is not there twice.</summary>
    /// <param name="folder">Name of its folder, as the store names it.</param>
    /// <param name="file">The file as it lies on this machine.</param>
    /// <exception cref="IOException">It went away meanwhile.</exception>
    public void Add(string folder, FileInfo file)
    {
        var (size, modified) = (file.Length, file.LastWriteTimeUtc.Ticks);
        if (!_folders.TryGetValue(folder, out var known))
        {
            _folders[folder] = known = new Folder(file.DirectoryName!);
        }

        if (known.Files.TryAdd(file.Name, (size, modified)))
        {
            Count++;
        }
    }

    /// <summary>Whether a file of that path, as the store names it, was found.</summary>
    public bool Contains(string path)
    {
        var cut = path.LastIndexOf('/');
        return cut >= 0 && _folders.TryGetValue(path[..cut], out var folder) && folder.Files.ContainsKey(path[(cut + 1)..]);
    }

    /// <summary>Leaves out what does not fit. Every file is asked about once, in order.</summary>
    public void Keep(Func<FoundFile, bool> fits)
    {
        foreach (var (name, folder) in _folders)
        {
            foreach (var file in folder.InOrder(name).Where(file => !fits(file)).ToList())
            {
                folder.Files.Remove(Path.GetFileName(file.FullPath));
                Count--;
            }
        }
    }

    public IEnumerator<FoundFile> GetEnumerator() =>
        _folders.SelectMany(folder => folder.Value.InOrder(folder.Key)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed record Folder(string FullPath)
    {
        public Dictionary<string, (long Size, long Modified)> Files { get; } = new(StringComparer.Ordinal);

        public IEnumerable<FoundFile> InOrder(string name) => Files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new FoundFile(
            $"{name}/{file.Key}",
            Path.Combine(FullPath, file.Key),
            file.Value.Size,
            new DateTimeOffset(file.Value.Modified, TimeSpan.Zero)));
    }
}
