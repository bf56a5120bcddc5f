using Search.Store;

namespace Search.Ingestion.Discovery;

/// <summary>
/// Finds files under the paths an operator gives. Links are never followed: what they lead to inside the folder is
/// found anyway, and what lies outside was not asked for. Hidden files, notes about the folder (README.md) and
/// half-written downloads are left alone.
/// </summary>
internal sealed class FolderScanner(IDocumentStore store, FormatReaders readers)
{
    private static readonly string[] Temporary = [".tmp", ".part", ".crdownload", ".swp"];

    private readonly FoundFiles _files = new();
    private readonly List<ScanProblem> _problems = [];
    private readonly List<string> _scanned = [];
    private readonly List<string> _unreadable = [];
    private SourcePaths _paths = new([]);

    public FolderScan Scan(IEnumerable<string> paths, CancellationToken ct)
    {
        foreach (var path in paths)
        {
            ct.ThrowIfCancellationRequested();
            var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
            if (Directory.Exists(full))
            {
                ScanRoot(full, ct);
            }
            else if (System.IO.File.Exists(full))
            {
                ScanSingle(full);
            }
            else
            {
                AddMissing(path, full);
            }
        }

        return new FolderScan(_files, _problems, Gone());
    }

    private void ScanRoot(string folder, CancellationToken ct)
    {
        _paths = Paths(folder);
        _scanned.Add(folder);
        ScanFolder(folder, folder, ct);
    }

    private void ScanSingle(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        _paths = Paths(folder);
        var info = new FileInfo(file);
        if (IsLink(info))
        {
            ReportLink(info, folder);
        }
        else
        {
            Take(info);
        }
    }

    /// <summary>A folder inside a known root keeps that root's name; any other becomes a root.</summary>
    private SourcePaths Paths(string folder)
    {
        var paths = new SourcePaths(store.Roots());
        if (paths.TryName(folder, out _))
        {
            return paths;
        }

        store.AddRoot(folder);
        return new SourcePaths(store.Roots());
    }

    private void AddMissing(string given, string full)
    {
        // A file the store knows may have been deleted; a folder that is not there may be a disk that is not mounted.
        if (new SourcePaths(store.Roots()).TryName(full, out var name) && store.File(name) is not null
            && Directory.Exists(Path.GetDirectoryName(full)))
        {
            _scanned.Add(full);
            return;
        }

        _problems.Add(new ScanProblem(
            given, false, "missing", $"Không có tệp hay thư mục '{given}'.", $"There is no file or folder '{given}'."));
    }

    private void ScanFolder(string folder, string root, CancellationToken ct)
    {
        var inner = new List<string>();
        try
        {
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            {
                ct.ThrowIfCancellationRequested();
                if (IsLeftAlone(entry.Name))
                {
                    continue;
                }

                if (IsLink(entry))
                {
                    ReportLink(entry, root);
                }
                else if (entry is DirectoryInfo)
                {
                    inner.Add(entry.FullName);
                }
                else if (entry is FileInfo file)
                {
                    Take(file);
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _unreadable.Add(folder);
            _problems.Add(new ScanProblem(
                Name(folder),
                false,
                "unreadable",
                $"Không mở được thư mục '{Name(folder)}'.",
                $"The folder '{Name(folder)}' cannot be opened."));
            return;
        }

        foreach (var next in inner)
        {
            ScanFolder(next, root, ct);
        }
    }

    private void Take(FileInfo file)
    {
        var name = Name(file.FullName);
        if (name.Any(c => char.IsControl(c) || c == '\uFFFD'))
        {
            var shown = string.Concat(name.Select(c => char.IsControl(c) ? '\uFFFD' : c));
            _problems.Add(new ScanProblem(
                shown, true, "bad-name", "Tên tệp có ký tự điều khiển hoặc sai mã.", "The file name holds control characters or broken bytes."));
            return;
        }

        try
        {
            if (file.Length == 0 && SpecialFiles.Is(file.FullName))
            {
                _problems.Add(new ScanProblem(
                    name, true, "special-file", "Không phải là tệp thường (ống dẫn, ổ cắm hoặc thiết bị).", "A pipe, a socket or a device, not a file."));
                return;
            }

            _files.Add(name[..name.LastIndexOf('/')], file);
        }
        catch (IOException)
        {
            // It went away between listing and looking: then it is not there, and the next scan will say so.
        }
    }

    /// <summary>Asks for the target only where the listing says that there may be one: it is a call of its own for each file.</summary>
    private static bool IsLink(FileSystemInfo entry) =>
        entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && entry.LinkTarget is not null;

    private void ReportLink(FileSystemInfo link, string root)
    {
        string? target;
        try
        {
            target = link.ResolveLinkTarget(returnFinalTarget: true)?.FullName;
        }
        catch (IOException)
        {
            target = null; // a circle of links
        }

        if (target is not null && SourcePaths.IsInside(target, root))
        {
            return;
        }

        var name = Name(link.FullName);
        _problems.Add(new ScanProblem(
            name,
            true,
            "link-outside",
            $"'{name}' là liên kết dẫn ra ngoài thư mục; không đi theo.",
            $"'{name}' is a link that leads out of the folder; it is not followed."));
    }

    private string Name(string fullPath) => _paths.TryName(fullPath, out var name) ? name : Path.GetFileName(fullPath);

    /// <summary>Stored files that lie in what was scanned and were not found. What could not be read is not gone.</summary>
    private List<string> Gone()
    {
        var gone = new List<string>();
        var paths = new SourcePaths(store.Roots());
        store.EachFile(file =>
        {
            var outer = ContainerPaths.Outer(file.Path);
            if (!_files.Contains(outer) && paths.TryLocate(outer, out var full)
                && _scanned.Exists(folder => SourcePaths.IsInside(full, folder))
                && !_unreadable.Exists(folder => SourcePaths.IsInside(full, folder)))
            {
                gone.Add(file.Path);
            }
        });
        return gone;
    }

    private bool IsLeftAlone(string name) =>
        name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal)
        || name.Equals("README.md", StringComparison.OrdinalIgnoreCase)
        || (readers.For(name) is null && Temporary.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase));
}
