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
        _relations = catalogue.Relations.Where(relation => relation.TellsForce)
            .ToDictionary(relation => relation.Id, StringComparer.Ordinal);
    }

    /// <summary>Whether a citation tells something of the force of what it cites: what another document does to it, or on which day it
    /// ends by its own word.</summary>
    public bool Tells(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return !citation.IsNote && (citation.IsSelf ? citation.Cited.Ends is not null : _relations.ContainsKey(citation.Relation));
    }

    /// <summary>The events of the document that a citation shows; none for most. A suspension with a last day is two.</summary>
    /// <param name="citation">A citation whose target the document is, its own references to itself included.</param>
    /// <param name="date">The citing document's day of issue; counts where the text names no other day.</param>
    /// <param name="sentence">The sentence it stands in.</param>
    public IEnumerable<ValidityEvent> Of(Citation citation, DateOnly? date, string sentence)
    {
        ArgumentNullException.ThrowIfNull(citation);
        if (!Tells(citation))
        {
            yield break;
        }

        var place = citation.Evidence ?? citation.Span;
        var evidence = new ValidityEvidence(citation.Document, place.Start, place.End, sentence);
        ValidityEvent On(ValidityEventKind kind, DateOnly? day) => new(kind, day, citation.Document, evidence);
        var (actsOn, ends) = (citation.Cited.ActsOn, citation.Cited.Ends);
        if (citation.IsSelf)
        {
            yield return On(citation.Pinpoint is null ? ValidityEventKind.Expired : ValidityEventKind.PartlyRepealed, ends);
        }
        else if (Kind(_relations[citation.Relation], citation) is { } kind)
        {
            yield return On(kind, actsOn ?? date);
            if (kind == ValidityEventKind.Suspended && ends is not null)
            {
                yield return On(ValidityEventKind.Revived, ends);
            }
        }
    }

    /// <summary>The one day of effect that a document names for itself as a whole; null where it names none or several.</summary>
    /// <param name="own">Its references to itself.</param>
    public static DateOnly? EffectiveDay(IEnumerable<Citation> own)
    {
        var days = own.Where(citation => citation is { IsSelf: true, IsNote: false, Pinpoint: null }).Select(citation => citation.Cited.Effective)
            .OfType<DateOnly>().Distinct().Take(2).ToList();
        return days.Count == 1 ? days[0] : null;
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
