using Search.Documents.Lines;
using Search.Text;

namespace Search.Documents.Reading;

/// <summary>Blocks by lines alone: linear on any text, and the fallback for Markdown that is made to be slow.</summary>
internal static class PlainBlocks
{
    public static IReadOnlyList<Block> Split(string text, int from)
    {
        var lines = new LineTable(text, from);
        var blocks = new List<Block>();
        for (var i = 0; i < lines.Count; i++)
        {
            var span = lines.SpanOf(i);
            var kind = KindOf(text.AsSpan(span.Start, span.Length), out var prefix);
            if (kind is BlockKind.Heading)
            {
                blocks.Add(new Block(kind, span, new TextSpan(SkipSpace(text, span.Start + prefix, span.End), span.End), prefix));
                continue;
            }

            if (kind is BlockKind.Paragraph or BlockKind.ListItem)
            {
                while (i + 1 < lines.Count && lines.BlanksBefore(i + 1) == 0 && IsContinuation(text, lines.SpanOf(i + 1)))
                {
                    i++;
                }
            }

            var whole = new TextSpan(span.Start, lines.SpanOf(i).End);
            var content = kind == BlockKind.ListItem ? whole with { Start = SkipSpace(text, span.Start + prefix, whole.End) } : whole;
            blocks.Add(new Block(kind, whole, content, kind == BlockKind.ListItem ? 1 : 0));
        }

        return blocks;
    }

    private static bool IsContinuation(string text, TextSpan span) =>
        KindOf(text.AsSpan(span.Start, span.Length), out _) == BlockKind.Paragraph;

    private static BlockKind KindOf(ReadOnlySpan<char> line, out int prefix)
    {
        prefix = 0;
        switch (line[0])
        {
            case '#':
                while (prefix < line.Length && line[prefix] == '#')
                {
                    prefix++;
                }

                if (prefix <= 6 && (prefix == line.Length || char.IsWhiteSpace(line[prefix])))
                {
                    return BlockKind.Heading;
                }

                prefix = 0;
                return BlockKind.Paragraph;
            case '|':
                return BlockKind.TableRow;
            case '<' when line.StartsWith("<sup>", StringComparison.Ordinal):
            case '[' when line.StartsWith("[^", StringComparison.Ordinal):
                return BlockKind.Note;
            case '-' or '*' or '_' or '=' or '–' when line.Length >= 3 && !line.ContainsAnyExcept("-*_=– "):
                return BlockKind.Rule;
            case '-' or '+' or '*' or '•' or '–' or '●' or '▪' when line.Length > 1 && char.IsWhiteSpace(line[1]):
                prefix = 1;
                return BlockKind.ListItem;
            default:
                return line.Count('\t') >= 2 ? BlockKind.TableRow : BlockKind.Paragraph;
        }
    }

    private static int SkipSpace(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
