using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Application.Lines;
using Search.Application.Reading;
using Search.Citations;
using Search.Documents;
using Search.Store;
using Search.Store.Rules;
using Search.Text;

namespace Search.Application.UseCases;

/// <summary>Answers questions about one document.</summary>
internal sealed class DocumentService(CollectionReader knowledge, LookupService lookups)
{
    // How many documents are looked at for likeness, and what a citation between two counts.
    private const int Compared = 50;
    private const double Linked = 0.5;

    private readonly Lazy<RegisterOfKnownDocuments> _register = new(() => new RegisterOfKnownDocuments(knowledge.Base.Catalogue));

    private readonly ResemblanceService _resemblance = new(knowledge);

    /// <summary>No phone number, address or identity number is shorter; bullets do not stand so close together.</summary>
    private const int ShortestMask = 6;

    /// <summary>The record of the one document that a slug, a key or any words of a look-up name: the page, the API and the look-up
    /// open the same document, or name the same candidates.</summary>
    /// <exception cref="SearchException">None or several fit.</exception>
    public DocumentRecord Record(string slugOrKey)
    {
        var text = Decoded(slugOrKey);
        if (knowledge.BySlug(text) is { } bySlug)
        {
            return bySlug;
        }

        var key = KeyResolution.One(knowledge, Address(text));
        return knowledge.Document(key) ?? throw SearchException.NotFound(key.Value);
    }

    /// <summary>Like <see cref="Record"/> for whoever reads: a document that only the register knows has a record without a text,
    /// so that no address a look-up gives leads nowhere. It is not in the store, and nothing can be noted of it.</summary>
    /// <exception cref="SearchException">None or several fit.</exception>
    public DocumentRecord Readable(string slugOrKey)
    {
        var address = Address(Decoded(slugOrKey));
        try
        {
            return Record(address);
        }
        catch (SearchException e) when (e.Kind == ErrorKind.NotFound && OfRegister(address) is { } known)
        {
            return new DocumentRecord
            {
                Summary = new DocumentSummary
                {
                    Key = known.Key, Header = known.Header, Status = DocumentStatus.Known,
                    RecordedBy = knowledge.Base.Corrections.Known.Of(known.Key.Value)?.Correction.Shown,
                },
                Revision = 0,
            };
        }
    }

    /// <summary>A slash stays encoded in a path, so that a key can stand in one segment.</summary>
    private static string Decoded(string slugOrKey) => slugOrKey.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase).Trim();

    /// <summary>A key or slug of the store or the register as it is; of other words the key that the look-up answers with.</summary>
    private string Address(string text) =>
        KeyResolution.IsAddress(knowledge, text) || OfRegister(text) is not null ? text : lookups.Address(text);

    private KnownDocument? OfRegister(string keyOrSlug) =>
        knowledge.Base.Corrections.Known.Of(keyOrSlug)?.Document
        ?? knowledge.Base.Corrections.Known.Of(keyOrSlug.ToLowerInvariant())?.Document
        ?? _register.Value.FindBySlug(keyOrSlug.ToLowerInvariant())
        ?? (DocumentKey.TryParse(keyOrSlug, out var key) ? _register.Value.Find(key) : null);

    /// <summary>The file that a document is read from.</summary>
    /// <exception cref="SearchException">There is none, it is gone, or it is no longer what was read.</exception>
    public OriginalFile Original(DocumentRecord record, CancellationToken ct)
    {
        var path = record.Summary.Source;
        return path is not null && knowledge.Base.Original(path, ct) is { } bytes
            ? new OriginalFile(PersonalData.MaskPath(path[(path.LastIndexOf('/') + 1)..]), bytes)
            : throw new SearchException(
                ErrorKind.NotFound,
                "Không còn tệp gốc của văn bản này, hoặc tệp đã thay đổi sau khi nạp. (The original file is gone, or has changed since it was ingested.)",
                "The original file is gone, or has changed since it was ingested.");
    }

    /// <summary>Whether personal data of the original are masked in what readers see.</summary>
    public static bool IsMasked(DocumentRecord record) =>
        record.SourceText?.Contains(new string(PersonalData.MaskCharacter, ShortestMask), StringComparison.Ordinal) is true;

    public DocumentAnswer Describe(DocumentRecord record)
    {
        var document = record.Document;
        return new DocumentAnswer
        {
            Document = DocumentLines.Of(record.Summary) with { PrintedNumber = document?.PrintedNumber },
            Place = document?.Place,
            Addressees = document?.Addressees ?? [],
            Recipients = document?.Recipients ?? [],
            SigningAuthority = document?.SigningAuthority,
            SignerTitle = document?.SignerTitle,
            Signer = document?.Signer,
            CopyOf = document?.CopyOf is { } copied && knowledge.Summary(copied) is { } original
                ? DocumentLines.Of(original)
                : null,
            PossiblySame = _resemblance.Of(record),
            Inferences = Inferences(record),
            Outline = Outline(record),
            Sources =
            [
                .. record.Sources.Select(s =>
                    new SourceLine(PersonalData.MaskPath(s.Path), s.IsAbstract, s.Span.Start, s.Span.End, s.TextSha256, s.IngestedAt,
                        [.. s.Differences.Select(d => new SourceDifferenceLine(d.Field, d.Value, d.Used))])),
            ],
            Span = document is null ? null : new Span(document.Span.Start, document.Span.End),
            Citations = knowledge.CitationsOf(record.Summary.Key).Count,
            Revision = record.Revision,
        };
    }

    private Dictionary<string, InferenceLine> Inferences(DocumentRecord record)
    {
        var inferences = (record.Document?.Inferences ?? new Dictionary<string, Inference>(StringComparer.Ordinal)).ToDictionary(
            pair => pair.Key,
            pair => new InferenceLine(pair.Value.Value, pair.Value.Reason, pair.Value.Confidence),
            StringComparer.Ordinal);
        // What only one source says describes a document that is cited, and says so.
        if (record.Document is null && knowledge.Base.Catalogue.Known(record.Summary.Key.Value) is { IsConfirmed: false } single)
        {
            inferences["register"] = new InferenceLine(single.Title ?? single.Key, $"Theo một nguồn: {single.Source}.", single.Confidence);
        }

        if (record.Document is null && Recorded(record) is { } correction)
        {
            inferences["record"] = new InferenceLine(record.Summary.Title ?? record.Summary.Key.Value, $"Do {correction.Shown} ghi nhận, ngày {Labels.Day(DateOnly.FromDateTime(correction.At.UtcDateTime), english: false)}.", 1);
        }

        return inferences;
    }

    /// <summary>Who recorded that a document exists whose text is not there; null where nobody did.</summary>
    public Store.Corrections.Correction? Recorded(DocumentRecord record) => knowledge.Base.Corrections.Known.Of(record.Summary.Key.Value)?.Correction;

    public IReadOnlyList<OutlineLine> Outline(DocumentRecord record) =>
    [
        .. (record.Document?.Outline ?? []).Select(s =>
            new OutlineLine(s.Anchor, s.Parent, s.Depth, s.Label, s.Heading, s.Span.Start, s.Span.End)),
    ];

    public IReadOnlyList<CitationLine> Citations(DocumentRecord record) =>
    [
        .. knowledge.CitationsOf(record.Summary.Key).Select(citation =>
            CitationLines.Line(citation, Sentence(record, citation), record.Document?.PageAt(citation.Span.Start))),
    ];

    /// <summary>What an editor's abstract refers to: to be read as well, and no citation of the document.</summary>
    public IReadOnlyList<DocumentLine> Notes(DocumentRecord record) =>
    [
        .. knowledge.NotesOf(record.Summary.Key).Where(note => !note.IsSelf).Select(note => note.Target?.Key).OfType<DocumentKey>()
            .Where(key => !key.Equals(record.Summary.Key)).Distinct()
            .Select(knowledge.Summary).OfType<DocumentSummary>().Select(DocumentLines.Of),
    ];

    public IReadOnlyList<CitedByLine> CitedBy(DocumentKey key) =>
        [.. knowledge.CitedBy(key).Select(CitationLines.Line)];

    /// <summary>The citations of a document by one relation; null for all.</summary>
    /// <exception cref="SearchException">There is no such relation.</exception>
    public IReadOnlyList<CitedByLine> CitedBy(DocumentKey key, string? relation)
    {
        FilterValues.CheckRelations(knowledge.Base.Catalogue, relation is null ? null : [relation]);
        return [.. CitedBy(key).Where(line => string.IsNullOrWhiteSpace(relation) || string.Equals(line.Citation.Citation.Relation, relation.Trim(), StringComparison.Ordinal))];
    }

    /// <summary>What happened to a document, oldest first, undated last: one event a document and relation.</summary>
    public IReadOnlyList<HistoryEvent> History(DocumentRecord record)
    {
        var self = DocumentLines.Of(record.Summary);
        var events = new List<HistoryEvent> { new(self.Date, "issued", null, "ban hành", self, null) };
        var seen = new HashSet<(string, string, bool)>();
        foreach (var citing in knowledge.CitedBy(record.Summary.Key))
        {
            var relation = citing.Citation.Relation;
            if (!seen.Add((citing.Citing.Key.Value, relation, true)))
            {
                continue;
            }

            events.Add(new HistoryEvent(
                citing.Citing.Date,
                "cited",
                relation,
                Labels.Inverse(relation),
                DocumentLines.Of(citing.Citing),
                CitationLines.OneLine(citing.Sentence)));
        }

        foreach (var citation in knowledge.CitationsOf(record.Summary.Key))
        {
            if (citation.IsSelf || citation.Target is not { } target || !seen.Add((target.Key.Value, citation.Relation, false)))
            {
                continue;
            }

            if (knowledge.Summary(target.Key) is not { } cited)
            {
                continue;
            }

            events.Add(new HistoryEvent(
                record.Summary.Date,
                "cites",
                citation.Relation,
                Labels.Relation(citation.Relation),
                DocumentLines.Of(cited),
                Sentence(record, citation)));
        }

        return [.. events.OrderBy(e => e.Date ?? DateOnly.MaxValue).ThenBy(e => e.Kind is "issued" ? 0 : 1)];
    }

    /// <summary>Documents like a given one: by their telling words, by their titles and by what both cite or are to each other.
    /// Each of the three is a share of the best and counts the same.</summary>
    public IReadOnlyList<DocumentLine> Similar(DocumentKey key, int limit)
    {
        using var lease = knowledge.Lease();
        var likeness = new Dictionary<DocumentKey, double>();
        var hits = lease.Similar(key.Value);
        foreach (var hit in hits)
        {
            Add(DocumentKey.TryParse(hit.Group, out var other) ? other : null, hit.Score / hits[0].Score);
        }

        var graph = knowledge.Graph;
        var shared = graph.SharedCitations(key, Compared);
        foreach (var common in shared)
        {
            Add(common.Node.Key, common.Score / shared[0].Score);
        }

        foreach (var linked in knowledge.CitationsOf(key).Select(citation => citation.Target?.Key)
            .Concat(knowledge.CitedBy(key).Select(citing => citing.Citing.Key)).OfType<DocumentKey>().Distinct().Take(Compared))
        {
            Add(linked, Linked);
        }

        var title = TitleWords.Of(knowledge.Summary(key)?.Title);
        return
        [
            .. likeness.Select(like => (Other: knowledge.Summary(like.Key), Likeness: like.Value))
                .Where(like => like.Other is { Status: DocumentStatus.Present } other && !other.Key.Equals(key))
                .Select(like => (like.Other, Likeness: like.Likeness + TitleWords.Similarity(title, like.Other!.Title)))
                .OrderByDescending(like => like.Likeness).ThenBy(like => like.Other!.Key.Value, StringComparer.Ordinal)
                .Select(like => lease.Shown(like.Other!.Key.Value)).OfType<CachedDocument>()
                .Take(limit).Select(shown => shown.Line),
        ];

        void Add(DocumentKey? other, double share)
        {
            if (other is not null)
            {
                likeness[other] = likeness.GetValueOrDefault(other) + share;
            }
        }
    }

    private static string Sentence(DocumentRecord record, Citation citation) =>
        CitationLines.OneLine(record.Slice(citation.Evidence ?? citation.Span) ?? citation.Text);
}
