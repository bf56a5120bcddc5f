using System.Diagnostics.CodeAnalysis;
using Search.Documents.Reading;

namespace Search.Documents;

/// <summary>
/// Plain text. Scanned and copied texts carry traces of Markdown (<c>**</c>, <c>##</c>, <c>\*</c>): they are taken as
/// hints for blocks and never lost from the text.
/// </summary>
public sealed class PlainTextReader : ITextReader
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Extensions { get; } = [".txt", ".text"];

    /// <inheritdoc/>
    public bool TryRead(
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

    /// <inheritdoc/>
    public SourceText Read(string name, string text, string encoding = "utf-16") => new()
    {
        Name = name,
        Text = text,
        Encoding = encoding,
        Blocks = PlainBlocks.Split(text, 0),
    };
}
