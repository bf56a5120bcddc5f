namespace Search.Ingestion.Containers;

/// <summary>A file that holds several sources: an archive, or a list with metadata.</summary>
internal interface IContainerReader
{
    /// <summary>File name extensions it opens, with the dot, in lower case.</summary>
    IReadOnlyCollection<string> Extensions { get; }

    /// <summary>The sources in it, one by one.</summary>
    /// <param name="bytes">Content of the file.</param>
    /// <param name="folder">Folder the file lies in, for lists that name other files.</param>
    /// <param name="ct">Stops between sources.</param>
    /// <exception cref="FileRefusedException">The container as a whole cannot be opened.</exception>
    IEnumerable<ContainerEntry> Open(ReadOnlyMemory<byte> bytes, string folder, CancellationToken ct);
}
