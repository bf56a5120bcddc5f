namespace Search.Engine.Embedded;

/// <summary>The right to write an index, among processes. Held by the writer and by merges; freed with the last.</summary>
internal sealed class WriteLock
{
    private const string FileName = "write.lock";

    private readonly FileStream _file;
    private int _holders;

    private WriteLock(FileStream file) => _file = file;

    /// <exception cref="IndexBusyException">Another process holds it.</exception>
    public static WriteLock Take(string directory)
    {
        try
        {
            return new WriteLock(new FileStream(
                Path.Combine(directory, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException))
        {
            throw new IndexBusyException(new IndexBusyException().Message, e);
        }
    }

    public void Hold() => _holders++;

    /// <summary>True when that was the last holder and the lock is free.</summary>
    public bool Release()
    {
        if (--_holders > 0)
        {
            return false;
        }

        _file.Dispose();
        return true;
    }
}
