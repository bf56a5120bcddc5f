using Search.Documents.Catalogues;
using Search.Documents.Lines;
using Search.Text;

namespace Search.Documents.Letterheads;

/// <summary>
/// The text of a source as it reads: blocks under one another, no markup, soft line breaks joined to paragraphs. All
/// analysis works on it, as on a plain text file; its spans are brought back to the source at the end.
/// </summary>
internal sealed class LaidOutText
{
    private readonly List<Head> _heads = [];
    private readonly List<TextEdit> _edits = [];
    private readonly SourceText _source;

    private LaidOutText(SourceText source, Catalogue catalogue)
    {
        var breaks = SoftBreaks.Of(catalogue);
        _source = source;
        var at = 0;
        Block? previous = null;
        foreach (var block in source.Blocks)
        {
            if (block.Kind is BlockKind.FrontMatter or BlockKind.Furniture or BlockKind.PageBreak || block.Span.Start < at)
            {
                continue;
            }

            Part(at, block.Span.Start, previous, block);
            Add(block, breaks);
            at = block.Span.End;
            previous = block;
        }

        if (at < source.Text.Length && (previous is null || !string.IsNullOrWhiteSpace(source.Text[at..])))
        {
            _edits.Add(new TextEdit(at, source.Text.Length - at, ""));
        }

        Edits = TextEdits.Of(_edits);
        Map = Edits.Apply(source.Text);
        if (RunTogether.Cuts(Map.Text, catalogue) is { Count: > 0 } cuts)
        {
            Edits = Break(cuts);
            Map = Edits.Apply(source.Text);
        }

        for (var i = 0; i < _heads.Count; i++)
        {
            _heads[i] = _heads[i] with { Start = Map.FromSource(_heads[i].Start) };
        }
    }

    /// <summary>The text and the way back.</summary>
    public NormalizedText Map { get; }

    /// <summary>What makes it out of the source.</summary>
    public TextEdits Edits { get; }

    /// <param name="Start">Where the line begins, in the text that is read.</param>
    /// <param name="Markup">What the markup of the file says of it.</param>
    /// <param name="Level">Level of a heading.</param>
    private readonly record struct Head(int Start, LineMarkup Markup, int Level);

    public static LaidOutText Of(SourceText source, Catalogue catalogue) => new(source, catalogue);

    /// <summary>What the file's markup says of the line that begins at an offset, and the level of a heading.</summary>
    public (LineMarkup Markup, int Level) MarkupAt(int offset)
    {
        int low = 0, high = _heads.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_heads[middle].Start < offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < _heads.Count && _heads[low].Start == offset ? (_heads[low].Markup, _heads[low].Level) : (LineMarkup.None, 0);
    }

    /// <summary>The edits with a line break before each of some places of the text that is read.</summary>
    private TextEdits Break(IReadOnlyList<int> cuts)
    {
        var edits = new List<TextEdit>(Edits.Items.Count + cuts.Count);
        var next = 0;
        foreach (var cut in cuts)
        {
            var at = Map.ToSource(cut);
            while (next < Edits.Items.Count && Edits.Items[next].Start < at)
            {
                edits.Add(Edits.Items[next++]);
            }

            // Inside what a reader made, such as a number of a list, nothing begins.
            if (edits.Count == 0 || (edits[^1].End <= at && !(edits[^1].Start == at && edits[^1].Length == 0)))
            {
                edits.Add(new TextEdit(at, 0, "\n"));
            }
        }

        for (; next < Edits.Items.Count; next++)
        {
            edits.Add(Edits.Items[next]);
        }

        return TextEdits.Of(edits);
    }

    /// <summary>White space between blocks stays as it is; anything else between them is left out.</summary>
    private void Part(int from, int to, Block? previous, Block next)
    {
        var gap = _source.Text.AsSpan(from, to - from);
        if (previous is null)
        {
            if (to > 0)
            {
                _edits.Add(new TextEdit(0, to, ""));
            }

            return;
        }

        var isTable = previous.Kind == BlockKind.TableRow && next.Kind == BlockKind.TableRow && next.Level > previous.Level;
        if (gap.IsWhiteSpace() && gap.Contains('\n'))
        {
            return;
        }

        var feeds = gap.Count('\n');
        var text = isTable || (feeds < 2 && gap.IsWhiteSpace()) ? "\n" : "\n\n";
        _edits.Add(new TextEdit(from, to - from, text));
    }

    private void Add(Block block, SoftBreaks breaks)
    {
        var lines = new BlockLines(_source.Text, block);
        if (block.IsWrapped)
        {
            breaks.Join(lines);
        }

        lines.AddEdits(_edits);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines.BeginsLine(i))
            {
                continue;
            }

            var markup = block.Kind switch
            {
                BlockKind.Heading => LineMarkup.Heading,
                BlockKind.Note => LineMarkup.Note,
                BlockKind.TableRow => LineMarkup.Columns,
                _ => LineMarkup.None,
            };
            if (lines.IsStrong(i))
            {
                markup |= LineMarkup.Strong;
            }

            if (_source.Text[block.Span.Start] == '>')
            {
                markup |= LineMarkup.Quoted;
            }

            if (markup != LineMarkup.None)
            {
                _heads.Add(new Head(lines.StartOf(i), markup, block.Kind == BlockKind.Heading ? block.Level : 0));
            }
        }
    }
}
