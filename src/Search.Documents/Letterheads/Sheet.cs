using Search.Documents.Catalogues;
using Search.Documents.Lines;

namespace Search.Documents.Letterheads;

/// <summary>A source laid out for reading: its lines, what their pieces look like, and which belong to stamps.</summary>
internal sealed class Sheet
{
    private readonly MarkReader _reader;
    private readonly IReadOnlyList<Piece>?[] _pieces;
    private readonly bool[] _isStamp;

    public Sheet(SourceText source, Catalogue catalogue)
    {
        Source = source;
        Catalogue = catalogue;
        var head = source.Blocks.FirstOrDefault(block => block.Kind == BlockKind.FrontMatter);
        Lines = new LineTable(source.Text, head?.Span.End ?? 0);
        _reader = new MarkReader(catalogue);
        _pieces = new IReadOnlyList<Piece>?[Lines.Count];
        _isStamp = new bool[Lines.Count];
        Stamps.Find(this, _isStamp);
    }

    public SourceText Source { get; }

    public Catalogue Catalogue { get; }

    public LineTable Lines { get; }

    public int Count => Lines.Count;

    /// <summary>Longest line whose pieces are looked at; a letterhead with both columns is far shorter.</summary>
    public const int MaxLine = 600;

    public IReadOnlyList<Piece> this[int index] => _pieces[index] ??=
        Lines.SpanOf(index).Length > MaxLine ? [] : _reader.Read(Lines[index], index + 1 < Count && Lines.SpanOf(index + 1).Length < 80 ? Lines[index + 1] : null);

    public bool IsStamp(int index) => _isStamp[index];

    public bool Has(int index, Mark mark) => Find(index, mark) is not null;

    public Piece? Find(int index, Mark mark)
    {
        var pieces = this[index];
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Mark == mark) return pieces[i];
        }

        return null;
    }

    /// <summary>Whether some line of a range bears a mark.</summary>
    public bool HasWithin(int from, int to, Mark mark)
    {
        for (var i = Math.Max(0, from); i < Math.Min(to, Count); i++)
        {
            if (!_isStamp[i] && Has(i, mark)) return true;
        }

        return false;
    }

    /// <summary>Running text by its look: long, or ended as a sentence is.</summary>
    public bool IsBodyLike(int index)
    {
        var span = Lines.SpanOf(index);
        if (span.Length > MaxLine) return true;
        if (this[index] is not [{ Mark: Mark.Other } piece]) return false;
        return span.Length > 140 || (span.Length > 50 && piece.Text[^1] is '.' or ':' or ';');
    }
}
