using Search.Documents;

namespace Search.Citations.Resolution;

/// <summary>One document as the mentions of a host describe it together.</summary>
internal sealed class Entity
{
    /// <summary>How many documents it may be left open between.</summary>
    public const int MaxCandidates = 20;

    public Docket? Docket { get; set; }

    public IReadOnlyList<Docket> Readings { get; set; } = [];

    public string? Type { get; set; }

    public string? Issuer { get; set; }

    public DateOnly? Date { get; set; }

    public int? Year { get; set; }

    public string? Term { get; set; }

    public string? ProvinceId { get; set; }

    public string? Title { get; set; }

    /// <summary>Whether it is the host itself.</summary>
    public bool IsSelf { get; init; }

    public CitationTarget? Target { get; set; }

    public IReadOnlyList<DocumentKey> Candidates { get; set; } = [];

    public string Reason { get; set; } = "";

    public double Confidence { get; set; }

    /// <summary>The host as its own mentions mean it.</summary>
    public static Entity Self(Document host) => new()
    {
        IsSelf = true,
        Docket = host.Docket,
        Type = host.Type,
        Issuer = host.Issuer,
        Date = host.Date,
        ProvinceId = host.ProvinceId,
        Title = host.Title,
        Reason = "Văn bản tự nói về mình.",
        Confidence = 0.95,
        Target = new CitationTarget
        {
            Key = host.Key,
            Header = host.Header,
            Status = DocumentStatus.Present,
        },
    };

    /// <summary>Settles it as a document that is known.</summary>
    public void LinkTo(KnownDocument known, string reason, double confidence)
    {
        Target = new CitationTarget
        {
            Key = known.Key,
            Header = known.Header with { Type = known.Type ?? Type, Issuer = known.Issuer ?? Issuer },
            Status = known.Status == DocumentStatus.Known ? DocumentStatus.Stub : known.Status,
        };
        Reason = reason;
        Confidence = confidence;
    }

    /// <summary>Leaves it open between documents.</summary>
    public void LeaveOpen(IEnumerable<KnownDocument> candidates, string reason)
    {
        Candidates = [.. candidates.Take(MaxCandidates).Select(document => document.Key).OrderBy(key => key)];
        Reason = reason;
    }

    /// <summary>What one mention says, nothing linked yet.</summary>
    public static Entity Of(CitedDescription cited, Document host) => new()
    {
        Type = cited.Type,
        Issuer = cited.Issuer,
        Date = cited.Date,
        Year = cited.Year,
        Term = cited.Term,
        ProvinceId = cited.ProvinceId ?? (Facts.NamesAnother(cited, host) ? null : host.ProvinceId),
        Title = cited.Title,
    };

    /// <summary>Several documents that a mention may mean; the latest named are the candidates.</summary>
    public static Entity Choice(IReadOnlyList<Entity> entities, string reason, string? type = null, DocumentKey? host = null) => new()
    {
        Type = type ?? entities[0].Type,
        Candidates = [.. entities.TakeLast(MaxCandidates).Select(entity => entity.Target?.Key).Append(host).OfType<DocumentKey>().Distinct().OrderBy(key => key)],
        Reason = reason,
    };

    /// <summary>Whether both were linked to one document.</summary>
    public bool IsSameAs(Entity other) =>
        ReferenceEquals(this, other) || (Target is not null && other.Target is not null && Target.Key.Equals(other.Target.Key));
}
