using System.Diagnostics.CodeAnalysis;

namespace Search.Documents;

/// <summary>Turns one file into text and blocks. Readers never throw on the content of a file.</summary>
public interface IDocumentReader
{
    /// <summary>File name extensions it reads, with the dot, in lower case.</summary>
    IReadOnlyCollection<string> Extensions { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="name">Name of the file, relative to the folder it was found in, with <c>/</c> as separator.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="text">The decoded text with its blocks, when true is returned.</param>
    /// <param name="error">Why it cannot be read, when false is returned.</param>
    bool TryRead(
        string name,
        ReadOnlyMemory<byte> bytes,
        [NotNullWhen(true)] out SourceText? text,
        [NotNullWhen(false)] out ReadError? error);
}
