using System.Text;
using Search.Text;

namespace Search.Documents.Lines;

/// <summary>The lines a block reads, each with its place in the source, while it is decided which of them are one.</summary>
internal sealed class BlockLines
{
    /// <summary>A block with more stretches of strong type is no letterhead and no heading.</summary>
    private const int MaxStrong = 200;

    private readonly string _source;
    private readonly Block _block;
    private readonly List<Line> _lines = [];

    public BlockLines(string source, Block block)
    {
        _source = source;
        _block = block;
        Read();
    }

    public int Count => _lines.Count;

    /// <summary>Length of the longest line.</summary>
    public int Width { get; private set; }

    private sealed class Line(string text, int start, int end, bool isHard)
    {
        public string Text { get; } = text;

        /// <summary>First character that is kept, in the source.</summary>
        public int Start { get; } = start;

        /// <summary>One past the last one.</summary>
        public int End { get; } = end;

        /// <summary>Whether the break before it is one for certain.</summary>
        public bool IsHard { get; } = isHard;

        /// <summary>What stands between it and the line before; null for a line of its own.</summary>
        public string? Joint { get; set; }
    }

    public string TextOf(int index) => _lines[index].Text;

    public int StartOf(int index) => _lines[index].Start;

    public bool IsHard(int index) => _lines[index].IsHard;

    /// <summary>Whether a line was not joined to the one before it.</summary>
    public bool BeginsLine(int index) => _lines[index].Joint is null;

    /// <summary>Joins a line to the one before it.</summary>
    public void Join(int index, string joint) => _lines[index].Joint = joint;

    public bool IsStrong(int index)
    {
        foreach (var span in _block.Strong.Count <= MaxStrong ? _block.Strong : [])
        {
            if (span.Start <= _lines[index].Start && span.End > _lines[index].Start)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one stretch of strong type goes from the line before into this one.</summary>
    public bool IsStrongAcross(int index)
    {
        foreach (var span in _block.Strong.Count <= MaxStrong ? _block.Strong : [])
        {
            if (span.Start < _lines[index - 1].End && span.End > _lines[index].Start)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The edits of the block with the joints made.</summary>
    public void AddEdits(List<TextEdit> edits)
    {
        var next = 0;
        var items = _block.Edits;
        for (var i = 0; i < _lines.Count; i++)
        {
            var line = _lines[i];
            var gapStart = i == 0 ? _block.Span.Start : _lines[i - 1].End;
            if (i > 0 && line.Joint is { } joint)
            {
                // One edit from the last character above to the first one here; what the block edits there is inside it.
                while (next < items.Count && items[next].End <= line.Start && items[next].Start >= gapStart)
                {
                    next++;
                }

                edits.Add(new TextEdit(gapStart, line.Start - gapStart, joint));
            }

            for (; next < items.Count && (items[next].Start < line.End || i == _lines.Count - 1); next++)
            {
                edits.Add(Plain(items[next]));
            }

            // A break with markup on both sides: its edits lie between the lines.
            if (i + 1 < _lines.Count && _lines[i + 1].Joint is null)
            {
                for (; next < items.Count && items[next].Start < _lines[i + 1].Start; next++)
                {
                    edits.Add(Plain(items[next]));
                }
            }
        }

        for (; next < items.Count; next++)
        {
            edits.Add(Plain(items[next]));
        }
    }

    private static TextEdit Plain(TextEdit edit) =>
        edit.Text.Contains(Block.HardBreak, StringComparison.Ordinal) ? edit with { Text = edit.Text.Replace(Block.HardBreak, '\n') } : edit;

    private void Read()
    {
        var text = new StringBuilder();
        int start = -1, end = -1;
        var isHard = true;
        var at = _block.Span.Start;
        foreach (var edit in _block.Edits)
        {
            Take(at, edit.Start);
            foreach (var c in edit.Text)
            {
                Put(c, edit.Start, edit.End);
            }

            at = edit.End;
        }

        Take(at, _block.Span.End);
        Close(isHardNext: true);

        void Take(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                Put(_source[i], i, i + 1);
            }
        }

        void Put(char c, int from, int to)
        {
            if (c is '\n' or Block.HardBreak or '\f' or '\v' or '\u2029' or '\u0085'
                || (c == '\r' && !(from + 1 < _source.Length && _source[from + 1] == '\n')))
            {
                Close(isHardNext: c != '\n' && c != '\r');
                return;
            }

            // The shape of a line is that of its base letters, in whatever form they are composed.
            if (LineCleaner.IsMark(c) && start >= 0)
            {
                end = to;
                return;
            }

            if (!char.IsWhiteSpace(c) && !LineCleaner.IsInvisible(c))
            {
                start = start < 0 ? from : start;
                end = to;
            }
            else if (start < 0)
            {
                return;
            }

            text.Append(char.IsWhiteSpace(c) && c != '\t' ? ' ' : c);
        }

        void Close(bool isHardNext)
        {
            if (start >= 0)
            {
                // Traces of Markdown in plain text say nothing of a line's shape.
                var line = text.ToString().Trim(' ', '*', '\\');
                _lines.Add(new Line(line, start, end, isHard));
                Width = Math.Max(Width, line.Length);
                isHard = isHardNext;
            }
            else
            {
                // A line that only markup stood on parts what it stands between.
                isHard = true;
            }

            text.Clear();
            (start, end) = (-1, -1);
        }
    }
}
