using System.Globalization;
using System.Text;
using System.Xml;
using Search.Documents;

namespace Search.Ingestion.Reading;

/// <summary>Walks the text of a Word document. Tables may nest; the text of an inner table belongs to the outer cell.</summary>
internal sealed class DocxBody(SourceBuilder builder, DocxStyles styles, DocxNumbering numbering)
{
    /// <summary>Left out with all they hold: what was deleted or moved away, and the second copy of text boxes.</summary>
    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "del", "moveFrom", "Fallback", "instrText", "delText", "tabs", "pPrChange", "rPrChange", "sectPrChange",
    };

    private readonly StringBuilder _paragraph = new();
    private readonly List<string> _cells = [];
    private readonly StringBuilder _cell = new();
    private int _tableDepth;
    private string? _style;
    private int _outline = -1;
    private int _list = -1;
    private int _listLevel;
    private string _noteId = "";
    private int _page;
    private int _startPage;

    /// <summary>Pages that the body turns, as Word noted when it last laid the paper out; 0 when it noted none.</summary>
    public int Turns => Math.Max(0, _page - 1);

    public bool Read(XmlReader xml)
    {
        _page = _startPage = 1;
        Walk(xml, BlockKind.Paragraph);
        builder.Page = 0;
        return true;
    }

    /// <summary>A header may bear the mark or number of the paper; page numbers alone say nothing.</summary>
    public bool ReadHeader(XmlReader xml)
    {
        Walk(xml, BlockKind.Paragraph, isHeader: true);
        return true;
    }

    public bool ReadNotes(XmlReader xml)
    {
        _page = 0;
        Walk(xml, BlockKind.Note);
        return true;
    }

    private void Walk(XmlReader xml, BlockKind kind, bool isHeader = false)
    {
        var advanced = xml.Read();
        while (advanced)
        {
            if (xml.NodeType == XmlNodeType.Element && Skipped.Contains(xml.LocalName))
            {
                xml.Skip();
                advanced = !xml.EOF;
                continue;
            }

            if (xml.NodeType == XmlNodeType.Element)
            {
                Start(xml);
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
            {
                End(xml.LocalName, kind, isHeader);
            }

            advanced = xml.Read();
        }
    }

    private void Start(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "p":
                if (_tableDepth == 0)
                {
                    _startPage = _page;
                }

                _style = null;
                _outline = _list = -1;
                _listLevel = 0;
                break;
            case "pStyle":
                _style = Word.Attribute(xml, "val");
                break;
            case "outlineLvl":
                _outline = Word.Number(xml, "val") ?? -1;
                break;
            case "numId":
                _list = Word.Number(xml, "val") ?? -1;
                break;
            case "ilvl":
                _listLevel = Word.Number(xml, "val") ?? 0;
                break;
            case "t" when !xml.IsEmptyElement:
                AppendText(xml);
                break;
            case "lastRenderedPageBreak":
                TurnPage();
                break;
            case "tab":
                _paragraph.Append('\t');
                break;
            case "br" or "cr":
                _paragraph.Append('\n');
                break;
            case "noBreakHyphen":
                _paragraph.Append('-');
                break;
            case "footnoteReference" or "endnoteReference":
                _paragraph.Append(CultureInfo.InvariantCulture, $"[{Word.Attribute(xml, "id")}]");
                break;
            case "footnote" or "endnote":
                _noteId = Word.Attribute(xml, "id") ?? "";
                break;
            case "tbl":
                _tableDepth++;
                break;
            case "tr" when _tableDepth == 1:
                _startPage = _page;
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
        if (_paragraph.Length + _cell.Length + _cells.Count == 0)
        {
            _startPage = _page;
        }
    }

    private void AppendText(XmlReader xml)
    {
        // The text of w:t is one node; reading it here leaves the reader on the end element.
        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                _paragraph.Append(xml.Value);
            }
        }
    }

    private void End(string name, BlockKind kind, bool isHeader)
    {
        switch (name)
        {
            case "p" when _tableDepth > 0:
                if (_cell.Length > 0)
                {
                    _cell.Append('\n');
                }

                _cell.Append(Label()).Append(_paragraph);
                _paragraph.Clear();
                break;
            case "p":
                Paragraph(kind, isHeader);
                break;
            case "tc" when _tableDepth == 1:
                _cells.Add(_cell.ToString());
                _cell.Clear();
                break;
            case "tr" when _tableDepth == 1:
                builder.Page = _startPage;
                TableRows.Add(builder, _cells);
                _cells.Clear();
                break;
            case "tbl":
                _tableDepth--;
                break;
        }
    }

    private string Label() => _list > 0 && _paragraph.Length > 0 ? numbering.Next(_list, _listLevel) : "";

    private void Paragraph(BlockKind kind, bool isHeader)
    {
        var label = Label();
        var text = label + _paragraph;
        _paragraph.Clear();
        if (isHeader && !text.Any(char.IsLetter))
        {
            return;
        }

        builder.Page = _page == 0 || isHeader ? 0 : _startPage;
        if (kind == BlockKind.Note)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                builder.Add(BlockKind.Note, $"[{_noteId}] {text.Trim()}");
            }

            return;
        }

        var level = _outline is >= 0 and < 9 ? _outline + 1 : styles.HeadingLevel(_style);
        if (level > 0)
        {
            builder.Add(BlockKind.Heading, text, level);
        }
        else if (label.Length > 0)
        {
            builder.Add(BlockKind.ListItem, text, _listLevel + 1);
        }
        else
        {
            builder.Add(kind, text);
        }
    }
}
