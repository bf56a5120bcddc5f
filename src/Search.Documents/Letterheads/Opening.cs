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

    /// <summary>Whether "Kính gửi" stands there, whether or not the line tells where the names end.</summary>
    public bool HasAddressee { get; set; }

    public string? Secrecy { get; set; }

    public bool IsState { get; set; }

    /// <summary>Whether the motto of the Party or the State stands there.</summary>
    public bool HasMotto { get; set; }

    public bool HasCopyMark { get; set; }

    /// <summary>Lines that are handwriting or noise.</summary>
    public List<SourceLine> Noise { get; } = [];

    /// <summary>One past the last line of issuer, number, place and date; the first line when there is none.</summary>
    public int LetterheadEnd { get; set; }

    /// <summary>First line of the running text; the end of the document when it has none.</summary>
    public int BodyStart { get; set; }

    /// <summary>Takes the letterhead that stands elsewhere: what this head says of itself stays.</summary>
    public void TakeLetterhead(Opening other)
    {
        if (Issuers.Count == 0)
        {
            Issuers.AddRange(other.Issuers);
        }

        Number ??= other.Number;
        Date ??= other.Date;
        IsState |= other.IsState;
        HasMotto |= other.HasMotto;
        Secrecy = SecrecyMarks.Graver(Secrecy, other.Secrecy);
    }
}
