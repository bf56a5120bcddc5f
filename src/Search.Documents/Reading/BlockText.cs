using System.Diagnostics.CodeAnalysis;
using Search.Text;

namespace Search.Documents;

/// <summary>
/// Builds one block over a source that has markup: what is kept is added in order, each time with the stretch of the
/// source it comes from, and what lies between is left out by an edit. So the map is exact by construction.
/// </summary>
/// <param name="source">The source the block lies in.</param>
/// <param name="span">The block, outer markup included.</param>
public sealed class BlockText(string source, TextSpan span)
{
    private readonly List<TextEdit> _edits = [];
    private readonly List<TextSpan> _strong = [];
    private readonly List<TextSpan> _cells = [];
    private int _at = span.Start;
    private int _contentStart = -1;
    private int _contentEnd = span.Start;
    private int _cellStart = -1;

    /// <summary>Whether nothing but blanks was kept.</summary>
    public bool IsBlank { get; private set; } = true;

    /// <summary>Keeps a stretch of the source as it is.</summary>
    /// <param name="start">Not before the end of what was kept last.</param>
    /// <param name="end">One past its last character.</param>
    public void Keep(int start, int end)
    {
        start = Math.Max(start, _at);
        if (start >= end)
        {
            return;
        }

        LeaveOut(start);
        IsBlank = IsBlank && string.IsNullOrWhiteSpace(source[start..Math.Min(end, start + 4096)]);
        Note(start, end);
        _at = end;
    }

    /// <summary>Reads a stretch of the source as something else: an entity, an escape, a break.</summary>
    /// <param name="start">Not before the end of what was kept last.</param>
    /// <param name="end">One past its last character; equal to <paramref name="start"/> for what the source does not have.</param>
    /// <param name="text">What is read.</param>
    public void Replace(int start, int end, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        start = Math.Max(start, _at);
        end = Math.Max(start, end);
        if (text.Length == 0)
        {
            return; // left out by what follows
        }

        // What was left out before goes into the same edit: two edits never meet at one place.
        if (start > _at || end > start || text.Length > 0)
        {
            Add(new TextEdit(_at, end - _at, text));
        }

        IsBlank = IsBlank && string.IsNullOrWhiteSpace(text);
        if (!string.IsNullOrWhiteSpace(text))
        {
            Note(start, end);
        }

        _at = end;
    }

    /// <summary>Says that a stretch is in strong type.</summary>
    public void MarkStrong(int start, int end)
    {
        if (start < end)
        {
            _strong.Add(new TextSpan(start, end));
        }
    }

    /// <summary>Ends a cell of a table row; the next one begins behind a tab.</summary>
    /// <param name="start">Where the mark between the cells begins.</param>
    /// <param name="end">Where it ends.</param>
    public void EndCell(int start, int end)
    {
        CloseCell(start);
        Replace(start, end, "\t");
        _cellStart = -1;
    }

    /// <summary>The block.</summary>
    /// <returns>False where nothing was kept.</returns>
    public bool TryBuild(BlockKind kind, int level, bool isWrapped, [NotNullWhen(true)] out Block? block)
    {
        block = null;
        if (IsBlank)
        {
            return false;
        }

        if (kind == BlockKind.TableRow)
        {
            CloseCell(span.End);
            PartLines();
        }

        LeaveOut(span.End);
        block = new Block(kind, span, new TextSpan(Math.Max(_contentStart, span.Start), Math.Max(_contentEnd, Math.Max(_contentStart, span.Start))), level)
        {
            Edits = _edits,
            Strong = _strong,
            Cells = _cells,
            IsWrapped = isWrapped,
        };
        return true;
    }

    /// <summary>A row whose cells have lines is the layout of a page: its cells are read one after the other.</summary>
    private void PartLines()
    {
        var hard = Block.HardBreak.ToString();
        if (_edits.Exists(edit => edit.Text.Contains(Block.HardBreak, StringComparison.Ordinal)))
        {
            for (var i = 0; i < _edits.Count; i++)
            {
                _edits[i] = _edits[i] with { Text = _edits[i].Text is "\t" ? hard : _edits[i].Text };
            }
        }
    }

    private void CloseCell(int end) => _cells.Add(_cellStart < 0 ? new TextSpan(end, end) : new TextSpan(_cellStart, Math.Max(_cellStart, _contentEnd)));

    private void Note(int start, int end)
    {
        _contentStart = _contentStart < 0 ? start : _contentStart;
        _cellStart = _cellStart < 0 ? start : _cellStart;
        _contentEnd = end;
    }

    private void LeaveOut(int to)
    {
        if (to > _at)
        {
            Add(new TextEdit(_at, to - _at, ""));
            _at = to;
        }
    }

    private void Add(TextEdit edit)
    {
        if (_edits.Count > 0 && _edits[^1] is { Length: > 0 } last && last.End == edit.Start && last.Text.Length == 0)
        {
            _edits[^1] = new TextEdit(last.Start, last.Length + edit.Length, edit.Text);
            return;
        }

        _edits.Add(edit);
    }
}
