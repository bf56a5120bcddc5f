namespace Search.Store;

/// <summary>A file of which something stored is not what was written, so that it has to be read again.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Sha256">The hash that its content had; what has another one is not the same file.</param>
public sealed record DamagedFile(string Path, string Sha256);
