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
    public SourceText Read(string name, string text, string encoding = "utf-16") => new()
    {
        Name = name,
        Text = text,
        Encoding = encoding,
        Blocks = PlainBlocks.Split(text, 0),
    };
}
