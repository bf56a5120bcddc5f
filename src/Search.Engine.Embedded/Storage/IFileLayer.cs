namespace Search.Engine.Embedded;

/// <summary>Everything the engine asks of the disk when it writes; a seam for tests that make the disk fail.</summary>
internal interface IFileLayer
{
    /// <summary>Creates a file that must not exist yet.</summary>
    Stream Create(string path);

    /// <summary>Waits until what was written to the stream is on the disk.</summary>
    void Sync(Stream stream);

    /// <summary>Renames within a directory, replacing the target in one step.</summary>
    void Rename(string from, string to);

    /// <summary>Waits until the directory's names are on the disk.</summary>
    void SyncDirectory(string directory);

    /// <summary>Removes a file; nothing happens where there is none.</summary>
    void Delete(string path);
}
