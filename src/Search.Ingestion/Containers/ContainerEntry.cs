namespace Search.Ingestion.Containers;

/// <summary>One source in a container.</summary>
/// <param name="Name">Its name in the container, with <c>/</c> as separator; the extension tells its format.</param>
/// <param name="Bytes">Its content; empty when it is refused.</param>
/// <param name="Refusal">Why it cannot be taken out; null when it can.</param>
internal sealed record ContainerEntry(string Name, byte[] Bytes, FileRefusedException? Refusal = null);
