using Search.Citations;
using Search.Documents;
using Search.Text;

namespace Search.Store.Sqlite;

/// <summary>A citation as it lies in the database. Citing document and target are columns, so that a stub that
/// arrives changes no citation.</summary>
internal sealed record CitationPayload
{
    public required TextSpan Span { get; init; }

    public required TextSpan Core { get; init; }

    public required string Text { get; init; }

    public required CitationForm Form { get; init; }

    public required CitedDescription Cited { get; init; }

    public IReadOnlyList<DocumentKey>? Candidates { get; init; }

    public required string Relation { get; init; }

    public string? Trigger { get; init; }

    public TextSpan? Evidence { get; init; }

    public string? Pinpoint { get; init; }

    public required string Reason { get; init; }

    public required double Confidence { get; init; }

    public string? Anchor { get; init; }

    /// <summary>Whether it is an editor's word; its target then lies here and not in a column, so that it calls for no stub and
    /// counts nowhere.</summary>
    public bool IsNote { get; init; }

    /// <summary>What a note is about, as the note itself says it: what is known of that document is looked up when the note is read,
    /// so that it is the same whichever of the two came first. Null where it is open, and for citations.</summary>
    public CitationTarget? NoteTarget { get; init; }

    public static CitationPayload From(Citation citation) => new()
    {
        IsNote = citation.IsNote,
        NoteTarget = citation is { IsNote: true, Target: { } target }
            ? new CitationTarget { Key = target.Key, Header = citation.Cited.Header, Status = DocumentStatus.Stub }
            : null,
        Span = citation.Span,
        Core = citation.Core,
        Text = citation.Text,
        Form = citation.Form,
        Cited = citation.Cited,
        Candidates = citation.Candidates.Count == 0 ? null : citation.Candidates,
        Relation = citation.Relation,
        Trigger = citation.Trigger,
        Evidence = citation.Evidence,
        Pinpoint = citation.Pinpoint,
        Reason = citation.Reason,
        Confidence = citation.Confidence,
        Anchor = citation.Anchor,
    };

    public Citation ToCitation(DocumentKey citing, bool isSelf, CitationTarget? target) => new()
    {
        Document = citing,
        Span = Span,
        Core = Core,
        Text = Text,
        Form = Form,
        Cited = Cited,
        Target = IsNote ? NoteTarget : target,
        Candidates = Candidates ?? [],
        Relation = Relation,
        Trigger = Trigger,
        Evidence = Evidence,
        Pinpoint = Pinpoint,
        IsSelf = isSelf || (IsNote && NoteTarget?.Key.Equals(citing) is true),
        IsNote = IsNote,
        Reason = Reason,
        Confidence = Confidence,
        Anchor = Anchor,
    };
}
