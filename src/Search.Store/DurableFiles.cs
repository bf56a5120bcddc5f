using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Search.Store;

/// <summary>
/// Files that outlast a power cut. Flushing a file keeps its bytes; that it has a name, and which, is kept by its folder,
/// which is flushed as well. What is acknowledged to a caller goes through here first.
/// </summary>
public static partial class DurableFiles
{
    /// <summary>The rights that nobody else gets, as umask takes them: 077.</summary>
    private const uint GroupAndOthers = 63;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int ReadOnly = 0;

    /// <summary>Writes a file as a whole, in place of what it held; after a power cut it holds the one or the other. Only
    /// its owner may read it.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The disk refused; the file holds what it held.</exception>
    public static void Replace(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        var next = path + ".next";
        using (var stream = Create(next, FileMode.Create))
        {
            write(stream);
            stream.Flush(flushToDisk: true);
        }

        Move(next, path, overwrite: true);
    }

    /// <summary>Opens a file for writing that only its owner may read.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="mode">Whether it may exist.</param>
    /// <exception cref="IOException">The file exists and must not, or the disk refused.</exception>
    public static FileStream Create(string path, FileMode mode)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.Write,
            Share = FileShare.None,
            BufferSize = 64 << 10,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }

    /// <summary>Gives a file another name, and keeps that: both folders are flushed.</summary>
    /// <param name="from">The file.</param>
    /// <param name="to">Its new path.</param>
    /// <param name="overwrite">Whether it takes the place of a file that is there.</param>
    /// <exception cref="IOException">There is such a file and it is not to be replaced, or the disk refused.</exception>
    public static void Move(string from, string to, bool overwrite)
    {
        File.Move(from, to, overwrite);
        var (left, entered) = (Folder(from), Folder(to));
        Flush(entered);
        if (!string.Equals(left, entered, StringComparison.Ordinal))
        {
            Flush(left);
        }
    }

    /// <summary>Keeps the names of a folder's files. Windows does so by itself.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = Open(folder);
        if (FlushFile(handle) != 0)
        {
            throw Failure(folder);
        }
    }

    /// <summary>Makes a folder that only its owner may look into, with the folders above it, and keeps it. One that exists
    /// stays as it is.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        Flush(Folder(Path.TrimEndingDirectorySeparator(folder)));
    }

    /// <summary>Takes every right from everybody but the owner: folders 0700, files 0600, those that are there and, since
    /// nobody else may enter the folder, those that come.</summary>
    /// <param name="folder">The folder; made when missing.</param>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void MakePrivate(string folder)
    {
        MakeFolder(folder);
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(folder, OwnerOnly | UnixFileMode.UserExecute);
        foreach (var entry in Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories))
        {
            if (new FileInfo(entry).LinkTarget is null)
            {
                File.SetUnixFileMode(entry, Directory.Exists(entry) ? OwnerOnly | UnixFileMode.UserExecute : OwnerOnly);
            }
        }
    }

    /// <summary>From here on whatever this process and its children make is its owner's alone: files 0600, folders 0700. A
    /// database or an index has no setting of its own for that. What is there already stays as it is.</summary>
    public static void KeepPrivate()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = Mask(GroupAndOthers);
        }
    }

    private static string Folder(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;

    private static SafeFileHandle Open(string folder)
    {
        var descriptor = OpenFile(folder, ReadOnly);
        return descriptor < 0 ? throw Failure(folder) : new SafeFileHandle(descriptor, ownsHandle: true);
    }

    private static IOException Failure(string path) => new($"{path}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");

    [LibraryImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial uint Mask(uint mask);

    // File.OpenHandle refuses folders.
    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int OpenFile(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int FlushFile(SafeFileHandle descriptor);
}
