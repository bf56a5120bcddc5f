using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;
using Search.Text;

namespace Search.Documents.Reading;

/// <summary>Blocks and their inline text by Markdig.</summary>
/// <remarks>
/// Two rules of Markdown are switched off, because typists know nothing of them: four blanks before a line make no code of it
/// (letterheads are centered with blanks), and a rule under a paragraph makes no heading of it.
/// </remarks>
internal sealed class MarkdownBlocks
{
    private static readonly MarkdownPipeline Pipeline = Build();

    private readonly string _text;
    private readonly int _from;
    private readonly List<Block> _blocks = [];
    private readonly InlineRuns _inlines;
    private int _end;

    private MarkdownBlocks(string text, int from)
    {
        _text = text;
        _from = from;
        _end = from;
        _inlines = new InlineRuns(text, from);
    }

    public static IReadOnlyList<Block> Split(string text, int from)
    {
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(text[from..], Pipeline);
        }
        catch (ArgumentException)
        {
            return PlainBlocks.Split(text, from); // Markdig's own nesting limit
        }

        var blocks = new MarkdownBlocks(text, from);
        blocks.Walk(document, 0, -1);
        return blocks._blocks;
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true };
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.Find<ParagraphBlockParser>()!.ParseSetextHeadings = false;
        return builder.Build();
    }

    /// <param name="container">What is walked.</param>
    /// <param name="depth">Depth of its list; 0 outside lists.</param>
    /// <param name="marker">Where the mark of the list item or quotation begins that its first leaf belongs to; -1 for none.</param>
    private void Walk(ContainerBlock container, int depth, int marker)
    {
        foreach (var child in container)
        {
            switch (child)
            {
                case ListItemBlock item:
                    AddItem(item, depth);
                    break;
                case ListBlock list:
                    Walk(list, depth + 1, -1);
                    break;
                case QuoteBlock quote:
                    Walk(quote, depth, quote.Span.Start + _from);
                    break;
                case ContainerBlock inner:
                    Walk(inner, depth, marker);
                    break;
                case LeafBlock leaf:
                    Add(leaf, depth, marker);
                    break;
                default:
                    break;
            }

            marker = -1;
        }
    }

    private void AddItem(ListItemBlock item, int depth)
    {
        var marker = item.Span.Start + _from;
        if (item.Count > 0)
        {
            Walk(item, depth, marker);
            return;
        }

        // A star alone is no empty list: it stands under the name of a Party body.
        var span = Clamp(marker, item.Span.End + 1 + _from);
        var text = new BlockText(_text, span);
        text.Keep(span.Start, span.End);
        Add(text, BlockKind.Paragraph, 0, isWrapped: false);
    }

    private void Add(LeafBlock leaf, int depth, int marker)
    {
        var start = leaf.Span.Start + _from;
        var span = Clamp(marker >= 0 ? Math.Min(marker, start) : start, leaf.Span.End + 1 + _from);
        if (span.Length == 0)
        {
            return;
        }

        if (leaf is HtmlBlock)
        {
            foreach (var block in HtmlMarks.Blocks(_text, span))
            {
                _blocks.Add(block);
            }

            _end = span.End;
            return;
        }

        if (leaf is ThematicBreakBlock)
        {
            Whole(span, BlockKind.Rule, isWrapped: false);
            return;
        }

        if (leaf.Inline is null)
        {
            Whole(span, BlockKind.Paragraph, leaf is not HeadingBlock);
            return;
        }

        var isItem = depth > 0 && marker >= 0 && _text[span.Start] != '>';
        if (leaf is HeadingBlock heading)
        {
            var text = new BlockText(_text, span);
            _inlines.Read(leaf.Inline);
            _inlines.AddTo(text, start, span.End);
            Add(text, BlockKind.Heading, heading.Level, isWrapped: false);
            return;
        }

        _inlines.Read(leaf.Inline);
        AddParagraph(span, start, isItem, depth);
    }

    /// <summary>A paragraph of Markdown can hold the rows of a table: some lines of it, or all.</summary>
    private void AddParagraph(TextSpan span, int start, bool isItem, int depth)
    {
        var rows = TableLines.Find(_text, start, span.End);
        var at = span.Start;
        var row = 0;
        foreach (var line in rows)
        {
            AddText(new TextSpan(at, line.Span.Start), Math.Max(start, at), isItem && at == span.Start, depth);
            row = line.Span.Start == at || at == span.Start ? row + 1 : 1;
            if (!line.IsRule)
            {
                var text = new BlockText(_text, line.Span);
                _inlines.AddTo(text, line.Span.Start, line.Span.End, isRow: true);
                Add(text, BlockKind.TableRow, row, isWrapped: false);
            }

            at = line.Next;
            isItem = false;
        }

        AddText(new TextSpan(Math.Min(at, span.End), span.End), Math.Max(start, at), isItem, depth);
    }

    private void AddText(TextSpan span, int start, bool isItem, int depth)
    {
        if (span.Length <= 0)
        {
            return;
        }

        var text = new BlockText(_text, span);
        if (isItem && start > span.Start)
        {
            var end = start;
            while (end > span.Start && char.IsWhiteSpace(_text[end - 1]))
            {
                end--;
            }

            text.Keep(span.Start, end);
            text.Replace(end, start, " ");
        }

        _inlines.AddTo(text, start, span.End);
        var kind = isItem ? BlockKind.ListItem : _text[start] == '[' && _text.AsSpan(start).StartsWith("[^") ? BlockKind.Note : BlockKind.Paragraph;
        Add(text, kind, kind == BlockKind.ListItem ? depth : 0, isWrapped: true);
    }

    private void Whole(TextSpan span, BlockKind kind, bool isWrapped)
    {
        var text = new BlockText(_text, span);
        text.Keep(span.Start, span.End);
        Add(text, kind, 0, isWrapped);
    }

    private void Add(BlockText text, BlockKind kind, int level, bool isWrapped)
    {
        if (text.TryBuild(kind, level, isWrapped, out var block))
        {
            _blocks.Add(block);
            _end = Math.Max(_end, block.Span.End);
        }
    }

    private TextSpan Clamp(int start, int end)
    {
        start = Math.Clamp(start, _end, _text.Length);
        return new TextSpan(start, Math.Clamp(end, start, _text.Length));
    }
}
