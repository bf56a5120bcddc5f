namespace Search.Store.Sqlite;

/// <summary>The one writer of a data folder: an open file that no other process can open. The operating system
/// lets go of it when the process ends, however it ends.</summary>
internal sealed class WriterLock : IDisposable
{
    private readonly FileStream _file;

    private WriterLock(FileStream file) => _file = file;

    /// <exception cref="StoreBusyException">Another writer holds it.</exception>
    public static WriterLock Take(string dataDirectory)
    {
        var path = Path.Combine(dataDirectory, "writer.lock");
        try
        {
            return new WriterLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1));
        }
        catch (IOException error) when (IsHeld(error))
        {
            throw new StoreBusyException(
                $"Một tiến trình khác đang ghi vào '{dataDirectory}'; hãy dừng nó hoặc đợi nó xong. "
                + $"(Another process is writing to '{dataDirectory}'; stop it or wait for it.)",
                error);
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Held by another process, and not a disk that is full, read-only or failing: .NET reports a lock as
    /// EWOULDBLOCK, Windows as a sharing violation.</summary>
    private static bool IsHeld(IOException error) => (error.HResult & 0xFFFF) is 11 or 35 or 32 or 33;
}
