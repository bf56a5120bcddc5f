namespace Search.Engine.LuceneNet;

/// <summary>The right to write an index, among processes. The lock file lies in the index's folder and stays there.</summary>
internal sealed class WriteLock : IDisposable
{
    private const string FileName = "write.lock";

    // EAGAIN and EACCES of flock, ERROR_SHARING_VIOLATION of Windows: everything else is no sign of another holder.
    private static readonly int[] Held = [11, 13, 35, unchecked((int)0x80070020)];

    private readonly FileStream _file;

    private WriteLock(FileStream file) => _file = file;

    /// <param name="directory">The index's folder; made when it is missing.</param>
    /// <exception cref="IndexBusyException">Another writer holds it.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static WriteLock Take(string directory)
    {
        Directory.CreateDirectory(directory);
        try
        {
            return new WriteLock(new FileStream(
                Path.Combine(directory, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (Array.IndexOf(Held, e.HResult) >= 0)
        {
            throw new IndexBusyException(new IndexBusyException().Message, e);
        }
    }

    public void Dispose() => _file.Dispose();
}
