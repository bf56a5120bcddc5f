using Microsoft.Win32.SafeHandles;

namespace Search.Engine.Embedded;

/// <summary>The disk itself.</summary>
internal sealed class DiskFileLayer : IFileLayer
{
    private const int BufferSize = 1 << 18;

    public static DiskFileLayer Instance { get; } = new();

    public Stream Create(string path) =>
        new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, BufferSize);

    public void Sync(Stream stream)
    {
        if (stream is FileStream file)
        {
            file.Flush(flushToDisk: true);
        }
        else
        {
            stream.Flush();
        }
    }

    public void Rename(string from, string to) => File.Move(from, to, overwrite: true);

    public void SyncDirectory(string directory)
    {
        // A directory can be opened and flushed on Unix; Windows makes renames durable with the file itself.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = OpenDirectory(directory);
        RandomAccess.FlushToDisk(handle);
    }

    public void Delete(string path) => File.Delete(path);

    private static SafeFileHandle OpenDirectory(string directory) => UnixDirectory.Open(directory);
}
