using System.Globalization;

namespace Search.Engine.LuceneNet;

/// <summary>
/// One generation folder of an index: a Lucene index of its own, <c>g000001</c>, <c>g000002</c>… A rebuild writes the
/// next one and never touches the one that serves. Whoever reads a folder holds a shared lock on its <c>held</c> file;
/// a folder is deleted only under the exclusive lock.
/// </summary>
/// <param name="Path">Its full path.</param>
/// <param name="Number">Its number.</param>
internal sealed record IndexFolder(string Path, int Number)
{
    private const string HeldFile = "held";

    /// <summary>The generation folders of an index, the newest first.</summary>
    public static IReadOnlyList<IndexFolder> List(string root)
    {
        if (!Directory.Exists(root))
        {
            return [];
        }

        var folders = new List<IndexFolder>();
        foreach (var path in Directory.EnumerateDirectories(root, "g*"))
        {
            if (int.TryParse(System.IO.Path.GetFileName(path.AsSpan())[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                folders.Add(new IndexFolder(path, number));
            }
        }

        folders.Sort((a, b) => b.Number.CompareTo(a.Number));
        return folders;
    }

    /// <summary>Makes a folder; its name is durable when this returns.</summary>
    public static IndexFolder Create(string root, int number)
    {
        var folder = At(root, number);
        Directory.CreateDirectory(folder.Path);
        File.WriteAllBytes(System.IO.Path.Combine(folder.Path, HeldFile), []);
        UnixDirectory.Flush(root);
        return folder;
    }

    /// <summary>Makes the folder with copies of files of another one.</summary>
    /// <param name="files">Their names.</param>
    /// <param name="from">The other one.</param>
    /// <param name="ct">Stops between files.</param>
    /// <exception cref="FileNotFoundException">One of them is gone.</exception>
    public void Receive(IEnumerable<string> files, IndexFolder from, CancellationToken ct)
    {
        Directory.CreateDirectory(Path);
        File.WriteAllBytes(System.IO.Path.Combine(Path, HeldFile), []);
        foreach (var file in files)
        {
            ct.ThrowIfCancellationRequested();
            File.Copy(System.IO.Path.Combine(from.Path, file), System.IO.Path.Combine(Path, file));
        }
    }

    /// <summary>The folder of a number, whether it is there or not.</summary>
    public static IndexFolder At(string root, int number) =>
        new(System.IO.Path.Combine(root, string.Create(CultureInfo.InvariantCulture, $"g{number:D6}")), number);

    /// <summary>Whether a commit was ever written to it. One of which the list of segments is gone is damaged, not empty: the
    /// number of the newest commit, which Lucene writes next to it, tells them apart.</summary>
    public bool HasCommit => CommitFiles().Any();

    /// <summary>The lists of segments, and the number of the newest one; none where no commit was ever made.</summary>
    public IEnumerable<string> CommitFiles()
    {
        try
        {
            return Directory.EnumerateFiles(Path, "segments*").Order(StringComparer.Ordinal).ToList();
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    /// <summary>Keeps the folder from being deleted. Reads only.</summary>
    /// <exception cref="IOException">The folder is gone, or being deleted.</exception>
    public IDisposable Hold() =>
        new FileStream(System.IO.Path.Combine(Path, HeldFile), FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <summary>Deletes the folder unless somebody holds it. For the holder of the write lock.</summary>
    public void TryDelete()
    {
        try
        {
            var held = System.IO.Path.Combine(Path, HeldFile);
            using (new FileStream(held, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
            {
                // The commit goes first, "segments.gen" before all: whoever comes now finds none, and looks at another folder.
                foreach (var file in CommitFiles().Concat(Directory.EnumerateFiles(Path)).Distinct(StringComparer.Ordinal).ToList())
                {
                    if (!string.Equals(file, held, StringComparison.Ordinal))
                    {
                        File.Delete(file);
                    }
                }

                File.Delete(held);
            }

            Directory.Delete(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody reads it. The next commit tries again.
        }
    }
}
