using System.Diagnostics.CodeAnalysis;
using Search.Documents.Reading;

namespace Search.Documents;

/// <summary>A reader of files that are text: it can also take text that is decoded already.</summary>
public interface ITextReader : IDocumentReader
{
    /// <summary>Finds the blocks of a text.</summary>
    /// <param name="name">Name of the file or upload.</param>
    /// <param name="text">The decoded text; every span points into it.</param>
    /// <param name="encoding">Name of the encoding it came in.</param>
    SourceText Read(string name, string text, string encoding = "utf-16");

    /// <inheritdoc/>
    /// <remarks>What is text is decoded in one way, whatever is in it.</remarks>
    bool IDocumentReader.TryRead(
        string name,
        ReadOnlyMemory<byte> bytes,
        [NotNullWhen(true)] out SourceText? text,
        [NotNullWhen(false)] out ReadError? error)
    {
        text = TextBytes.TryDecode(bytes.Span, out var decoded, out var encoding, out error)
            ? Read(name, decoded, encoding)
            : null;
        return text is not null;
    }
}
