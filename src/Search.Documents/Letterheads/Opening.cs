using Search.Documents.Lines;

namespace Search.Documents.Letterheads;

/// <summary>What the head of a document says, before any of it is looked up.</summary>
internal sealed class Opening
{
    public List<Piece> Issuers { get; } = [];

    public Piece? Number { get; set; }

    public Piece? Date { get; set; }

    public Piece? Heading { get; set; }

    public Piece? OfIssuer { get; set; }

    public List<Piece> Subject { get; } = [];

    public List<Piece> Title { get; } = [];

    public List<string> Addressees { get; } = [];

    public string? Secrecy { get; set; }

    public bool IsState { get; set; }

    public bool HasCopyMark { get; set; }

    /// <summary>Lines that are handwriting or noise.</summary>
    public List<SourceLine> Noise { get; } = [];

    /// <summary>One past the last line of issuer, number, place and date; the first line when there is none.</summary>
    public int LetterheadEnd { get; set; }

    /// <summary>First line of the running text; the end of the document when it has none.</summary>
    public int BodyStart { get; set; }
}
