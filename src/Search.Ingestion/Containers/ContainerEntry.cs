using System.Runtime.InteropServices;

namespace Search.Ingestion.Containers;

/// <summary>One source in a container.</summary>
/// <param name="Name">Its name in the container, with <c>/</c> as separator; the extension tells its format. Empty for the
/// file itself, which turned out to be no container.</param>
/// <param name="Bytes">Its content; empty when it is refused.</param>
/// <param name="Refusal">Why it cannot be taken out; null when it can.</param>
internal sealed record ContainerEntry(string Name, byte[] Bytes, FileRefusedException? Refusal = null)
{
    /// <summary>What its container says above it, such as the subject of a message; null for nothing.</summary>
    public string? Heading { get; init; }

    /// <summary>The file itself as one source.</summary>
    public static ContainerEntry Itself(ReadOnlyMemory<byte> bytes) =>
        new("", MemoryMarshal.TryGetArray(bytes, out var array) && array.Array!.Length == array.Count ? array.Array : bytes.ToArray());
}
