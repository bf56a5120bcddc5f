namespace Search.Application.Contracts;

/// <summary>A file as it came in.</summary>
/// <param name="Name">Its name, without folders.</param>
/// <param name="Bytes">Its content.</param>
public sealed record OriginalFile(string Name, ReadOnlyMemory<byte> Bytes);
