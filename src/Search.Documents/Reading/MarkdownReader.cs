using Search.Documents.Reading;

namespace Search.Documents;

/// <summary>
/// Markdown with YAML front matter. Markdig finds the blocks and what their text reads. Text that would make parsing slow
/// is split by blank lines instead (<see cref="MarkdownGuard"/>).
/// </summary>
public sealed class MarkdownReader : ITextReader
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Extensions { get; } = [".md", ".markdown"];

    /// <inheritdoc/>
    public SourceText Read(string name, string text, string encoding = "utf-16")
    {
        var hasHead = FrontMatter.TryRead(text, out var head, out var metadata);
        var from = hasHead ? head.End : 0;
        var blocks = MarkdownGuard.IsTame(text, from) ? MarkdownBlocks.Split(text, from) : PlainBlocks.Split(text, from);
        return new SourceText
        {
            Name = name,
            Text = text,
            Encoding = encoding,
            Metadata = metadata,
            Blocks = hasHead ? [new Block(BlockKind.FrontMatter, head, head), .. blocks] : blocks,
        };
    }
}
