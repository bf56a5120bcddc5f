namespace Search.Engine.Embedded.Tests;

/// <summary>The disk without waiting for it: for tests that write thousands of segments and cut no power.</summary>
internal sealed class UnflushedFileLayer : IFileLayer
{
    public Stream Create(string path) => DiskFileLayer.Instance.Create(path);

    public void Sync(Stream stream) => stream.Flush();

    public void Rename(string from, string to) => DiskFileLayer.Instance.Rename(from, to);

    public void SyncDirectory(string directory)
    {
    }

    public void Delete(string path) => DiskFileLayer.Instance.Delete(path);
}
