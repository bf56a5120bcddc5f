using Search.Documents.Catalogues;

namespace Search.Citations;

/// <summary>Reads the events of a document out of the citations that name it. What each trigger does is data
/// (<c>validity</c> and <c>validityByTrigger</c> in <c>relations.json</c>); a provision named makes it partial.</summary>
public sealed class ValidityEvents
{
    private readonly Dictionary<string, RelationEntry> _relations;

    /// <summary>Events by the relations of a catalogue.</summary>
    public ValidityEvents(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        _relations = catalogue.Relations.Where(relation => relation.Validity is not null || relation.ValidityByTrigger.Count > 0)
            .ToDictionary(relation => relation.Id, StringComparer.Ordinal);
    }

    /// <summary>Whether a citation tells something of the force of what it cites.</summary>
    public bool Tells(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return citation is { IsSelf: false, IsNote: false } && _relations.ContainsKey(citation.Relation);
    }

    /// <summary>The event that a citation of the document shows; null for none.</summary>
    /// <param name="citation">A citation whose target the document is.</param>
    /// <param name="date">The citing document's day of issue.</param>
    /// <param name="sentence">The sentence it stands in.</param>
    public ValidityEvent? Of(Citation citation, DateOnly? date, string sentence)
    {
        ArgumentNullException.ThrowIfNull(citation);
        if (!Tells(citation) || Kind(_relations[citation.Relation], citation) is not { } kind)
        {
            return null;
        }

        var evidence = citation.Evidence ?? citation.Span;
        return new ValidityEvent(kind, date, citation.Document, new ValidityEvidence(citation.Document, evidence.Start, evidence.End, sentence));
    }

    private static ValidityEventKind? Kind(RelationEntry relation, Citation citation)
    {
        var named = relation.Validity;
        foreach (var (trigger, kind) in relation.ValidityByTrigger)
        {
            if (citation.Trigger?.Contains(trigger, StringComparison.OrdinalIgnoreCase) is true)
            {
                named = kind;
                break;
            }
        }

        return (named, citation.Pinpoint is not null) switch
        {
            ("thay-the", false) => ValidityEventKind.Replaced,
            ("thay-the", true) => ValidityEventKind.PartlyReplaced,
            ("bai-bo", false) => ValidityEventKind.Repealed,
            ("bai-bo", true) => ValidityEventKind.PartlyRepealed,
            ("sua-doi-bo-sung", _) => ValidityEventKind.Amended,
            ("dinh-chinh", _) => ValidityEventKind.Corrected,
            ("xac-nhan-hieu-luc", _) => ValidityEventKind.Confirmed,
            ("ngung-hieu-luc", false) => ValidityEventKind.Suspended,
            ("ngung-hieu-luc", true) => ValidityEventKind.PartlyRepealed,
            ("khoi-phuc", _) => ValidityEventKind.Revived,
            _ => null,
        };
    }
}
