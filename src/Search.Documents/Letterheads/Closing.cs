namespace Search.Documents.Letterheads;

/// <summary>What the foot of a document says.</summary>
internal sealed class Closing
{
    public List<string> Recipients { get; } = [];

    public List<Piece> Authority { get; } = [];

    public List<Piece> Position { get; } = [];

    public List<string> Signers { get; } = [];

    public Piece? Date { get; set; }

    /// <summary>One past the last line that belongs to the foot.</summary>
    public int End { get; set; }

    /// <summary>First line of the foot; the end of the document when it has none.</summary>
    public int Start { get; set; }
}
