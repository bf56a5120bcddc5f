using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Search.Documents;

namespace Search.Ingestion.Reading;

/// <summary>One walk over the tree of a page; inline text is gathered until a block begins or ends.</summary>
internal sealed partial class HtmlWalk(SourceBuilder builder)
{
    private readonly HtmlLists _lists = new();
    private readonly StringBuilder _line = new();
    private List<Piece>? _cell;
    private BlockKind _kind = BlockKind.Paragraph;
    private int _level;
    private int _listDepth;
    private bool _keepsLines;
    private bool _bold;
    private int _label;
    private bool _isAllBold = true;

    /// <summary>Reads all that stands below a node.</summary>
    public void Read(INode node)
    {
        Children(node);
        Flush();
    }

    private void Children(INode node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
            {
                AppendText(words.Data);
            }
            else if (child is IElement element && !HtmlElements.IsLeftOut(element))
            {
                Element(element);
            }
        }
    }

    private void Element(IElement element)
    {
        var outer = (_keepsLines, _bold);
        _keepsLines = HtmlElements.KeepsLines(element) ?? _keepsLines;
        _bold |= HtmlElements.IsBold(element);
        switch (element.LocalName)
        {
            case "br":
                _line.Append('\n');
                break;
            case "sup":
                AppendRaised(element);
                break;
            case "table" when element is IHtmlTableElement table:
                Flush();
                Table(table);
                break;
            case ['h', >= '1' and <= '6']:
                As(BlockKind.Heading, element.LocalName[1] - '0', element);
                break;
            case "ul" or "ol" or "menu" or "dir":
                Flush();
                _listDepth++;
                As(BlockKind.Paragraph, 0, element);
                _listDepth--;
                break;
            case "li":
                As(BlockKind.ListItem, Math.Max(1, _listDepth), element);
                break;
            default:
                Other(element);
                break;
        }

        (_keepsLines, _bold) = outer;
    }

    /// <summary>What stands in an element is of a kind of its own.</summary>
    private void As(BlockKind kind, int level, IElement element)
    {
        Flush();
        var outer = (_kind, _level);
        (_kind, _level) = (kind, level);
        if (kind == BlockKind.ListItem)
        {
            _line.Append(Inline.Generated(_lists.Label(element)));
            _label = _line.Length;
        }

        Children(element);
        Flush();
        (_kind, _level) = outer;
    }

    /// <summary>A paragraph inside an item or a heading begins a line of it; elsewhere it is a block of its own.</summary>
    private void Other(IElement element)
    {
        if (!HtmlElements.IsBlock(element))
        {
            Children(element);
            return;
        }

        var isInside = _kind is BlockKind.ListItem or BlockKind.Heading;
        EndLine(isInside);
        Children(element);
        EndLine(isInside);
    }

    private void EndLine(bool isInside)
    {
        if (!isInside)
        {
            Flush();
            return;
        }

        for (var i = _line.Length - 1; i >= _label && _line[i] != '\n'; i--)
        {
            if (!char.IsWhiteSpace(_line[i]))
            {
                _line.Append('\n');
                return;
            }
        }
    }

    private void Table(IHtmlTableElement table)
    {
        foreach (var caption in table.Children.Where(child => child.LocalName is "caption" && !HtmlElements.IsLeftOut(child)))
        {
            Children(caption);
            Flush();
        }

        var rows = table.Rows.Where(row => !HtmlElements.IsLeftOut(row)).ToList();
        var number = 0;
        foreach (var row in rows)
        {
            var cells = new List<IReadOnlyList<Piece>>();
            foreach (var cell in row.Cells)
            {
                if (!HtmlElements.IsLeftOut(cell))
                {
                    cells.Add(Cell(cell));
                }
            }

            TableRows.Add(cells, ++number, Emit);
        }
    }

    private List<Piece> Cell(IElement cell)
    {
        var outer = (_cell, _kind, _level, _listDepth, _keepsLines, _bold);
        _cell = [];
        (_kind, _level, _listDepth) = (BlockKind.Paragraph, 0, 0);
        _keepsLines = HtmlElements.KeepsLines(cell) ?? _keepsLines;
        _bold |= cell.LocalName is "th" || HtmlElements.IsBold(cell);
        Children(cell);
        Flush();
        var pieces = _cell;
        (_cell, _kind, _level, _listDepth, _keepsLines, _bold) = outer;
        return pieces;
    }

    /// <summary>A raised figure or star after a word marks a note and stands in brackets, so that it does not run into the
    /// word; the power of a unit (m²) stays as it is.</summary>
    private void AppendRaised(IElement raised)
    {
        var text = raised.TextContent.Trim().Trim('[', ']', '(', ')');
        _line.Append(NoteMarks.IsMark(text, _line) ? Inline.Note(text) : raised.TextContent);
    }

    private void AppendText(string text)
    {
        if (_keepsLines)
        {
            _line.Append(Columns().Replace(text.ReplaceLineEndings("\n"), "\t"));
        }
        else
        {
            _line.Append(text.ReplaceLineEndings(" ").Replace('\t', ' '));
        }

        if (!_bold && text.Any(char.IsLetter))
        {
            _isAllBold = false;
        }
    }

    private void Flush()
    {
        if (_line.Length > 0)
        {
            var text = _line.ToString();
            var look = new Piece(_kind, text, _level) { IsBold = _isAllBold };
            foreach (var part in _kind == BlockKind.Heading ? [text] : Paragraphs(text))
            {
                Emit(look with { Text = part });
            }

            _line.Clear();
        }

        _isAllBold = true;
        _label = 0;
    }

    /// <summary>An empty line parts paragraphs, in a page as in a letter.</summary>
    private static IEnumerable<string> Paragraphs(string text)
    {
        var start = 0;
        var isBlank = true;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\n')
            {
                isBlank &= char.IsWhiteSpace(text[at]);
                continue;
            }

            if (isBlank && at > start)
            {
                yield return text[start..at];
                start = at + 1;
            }

            isBlank = true;
        }

        yield return text[start..];
    }

    /// <summary>Where blanks show, a run of them parts columns: <c>TỈNH ỦY        ĐẢNG CỘNG SẢN VIỆT NAM</c>.</summary>
    [GeneratedRegex("(?<=[^ \n]) {4,}(?=[^ \n])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Columns();

    private void Emit(Piece piece)
    {
        if (_cell is null)
        {
            builder.Add(piece);
        }
        else if (!string.IsNullOrWhiteSpace(piece.Text))
        {
            _cell.Add(piece);
        }
    }
}
