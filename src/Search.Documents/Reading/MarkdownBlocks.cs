using Markdig;
using Markdig.Syntax;
using Search.Text;

namespace Search.Documents.Reading;

/// <summary>Blocks by Markdig, without parsing what stands inside a line.</summary>
internal static class MarkdownBlocks
{
    private static readonly MarkdownPipeline Pipeline = Build();

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

        var blocks = new List<Block>();
        Walk(document, 0, text, from, blocks);
        return blocks;
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true };
        builder.InlineParsers.Clear();
        return builder.Build();
    }

    private static void Walk(ContainerBlock container, int depth, string text, int from, List<Block> blocks)
    {
        foreach (var child in container)
        {
            switch (child)
            {
                case ListItemBlock item:
                    Walk(item, depth, text, from, blocks);
                    break;
                case ListBlock list:
                    Walk(list, depth + 1, text, from, blocks);
                    break;
                case ContainerBlock inner:
                    Walk(inner, depth, text, from, blocks);
                    break;
                case LeafBlock leaf:
                    Add(leaf, depth, text, from, blocks);
                    break;
                default:
                    break;
            }
        }
    }

    private static void Add(LeafBlock leaf, int depth, string text, int from, List<Block> blocks)
    {
        var start = Math.Clamp(leaf.Span.Start + from, from, text.Length);
        var end = Math.Clamp(leaf.Span.End + 1 + from, start, text.Length);
        if (blocks.Count > 0)
        {
            start = Math.Max(start, blocks[^1].Span.End);
        }

        if (start >= end)
        {
            return;
        }

        var span = new TextSpan(start, end);
        switch (leaf)
        {
            case HeadingBlock heading:
                var content = start;
                while (content < end && (text[content] == '#' || char.IsWhiteSpace(text[content])))
                {
                    content++;
                }

                blocks.Add(new Block(BlockKind.Heading, span, new TextSpan(content, end), heading.Level));
                break;
            case ThematicBreakBlock:
                blocks.Add(new Block(BlockKind.Rule, span, span));
                break;
            case ParagraphBlock when text[start] == '|':
                AddRows(text, span, blocks);
                break;
            default:
                blocks.Add(new Block(depth > 0 ? BlockKind.ListItem : BlockKind.Paragraph, span, span, depth));
                break;
        }
    }

    private static void AddRows(string text, TextSpan span, List<Block> blocks)
    {
        var at = span.Start;
        while (at < span.End)
        {
            var next = text.IndexOf('\n', at, span.End - at);
            var end = next < 0 ? span.End : next;
            var trimmed = end;
            while (trimmed > at && char.IsWhiteSpace(text[trimmed - 1]))
            {
                trimmed--;
            }

            if (trimmed > at)
            {
                blocks.Add(new Block(BlockKind.TableRow, new TextSpan(at, trimmed), new TextSpan(at, trimmed)));
            }

            at = end + 1;
        }
    }
}
