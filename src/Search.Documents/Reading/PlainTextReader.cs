using Search.Documents.Reading;
using Search.Text;

namespace Search.Documents;

/// <summary>
/// Plain text: blank lines part its blocks, and which lines of a block are one paragraph their shape says. A web page that
/// was saved as text is read without its tags.
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
        Blocks = HtmlMarks.IsPage(text) ? [.. HtmlMarks.Blocks(text, new TextSpan(0, text.Length))] : PlainBlocks.Split(text, 0),
    };
}
