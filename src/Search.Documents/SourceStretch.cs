using Search.Text;

namespace Search.Documents;

/// <summary>A stretch of a source by itself: the same text, so that every offset holds, with the blocks of the stretch alone.</summary>
internal static class SourceStretch
{
    public static SourceText Of(SourceText source, TextSpan stretch) => source with
    {
        Blocks = [.. source.Blocks.Where(block => Cut(block.Span, stretch).Length > 0).Select(block => Of(block, stretch))],
        // What stands at the head of a file is said of its first document.
        Metadata = source.Blocks.Any(block => block.Kind is not BlockKind.FrontMatter && block.Span.End <= stretch.Start) ? new Dictionary<string, string>(StringComparer.Ordinal) : source.Metadata,
    };

    private static Block Of(Block block, TextSpan stretch)
    {
        if (block.Span.Start >= stretch.Start && block.Span.End <= stretch.End)
        {
            return block;
        }

        return block with
        {
            Span = Cut(block.Span, stretch),
            Content = Cut(block.Content, stretch),
            Edits = [.. block.Edits.Where(edit => edit.Start >= stretch.Start && edit.End <= stretch.End)],
            Cells = Cut(block.Cells, stretch),
            Strong = Cut(block.Strong, stretch),
            Generated = Cut(block.Generated, stretch),
        };
    }

    private static List<TextSpan> Cut(IReadOnlyList<TextSpan> spans, TextSpan stretch) => [.. spans.Select(span => Cut(span, stretch)).Where(span => span.Length > 0)];

    private static TextSpan Cut(TextSpan span, TextSpan stretch)
    {
        var start = Math.Clamp(span.Start, stretch.Start, stretch.End);
        return new TextSpan(start, Math.Clamp(span.End, start, stretch.End));
    }
}
