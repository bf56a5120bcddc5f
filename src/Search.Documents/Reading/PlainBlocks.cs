using Search.Documents.Lines;
using Search.Text;

namespace Search.Documents.Reading;

/// <summary>Blocks by blank lines alone: linear on any text, and the fallback for Markdown that is made to be slow. Which of
/// the lines of a block are one paragraph is decided by their shape, when the document is laid out.</summary>
internal static class PlainBlocks
{
    public static IReadOnlyList<Block> Split(string text, int from)
    {
        var lines = new LineTable(text, from);
        var blocks = new List<Block>();
        for (var i = 0; i < lines.Count; i++)
        {
            var start = lines.SpanOf(i).Start;
            while (i + 1 < lines.Count && lines.BlanksBefore(i + 1) == 0)
            {
                i++;
            }

            var span = new TextSpan(start, lines.SpanOf(i).End);
            blocks.Add(new Block(BlockKind.Paragraph, span, span) { IsWrapped = true });
        }

        return blocks;
    }
}
