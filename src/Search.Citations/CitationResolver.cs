using Search.Citations.Resolution;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Citations;

/// <summary>
/// Links mentions: within the document first (numbers, then short names before and after their definition, then nouns
/// left to right), then to the registry by number, type, issuer, place and date or term. A mention that names a
/// document beyond doubt which nothing present fits becomes a stub; any other stays open with its candidates.
/// Never guesses. Safe for any number of threads as far as the registry is.
/// </summary>
public sealed class CitationResolver
{
    /// <summary>What is left of the confidence where the number had to be put right first: 18/NQ-TW for 18-NQ/TW.</summary>
    private const double RespelledConfidence = 0.9;
    /// <summary>The reason of a citation whose only reading would be a later document.</summary>
    public const string LaterReason = "Văn bản có số, ngày như vậy được ban hành sau văn bản viện dẫn; một trong hai ngày có thể sai.";

    private readonly Catalogue _catalogue;
    private readonly Facts _facts;

    /// <summary>A resolver by the rules of a catalogue.</summary>
    public CitationResolver(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        _catalogue = catalogue;
        _facts = new Facts(catalogue);
    }

    /// <summary>Resolves the mentions of one document.</summary>
    /// <param name="host">The citing document.</param>
    /// <param name="source">Its file.</param>
    /// <param name="mentions">What <see cref="CitationExtractor.Extract"/> found in it, all of it and in its order.</param>
    /// <param name="registry">What is known.</param>
    /// <param name="budget">The steps it may take; null for what the document's length allows.</param>
    /// <returns>Notes where the host is an editor's abstract, else citations: one for each mention but the generic ones, in the
    /// order of the mentions.</returns>
    /// <exception cref="WorkBudgetException">The budget is used up.</exception>
    /// <exception cref="OperationCanceledException">The budget's token was canceled.</exception>
    public IReadOnlyList<Citation> Resolve(
        Document host, SourceText source, IReadOnlyList<Mention> mentions, IDocumentRegistry registry,
        WorkBudget? budget = null)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(mentions);
        ArgumentNullException.ThrowIfNull(registry);
        var entities = new InDocumentResolver(
            _catalogue, _facts, host, source, mentions, registry, budget ?? WorkBudget.For(host.Span.Length)).Resolve();
        var citations = new List<Citation>(mentions.Count);
        for (var i = 0; i < mentions.Count; i++)
        {
            if (entities[i] is { } entity)
            {
                var citation = Make(host, mentions[i], entity);
                citations.Add(host.IsAbstract ? citation with { IsNote = true } : Timely(host, citation));
            }
        }

        Untell(host, mentions, entities, citations);
        Date(citations);
        if (host is { IsAbstract: false, CopyOf: { } original } && !original.Equals(host.Key) && !citations.Exists(citation => original.Equals(citation.Target?.Key)))
        {
            citations.Add(Copy(host, source, original, registry));
        }

        return citations;
    }

    /// <summary>"Hướng dẫn này thay thế Hướng dẫn số 25" in an article about another guideline: where "này" is not the host, the host
    /// replaces nothing.</summary>
    private void Untell(Document host, IReadOnlyList<Mention> mentions, IReadOnlyList<Entity?> entities, List<Citation> citations)
    {
        if (host.Type is not null)
        {
            return;
        }

        BackReference? subject = null;
        var at = 0;
        for (var i = 0; i < mentions.Count; i++)
        {
            if (entities[i] is not { } entity)
            {
                continue;
            }

            if (mentions[i] is BackReference { Kind: BackReferenceKind.This } back)
            {
                subject = entity.IsSelf ? null : back;
            }
            else if (subject is not null && subject.Place == mentions[i].Place && _catalogue.Relation(citations[at].Relation) is { HostActs: true })
            {
                citations[at] = citations[at] with { Relation = "dan-chieu", Trigger = null };
            }

            at++;
        }
    }

    /// <summary>What a document does to others happens on its own day of effect, where it names one and no other day for the act:
    /// "Quy định này có hiệu lực từ ngày 01/7/2026 và thay thế …".</summary>
    private void Date(List<Citation> citations)
    {
        if (ValidityEvents.EffectiveDay(citations) is not { } day)
        {
            return;
        }

        for (var i = 0; i < citations.Count; i++)
        {
            if (citations[i] is { IsSelf: false, IsNote: false, Cited: { ActsOn: null } cited } && _catalogue.Relation(citations[i].Relation) is { HostActs: true })
            {
                citations[i] = citations[i] with { Cited = cited with { ActsOn = day } };
            }
        }
    }

    /// <summary>A copy (sao lục, sao y) is about the document it copies though no sentence of its own cites it; its title says so.</summary>
    private static Citation Copy(Document host, SourceText source, DocumentKey original, IDocumentRegistry registry)
    {
        var span = host.TitleSpan ?? host.Parts.Select(part => (TextSpan?)part.Span).FirstOrDefault() ?? new TextSpan(host.Span.Start, host.Span.Start);
        var known = registry.Find(original);
        return new Citation
        {
            Document = host.Key,
            Span = span,
            Core = span,
            Text = span.Slice(source.Text),
            Form = CitationForm.Unnumbered,
            Cited = new CitedDescription { Header = new DocumentHeader { Type = known?.Type, Docket = known?.Docket, Date = original.Date } },
            Target = new CitationTarget
            {
                Key = original, Header = DocumentHeader.Of(original) with { Type = known?.Type, Issuer = known?.Issuer, Title = known?.Title },
                Status = known?.Status is { } status and not DocumentStatus.Known ? status : DocumentStatus.Stub,
            },
            Relation = "sao-luc",
            Reason = "Bản sao của văn bản này.",
            Confidence = 1,
        };
    }

    /// <summary>A document cannot cite one that was issued after it: such a link is opened again, with the document as its
    /// candidate. Unknown and partial dates do not count as later; a consolidated text holds what came after its base.</summary>
    private Citation Timely(Document host, Citation citation) =>
        citation is { IsSelf: false, Target.Date: { } cited } && host.Date is { } day && cited > day && !(host.Type is { } type && _catalogue.Type(type) is { Consolidates: true })
            ? citation with { Target = null, Candidates = [citation.Target.Key], Confidence = 0, Reason = LaterReason }
            : citation;

    /// <summary>"(Kèm theo Quyết định số …)" over what a decision promulgates, where both are one document: it names the decision
    /// as its carrier. "Ban hành kèm theo Quyết định này" is the decision's own word and says nothing of a carrier.</summary>
    private static bool IsCarrier(Mention mention) => mention is FullCitation { Relation: "ban-hanh-kem-theo" };

    private static Citation Make(Document host, Mention mention, Entity entity)
    {
        var form = mention is AliasDefinition || !entity.IsSelf ? mention.Form : CitationForm.Self;
        return new Citation
        {
            Document = host.Key,
            Span = mention.Span,
            Core = mention.Core,
            Text = mention.Text,
            Form = form,
            Cited = mention.Cited.ProvinceId is null && entity.ProvinceId is not null
                ? mention.Cited with { Header = mention.Cited.Header with { ProvinceId = entity.ProvinceId } }
                : mention.Cited,
            Target = entity.Target,
            Candidates = entity.Target is null ? entity.Candidates : [],
            Relation = entity.IsSelf && !IsCarrier(mention) ? "tu-dan-chieu" : mention.Relation,
            Trigger = mention.Trigger,
            Evidence = mention.Evidence,
            Pinpoint = mention.Pinpoint,
            IsSelf = entity.IsSelf,
            Reason = entity.Reason,
            Confidence = entity.Target is null ? 0 : mention.IsRespelled ? entity.Confidence * RespelledConfidence : entity.Confidence,
            Anchor = mention.Anchor,
        };
    }
}
