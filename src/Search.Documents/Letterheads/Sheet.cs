using Search.Documents.Catalogues;
using Search.Documents.Lines;
using Search.Text;

namespace Search.Documents.Letterheads;

/// <summary>A source laid out for reading: its lines, what their pieces look like, and which belong to stamps.</summary>
internal sealed class Sheet
{
    /// <summary>Longest line whose pieces are looked at; a letterhead with both columns is far shorter.</summary>
    public const int MaxLine = 600;

    private const int Recent = 1024;
    private const int BodyBit = 31;

    private readonly MarkReader _reader;
    private readonly (int Index, IReadOnlyList<Piece> Pieces)[] _recent = new (int, IReadOnlyList<Piece>)[Recent];
    private readonly uint[] _marks;
    private readonly bool[] _isStamp;
    private readonly WorkBudget _budget;

    /// <param name="source">What was read.</param>
    /// <param name="catalogue">Names to look for.</param>
    /// <param name="budget">Spent by every look at a line, whoever takes it.</param>
    public Sheet(SourceText source, Catalogue catalogue, WorkBudget budget)
    {
        _budget = budget;
        Layout = LaidOutText.Of(source, catalogue);
        Source = source with { Text = Layout.Map.Text, Blocks = [] };
        Catalogue = catalogue;
        Lines = new LineTable(Source.Text, 0, budget, offset => Layout.MarkupAt(offset).Markup);
        _reader = new MarkReader(catalogue);
        Array.Fill(_recent, (-1, []));
        _marks = new uint[Lines.Count];
        for (var i = 0; i < Lines.Count; i++)
        {
            _marks[i] = ReadMarks(i);
        }

        _isStamp = new bool[Lines.Count];
        Stamps.Find(this, _isStamp);
    }

    /// <summary>The text as it is laid out: all spans of the analysis point into it, until they are brought back.</summary>
    public SourceText Source { get; }

    /// <summary>How that text came out of the file.</summary>
    public LaidOutText Layout { get; }

    public Catalogue Catalogue { get; }

    public LineTable Lines { get; }

    public int Count => Lines.Count;

    /// <summary>The pieces of a line; none for a long line. The last ones read are kept.</summary>
    public IReadOnlyList<Piece> this[int index]
    {
        get
        {
            _budget.Spend();
            ref var slot = ref _recent[index & (Recent - 1)];
            if (slot.Index != index)
            {
                slot = (index, ReadPieces(index));
            }

            return slot.Pieces;
        }
    }

    public bool IsStamp(int index)
    {
        _budget.Spend();
        return _isStamp[index];
    }

    public bool Has(int index, Mark mark)
    {
        _budget.Spend();
        return (_marks[index] & (1u << (int)mark)) != 0;
    }

    public Piece? Find(int index, Mark mark)
    {
        if (!Has(index, mark))
        {
            return null;
        }

        var pieces = this[index];
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Mark == mark)
            {
                return pieces[i];
            }
        }

        return null;
    }

    /// <summary>The number that a text is; null where it is none of a known shape.</summary>
    public Docket? DocketOf(string text) => _reader.DocketOf(text);

    /// <summary>Whether some line of a range bears a mark.</summary>
    public bool HasWithin(int from, int to, Mark mark)
    {
        for (var i = Math.Max(0, from); i < Math.Min(to, Count); i++)
        {
            if (!_isStamp[i] && Has(i, mark))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Running text by its look: long, or ended as a sentence is.</summary>
    public bool IsBodyLike(int index)
    {
        _budget.Spend();
        return (_marks[index] & (1u << BodyBit)) != 0;
    }

    private IReadOnlyList<Piece> ReadPieces(int index)
    {
        var length = Lines.SpanOf(index).Length;
        if (length > MaxLine)
        {
            return [];
        }

        var next = index + 1 < Count && Lines.SpanOf(index + 1).Length < 80 ? Lines[index + 1] : null;
        return _reader.Read(Lines[index], next);
    }

    private uint ReadMarks(int index)
    {
        var length = Lines.SpanOf(index).Length;
        if (length > MaxLine)
        {
            return 1u << BodyBit;
        }

        if (length == 1 && char.IsLetter(Source.Text[Lines.SpanOf(index).Start]))
        {
            return 1u << (int)Mark.Other;
        }

        var pieces = this[index];
        var marks = 0u;
        for (var i = 0; i < pieces.Count; i++)
        {
            marks |= 1u << (int)pieces[i].Mark;
        }

        if (pieces is [{ Mark: Mark.Other } piece] && (length > 140 || (length > 50 && piece.Line.Text[piece.To - 1] is '.' or ':' or ';')))
        {
            marks |= 1u << BodyBit;
        }

        return marks;
    }
}
