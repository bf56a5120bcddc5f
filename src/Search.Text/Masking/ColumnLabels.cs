namespace Search.Text.Masking;

/// <summary>
/// What the headings of tables say of the figures below them. A table is a run of lines with the same sign between their
/// cells (a tab, a bar, a semicolon); the first short cell without figures that is a label counts for the cells below it.
/// </summary>
/// <param name="text">Resolved text. It is asked from its beginning to its end.</param>
internal sealed class ColumnLabels(string text)
{
    private const int LongestHeading = 40;
    private const int HeadingLines = 8;
    private const int MostColumns = 64;

    /// <summary>Signs that may stand before the figures of a cell: blanks, a bracket, a plus.</summary>
    private const int MostBefore = 4;

    private readonly NumberLabel[] _columns = new NumberLabel[MostColumns];
    private char _separator;
    private int _separators;
    private int _lines;
    private int _line;
    private int _end = -1;
    private int _at;
    private int _cell;
    private int _column;

    /// <summary>What the column of a place holds, when that place begins a cell.</summary>
    public NumberLabel At(int place)
    {
        while (place > _end)
        {
            NextLine();
        }

        for (; _at < place; _at++)
        {
            if (text[_at] == _separator)
            {
                (_cell, _column) = (_at + 1, _column + 1);
            }
        }

        return _lines > 0 && _column < MostColumns && place - _cell <= MostBefore && text.AsSpan(_cell, place - _cell).IndexOfAnyExcept(" '(+") < 0
            ? _columns[_column]
            : NumberLabel.None;
    }

    /// <summary>Leaves a line, whose cells may head the columns of those that follow, for the next one.</summary>
    private void NextLine()
    {
        if (_end >= 0)
        {
            Leave(text.AsSpan(_line, _end - _line));
        }

        _line = _end + 1;
        var length = text.AsSpan(_line).IndexOf('\n');
        _end = length < 0 ? text.Length : _line + length;
        (_at, _cell, _column) = (_line, _line, 0);
        var line = text.AsSpan(_line, _end - _line);
        var separator = line.Contains('\t') ? '\t' : line.Contains('|') ? '|' : line.Contains(';') ? ';' : '\0';
        var separators = separator is ';' ? line.Count(';') : 0;
        if (separator != _separator || separators != _separators)
        {
            (_separator, _separators, _lines) = (separator, separators, 0);
            Array.Clear(_columns);
        }
    }

    private void Leave(ReadOnlySpan<char> line)
    {
        if (_separator == '\0' || _lines++ >= HeadingLines)
        {
            return;
        }

        var column = 0;
        foreach (var cell in line.Split(_separator))
        {
            if (column == MostColumns)
            {
                break;
            }

            var heading = line[cell].Trim();
            if (_columns[column] == NumberLabel.None && heading.Length is > 0 and <= LongestHeading && !heading.ContainsAnyInRange('0', '9'))
            {
                _columns[column] = NumberLabels.Of(heading);
            }

            column++;
        }
    }
}
