using System.Text;
using System.Xml;
using Search.Documents;

namespace Search.Ingestion.Reading;

// Longer than most files because one walk over the elements of a body carries the state of paragraphs, lists, boxes and deletions.
/// <summary>
/// Walks the text of a Word document. Tables and text boxes may nest: the text of an inner table belongs to the outer cell,
/// the text of a box follows the paragraph that the box hangs on.
/// </summary>
internal sealed class DocxBody(SourceBuilder builder, DocxStyles styles, DocxNumbering numbering, DocxNotes notes)
{
    /// <summary>Left out with all they hold: what was deleted or moved away, the second copy of text boxes, codes of fields.</summary>
    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "del", "moveFrom", "Fallback", "instrText", "delText", "tabs", "pPrChange", "rPrChange", "sectPrChange", "tblPrChange",
        "trPrChange", "tcPrChange", "numberingChange", "sectPr",
    };

    private readonly Stack<DocxParagraph> _paragraphs = new();
    private readonly Stack<List<Piece>> _sinks = new();
    private readonly Stack<Row> _rows = new();
    private readonly Stack<int> _tables = new();
    private BlockKind _kind = BlockKind.Paragraph;
    private bool _isFurniture;
    private bool _isEnd;
    private string? _note;
    private WordStyle _run = WordStyle.None;
    private bool _isInParagraphLook;
    private int _page;

    /// <summary>Pages that the body turns, as Word noted when it last laid the paper out; 0 when it noted none.</summary>
    public int Turns => Math.Max(0, _page - 1);

    public bool Read(XmlReader xml)
    {
        _page = 1;
        _kind = BlockKind.Paragraph;
        _isFurniture = false;
        Walk(xml);
        return true;
    }

    /// <summary>Headers and footers belong to the page: they may bear the mark of secrecy or the word draft, and page numbers.</summary>
    public bool ReadMargin(XmlReader xml)
    {
        _page = 0;
        _isFurniture = true;
        Walk(xml);
        return true;
    }

    /// <summary>Notes, once the text that refers to them has been read.</summary>
    public bool ReadNotes(XmlReader xml, bool isEnd)
    {
        var page = _page;
        _page = 0;
        (_kind, _isFurniture, _isEnd) = (BlockKind.Note, false, isEnd);
        Walk(xml);
        _page = page;
        return true;
    }

    private void Walk(XmlReader xml)
    {
        _paragraphs.Clear();
        _sinks.Clear();
        _rows.Clear();
        _tables.Clear();
        var advanced = xml.Read();
        while (advanced)
        {
            if (xml.NodeType == XmlNodeType.Element && IsSkipped(xml))
            {
                Leave(xml);
                advanced = !xml.EOF;
                continue;
            }

            if (xml.NodeType == XmlNodeType.Element)
            {
                var isEmpty = xml.IsEmptyElement;
                var name = xml.LocalName;
                Start(xml);
                if (isEmpty)
                {
                    End(name);
                }
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
            {
                End(xml.LocalName);
            }

            advanced = xml.Read();
        }
    }

    /// <summary>Passes over an element. Words of a fallback may show where the first choice cannot be drawn: they are noted beside
    /// the text, line by line.</summary>
    private void Leave(XmlReader xml)
    {
        if (xml.LocalName is not "Fallback" || xml.IsEmptyElement)
        {
            xml.Skip();
            return;
        }

        var depth = xml.Depth;
        var line = new StringBuilder();
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace)
            {
                line.Append(xml.Value);
            }
            else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName is "p")
            {
                builder.AddBeside(line.ToString());
                line.Clear();
            }
        }

        xml.Read();
    }

    private bool IsSkipped(XmlReader xml)
    {
        if (xml.LocalName is "del" && _rows.TryPeek(out var row) && row.IsInLook)
        {
            row.IsDeleted = true;
        }

        // What is set on the mark that ends a paragraph says nothing of its text.
        return Skipped.Contains(xml.LocalName) || (_isInParagraphLook && xml.LocalName is "rPr");
    }

    private void Start(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "p":
                _paragraphs.Push(new DocxParagraph(_page) { IsDrawn = xml.NamespaceURI.EndsWith("/drawingml/2006/main", StringComparison.Ordinal) });
                _run = WordStyle.None;
                break;
            case "pPr":
                _isInParagraphLook = true;
                break;
            case "pStyle" when _paragraphs.TryPeek(out var styled):
                styled.Style = Word.Attribute(xml, "val");
                break;
            case "r":
                _run = WordStyle.None;
                break;
            case "rStyle":
                _run = _run.Over(styles.OfRun(Word.Attribute(xml, "val")));
                break;
            case "txbxContent" or "tc":
                _sinks.Push([]);
                break;
            case "tbl":
                _tables.Push(0);
                break;
            case "tr":
                _tables.TryPop(out var above);
                _tables.Push(above + 1);
                _rows.Push(new Row(above + 1));
                break;
            case "trPr" when _rows.TryPeek(out var row):
                row.IsInLook = true;
                break;
            case "lastRenderedPageBreak":
                TurnPage();
                break;
            case "textpath":
                builder.AddBeside(xml.GetAttribute("string")); // letters drawn as a picture: watermarks
                break;
            case "docPr":
                builder.AddBeside(xml.GetAttribute("descr"));
                builder.AddBeside(xml.GetAttribute("title"));
                builder.AddBeside(xml.GetAttribute("name"));
                break;
            case "shape" when xml.GetAttribute("alt") is { } shown:
                builder.AddBeside(shown);
                break;
            case "footnote" or "endnote":
                _note = notes.LabelOf(_isEnd, Word.Attribute(xml, "id") ?? "");
                break;
            default:
                if (_paragraphs.TryPeek(out var paragraph))
                {
                    Inside(xml, paragraph);
                }

                break;
        }
    }

    private void Inside(XmlReader xml, DocxParagraph paragraph)
    {
        switch (xml.LocalName)
        {
            case "t" when !xml.IsEmptyElement:
                AppendText(xml, paragraph);
                break;
            case "tab" or "ptab":
                Append(paragraph, "\t");
                break;
            case "br" or "cr":
                Append(paragraph, "\n");
                break;
            case "noBreakHyphen":
                Append(paragraph, "-");
                break;
            case "footnoteReference" or "endnoteReference" when Word.Attribute(xml, "customMarkFollows") is null or "0" or "false":
                paragraph.Text.Append(Inline.Note(notes.Refer(xml.LocalName is "endnoteReference", Word.Attribute(xml, "id") ?? "")));
                break;
            default:
                if (_isInParagraphLook)
                {
                    paragraph.Direct = paragraph.Direct.With(xml);
                }
                else
                {
                    _run = _run.With(xml);
                }

                break;
        }
    }

    /// <summary>A block stands on the page that it begins on: a page turned before its first word is its own.</summary>
    private void TurnPage()
    {
        if (_page == 0)
        {
            return; // headers and notes stand on no page of their own
        }

        _page++;
        if (_paragraphs.TryPeek(out var paragraph) && paragraph.Text.Length == 0)
        {
            paragraph.Page = _page;
        }
    }

    private void AppendText(XmlReader xml, DocxParagraph paragraph)
    {
        // The text of w:t is one node; reading it here leaves the reader on the end element.
        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                Append(paragraph, xml.Value);
            }
        }
    }

    private void Append(DocxParagraph paragraph, string text)
    {
        var look = _run.Over(styles.OfParagraph(paragraph.Style));
        if (look.IsHidden != true)
        {
            paragraph.Append(text, look);
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "p" when _paragraphs.TryPop(out var paragraph):
                Close(paragraph);
                break;
            case "pPr":
                _isInParagraphLook = false;
                break;
            case "txbxContent" when _sinks.TryPop(out var box):
                var boxed = box.ConvertAll(piece => piece with { IsBox = true });
                if (_paragraphs.TryPeek(out var host))
                {
                    host.Boxes.AddRange(boxed);
                }
                else
                {
                    boxed.ForEach(Add);
                }

                break;
            case "tc" when _sinks.TryPop(out var cell):
                if (_rows.TryPeek(out var row))
                {
                    row.Cells.Add(cell);
                }

                break;
            case "trPr" when _rows.TryPeek(out var looked):
                looked.IsInLook = false;
                break;
            case "tbl":
                _tables.TryPop(out _);
                break;
            case "tr" when _rows.TryPop(out var closed):
                if (!closed.IsDeleted)
                {
                    TableRows.Add(closed.Cells, closed.Number, Add);
                }

                break;
        }
    }

    private void Close(DocxParagraph paragraph)
    {
        var look = paragraph.Direct.Over(styles.OfParagraph(paragraph.Style));
        var piece = paragraph.ToPiece(look, Label(paragraph, look), _kind);
        if (_kind == BlockKind.Note)
        {
            if (_note is not null && !string.IsNullOrWhiteSpace(piece.Text))
            {
                Add(piece with { Kind = BlockKind.Note, Level = 0, Text = (_note.Length > 0 ? $"[{_note}] " : "") + piece.Text.Trim() });
                _note = "";
            }
        }
        else
        {
            Add(piece with { IsFurniture = _isFurniture, IsBox = paragraph.IsDrawn });
        }

        paragraph.Boxes.ForEach(Add);
    }

    /// <summary>The number before a paragraph; a paragraph without text shows none, and it does not count.</summary>
    private string Label(DocxParagraph paragraph, WordStyle look)
    {
        if (look.List is not > 0 || paragraph.Text.Length == 0)
        {
            return "";
        }

        // A style that belongs to a list may leave the level to the list, whose levels name their styles.
        var level = look.ListLevel ?? numbering.LevelOf(look.List.Value, paragraph.Style, styles);
        return numbering.Next(look.List.Value, level, styles);
    }

    private void Add(Piece piece)
    {
        if (_sinks.TryPeek(out var sink))
        {
            if (!string.IsNullOrWhiteSpace(piece.Text))
            {
                sink.Add(piece);
            }
        }
        else if (!piece.IsFurniture || piece.Text.Any(char.IsLetter))
        {
            builder.Add(piece);
        }
    }

    private sealed class Row(int number)
    {
        /// <summary>Its number in the table, from 1.</summary>
        public int Number => number;

        public List<IReadOnlyList<Piece>> Cells { get; } = [];

        public bool IsInLook { get; set; }

        public bool IsDeleted { get; set; }
    }
}
