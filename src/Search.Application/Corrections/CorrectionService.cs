using System.Text;
using System.Text.Json;
using Search.Application.Accounts;
using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Application.UseCases;
using Search.Documents;
using Search.Ingestion;
using Search.Ingestion.Corrections;
using Search.Store;
using Search.Store.Audit;
using Search.Store.Corrections;

namespace Search.Application.Corrections;

// Longer than most files because each kind of correction is checked here against the document it is made for.
/// <summary>
/// What people correct in one collection. A correction is on disk when <see cref="Add"/> returns; <see cref="ApplyAsync"/>
/// reads the files again that it changes, and whatever reads them later applies it as well.
/// </summary>
internal sealed class CorrectionService(KnowledgeBase system, DocumentService documents, RepairService repairs, TimeProvider clock)
{
    private const int LongestReason = 1000;

    private readonly CorrectionStates _states = new(system);

    /// <summary>Corrections, newest first.</summary>
    /// <param name="document">Only those of this document, by key or slug; null for all.</param>
    /// <param name="state">Only those of this state; null for all.</param>
    public IReadOnlyList<CorrectionLine> List(string? document, string? state)
    {
        var wanted = string.IsNullOrWhiteSpace(document) ? null : KeysOf(document);
        return
        [
            .. system.Corrections.All.Reverse()
                .Where(correction => wanted is null || Subjects(correction).Any(wanted.Contains))
                .Select(Line).Where(line => state is null || string.Equals(line.State, state, StringComparison.Ordinal)),
        ];
    }

    /// <summary>One correction.</summary>
    /// <exception cref="SearchException">There is none of that id.</exception>
    public CorrectionLine Get(string id) => Line(Named(id));

    /// <summary>Notes a correction.</summary>
    /// <param name="request">What is right.</param>
    /// <param name="by">Name of the account or key.</param>
    /// <param name="byName">The name that others see; null for the same.</param>
    /// <exception cref="SearchException">There is no such document, field or citation, or the value cannot be taken.</exception>
    public Correction Add(CorrectionRequest request, string by, string? byName)
    {
        ArgumentNullException.ThrowIfNull(request);
        var correction = Of(request) with
        {
            By = by,
            ByName = byName,
            At = clock.GetUtcNow(),
            Reason = Clean(request.Reason, LongestReason),
        };
        Put([correction], AuditActions.Corrected, by);
        return correction;
    }

    /// <summary>Takes a correction back.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="by">Name of the account or key.</param>
    /// <exception cref="SearchException">There is none of that id.</exception>
    public Correction Undo(string id, string by)
    {
        var correction = Named(id);
        if (!correction.IsActive)
        {
            return correction;
        }

        var undone = correction with
        {
            UndoneBy = by,
            UndoneAt = clock.GetUtcNow(),
            // Its file may be another one by now, and others may cite by it.
            Affects = [.. correction.Affects.Concat(FilesNow(correction)).Distinct(StringComparer.Ordinal)],
        };
        Put([undone], AuditActions.CorrectionUndone, by);
        return undone;
    }

    /// <summary>Takes corrections over from another store; those that are there already stay.</summary>
    /// <param name="lines">JSON lines as <see cref="Export"/> writes them.</param>
    /// <param name="by">Who takes them over, for the audit log.</param>
    /// <returns>How many were new.</returns>
    /// <exception cref="SearchException">A line is none, with its number.</exception>
    public int Import(IEnumerable<string> lines, string by)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var known = system.Corrections.All.ToDictionary(correction => correction.Id, StringComparer.Ordinal);
        var taken = new List<Correction>();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var correction = Parsed(line, number);
            if (!known.TryGetValue(correction.Id, out var there) || (there.IsActive && !correction.IsActive))
            {
                taken.Add(correction);
                known[correction.Id] = correction;
            }
        }

        if (taken.Count > 0)
        {
            Put(taken, AuditActions.Corrected, by);
        }

        return taken.Count;
    }

    /// <summary>Every correction as one line of JSON, those taken back too, oldest first.</summary>
    public IEnumerable<string> Export() => system.Corrections.All.Select(RecordJson.Write);

    /// <summary>Which rule was wrong how often: corrections that stand, counted by what they correct.</summary>
    public IReadOnlyList<(string Kind, string What, int Count)> Report() =>
    [
        .. system.Corrections.All.Where(correction => correction.IsActive)
            .GroupBy(correction => (correction.Kind, What: What(correction)))
            .Select(group => (group.Key.Kind, group.Key.What, group.Count()))
            .OrderByDescending(line => line.Item3).ThenBy(line => line.Kind, StringComparer.Ordinal).ThenBy(line => line.What, StringComparer.Ordinal),
    ];

    /// <summary>Reads again what was corrected since it was read.</summary>
    /// <exception cref="StoreBusyException">Another process is the writer; it applies them.</exception>
    public Task<int> ApplyAsync(CancellationToken stop = default) => system.ApplyCorrectionsAsync(stop);

    private static string What(Correction correction) => correction.Kind switch
    {
        CorrectionKinds.Field => correction.Field + (correction.Old is null ? " not found" : correction.New is null ? " found where there is none" : " misread"),
        CorrectionKinds.Citation => correction.Old is null ? "open citation settled" : correction.New is null ? "linked where nothing is certain" : "linked to another document",
        CorrectionKinds.Repair => correction.New is null ? "scanned words right as they stand" : "scanned words misread",
        _ => "",
    };

    private Correction Of(CorrectionRequest request)
    {
        var value = Clean(request.Value, most: 2000);
        return request.Kind switch
        {
            CorrectionKinds.Field => Field(request, value),
            CorrectionKinds.Citation => Citation(request, value),
            CorrectionKinds.Merge => Merge(request, value),
            CorrectionKinds.NoDocument => NoDocument(request),
            CorrectionKinds.Repair => Repair(request, value),
            _ => throw SearchException.Invalid(
                "kind", $"Loại sửa là: {string.Join(", ", CorrectionKinds.All)}.", $"Kinds are: {string.Join(", ", CorrectionKinds.All)}."),
        };
    }

    private Correction Field(CorrectionRequest request, string? value)
    {
        var (record, document) = Present(request);
        if (DocumentCorrections.Problem(request.Field, value, system.Catalogue) is { } problem)
        {
            throw SearchException.Invalid(request.Field is null ? "field" : "value", problem.Vietnamese, problem.English);
        }

        var old = DocumentCorrections.Value(document, request.Field!);
        if (string.Equals(old, value, StringComparison.Ordinal))
        {
            throw SearchException.Invalid("value", "Giá trị này đang có sẵn.", "The field holds this value already.");
        }

        var made = New(CorrectionKinds.Field, record, document) with { Field = request.Field, Old = old, New = value };
        return made with { Affects = [.. made.Affects.Concat(FilesNow(made)).Distinct(StringComparer.Ordinal)] };
    }

    private Correction Citation(CorrectionRequest request, string? value)
    {
        var (record, document) = Present(request);
        var source = record.SourceText!;
        if (system.Store.CitationsOf(record.Summary.Key).FirstOrDefault(citation => !citation.IsNote && citation.Span.Start == request.Start) is not { } citation)
        {
            throw SearchException.Invalid("start", "Không có dẫn chiếu nào bắt đầu ở đó.", "No citation begins there.");
        }

        if (request.Relation is { Length: > 0 } relation && system.Catalogue.Relation(relation) is null)
        {
            throw SearchException.Invalid("relation", $"Không có quan hệ '{relation}'.", $"There is no relation '{relation}'.");
        }

        var (before, after) = CitationCorrections.Around(source, citation);
        return New(CorrectionKinds.Citation, record, document) with
        {
            Quote = CitationCorrections.OneLine(citation.Text),
            Before = before,
            After = after,
            Old = citation.Target?.Key.Value,
            New = value is null ? null : Target(value),
            NewReadAs = value is null ? null : ReadAs(Target(value)),
            Relation = string.IsNullOrEmpty(request.Relation) ? null : request.Relation,
        };
    }

    private Correction Repair(CorrectionRequest request, string? value)
    {
        var (record, document) = Present(request);
        if (repairs.Of(record).FirstOrDefault(repair => repair.Span.Start == request.Start) is not { } repair)
        {
            throw SearchException.Invalid("start", "Không có chỗ nghi quét sai nào bắt đầu ở đó.", "No doubtful scanned words begin there.");
        }

        // A person decides between two readings; other words would be a text that nobody published.
        if (value is not null && !string.Equals(value, repair.Reading, StringComparison.Ordinal))
        {
            throw SearchException.Invalid(
                "value", $"Chỉ nhận cách đọc '{repair.Reading}', hoặc để trống: bản quét đúng.", $"Only the reading '{repair.Reading}' can be accepted; empty: the scan is right.");
        }

        var (quote, before, after) = QuotedPlace.Of(record.SourceText!, repair.Span);
        return New(CorrectionKinds.Repair, record, document) with { Quote = quote, Before = before, After = after, Old = quote, New = value };
    }

    private Correction Merge(CorrectionRequest request, string? value)
    {
        var asked = Needed("document", request.Document);
        if (system.Corrections.Merged(asked) is { } merged)
        {
            throw SearchException.Invalid("document", $"{merged} đã được gộp; hãy bỏ lần gộp ấy trước.", $"{merged} is merged already; undo that first.");
        }

        var stub = documents.Record(asked).Summary;
        if (stub.Status is not DocumentStatus.Stub)
        {
            throw SearchException.Invalid("document", "Chỉ gộp được văn bản chưa có toàn văn.", "Only a document that is known by citation alone can be merged.");
        }

        var target = Target(Needed("value", value));
        if (string.Equals(target, stub.Key.Value, StringComparison.Ordinal))
        {
            throw SearchException.Invalid("value", "Đó là chính văn bản ấy.", "That is the same document.");
        }

        if (system.Corrections.MergeOf(DocumentKey.Parse(target))?.Target == stub.Key)
        {
            throw SearchException.Invalid(
                "value", $"{target} đã được gộp vào chính văn bản này; gộp nữa thì thành vòng.", $"{target} is merged into this very document: the merges would lead in a circle.");
        }

        return new Correction
        {
            Id = Secrets.NewId(bytes: 8),
            Kind = CorrectionKinds.Merge,
            Document = stub.Key.Value,
            New = target,
            NewReadAs = ReadAs(target),
            Affects = [.. FilesCiting(stub.Key)],
            By = "",
            At = default,
        };
    }

    private Correction NoDocument(CorrectionRequest request)
    {
        var path = Needed("path", request.Path);
        var hash = system.Store.File(path)?.Sha256
            ?? system.Store.Quarantine().FirstOrDefault(entry => string.Equals(entry.Path, path, StringComparison.Ordinal))?.Sha256;
        return hash is not { Length: 64 }
            ? throw SearchException.Missing($"Không có tệp '{path}'.", $"There is no file '{path}'.")
            : new Correction
            {
                Id = Secrets.NewId(bytes: 8),
                Kind = CorrectionKinds.NoDocument,
                Document = path,
                Source = hash,
                Affects = [hash],
                By = "",
                At = default,
            };
    }

    private (DocumentRecord Record, Document Document) Present(CorrectionRequest request)
    {
        var record = documents.Record(Needed("document", request.Document));
        return record.Document is { } document
            ? (record, document)
            : throw SearchException.Invalid("document", "Kho chưa có toàn văn của văn bản này.", "The collection does not hold the text of this document.");
    }

    private Correction New(string kind, DocumentRecord record, Document document)
    {
        var read = DocumentCorrections.ReadKey(document);
        return new Correction
        {
            Id = Secrets.NewId(bytes: 8),
            Kind = kind,
            Source = system.Store.File(record.Sources[0].Path)?.Sha256,
            Affects = [.. FilesOf(document.Key)],
            Document = document.Key.Value,
            ReadAs = string.Equals(read, document.Key.Value, StringComparison.Ordinal) ? null : read,
            By = "",
            At = default,
        };
    }

    private IEnumerable<string> FilesNow(Correction correction)
    {
        switch (correction.Kind)
        {
            case CorrectionKinds.Merge:
                return DocumentKey.TryParse(correction.Document, out var stub) && system.Corrections.MergeOf(stub) is var (target, _) ? FilesCiting(target) : [];
            case CorrectionKinds.NoDocument:
                return [];
            default:
                if (_states.RecordOf(correction)?.Summary.Key is not { } key)
                {
                    return [];
                }

                // Another key of the document: whoever cites it by a person's word cites it by that.
                return DocumentCorrections.KeyFields.Contains(correction.Field, StringComparer.Ordinal) ? FilesOf(key).Concat(FilesCiting(key)) : FilesOf(key);
        }
    }

    private IEnumerable<string> FilesCiting(DocumentKey cited) =>
        system.Store.CitationsTo(cited).Select(citation => citation.Document).Distinct().SelectMany(FilesOf);

    private IEnumerable<string> FilesOf(DocumentKey key) =>
        (system.Store.Read(key)?.Sources ?? []).Select(source => system.Store.File(source.Path)?.Sha256).OfType<string>();

    /// <summary>The key that somebody means by a key, a slug or a number; one that nobody knows yet becomes a wanted document.</summary>
    private string Target(string typed)
    {
        if (system.Corrections.Merged(typed.Trim()) is { } merged)
        {
            return merged.Value;
        }

        try
        {
            return documents.Record(typed).Summary.Key.Value;
        }
        catch (SearchException unknown) when (unknown.Kind is ErrorKind.NotFound)
        {
            return DocumentKey.TryParse(typed, out var key) && key.IsNumbered
                ? key.Value
                : throw SearchException.Invalid("value", $"'{typed}' không phải mã văn bản, như 04-CT/TW@2011-07-06.", $"'{typed}' is no key of a document, such as 04-CT/TW@2011-07-06.");
        }
    }

    private string? ReadAs(string target) =>
        DocumentKey.TryParse(target, out var key) && system.Store.Read(key)?.Document is { } document && DocumentCorrections.ReadKey(document) is var read
        && !string.Equals(read, target, StringComparison.Ordinal) ? read : null;

    /// <summary>Under what a correction is shown: a merge at the document that it leads to, since the stub has no page any more.</summary>
    private IEnumerable<string> Subjects(Correction correction)
    {
        var merged = correction is { Kind: CorrectionKinds.Merge, IsActive: true } && DocumentKey.TryParse(correction.Document, out var stub) ? system.Corrections.MergeOf(stub)?.Target.Value : null;
        return new[] { correction.Document, correction.ReadAs, merged }.OfType<string>();
    }

    private HashSet<string> KeysOf(string document)
    {
        var record = documents.Record(document);
        var keys = new HashSet<string>(StringComparer.Ordinal) { record.Summary.Key.Value };
        if (record.Document is { } present)
        {
            keys.Add(DocumentCorrections.ReadKey(present));
        }

        return keys;
    }

    private Correction Named(string id) => system.Corrections.All.FirstOrDefault(correction => string.Equals(correction.Id, id, StringComparison.Ordinal))
        ?? throw SearchException.Missing($"Không có lần sửa '{id}'.", $"There is no correction '{id}'.");

    private CorrectionLine Line(Correction correction)
    {
        var (state, note) = _states.Of(correction);
        var now = correction.Kind is CorrectionKinds.Field or CorrectionKinds.Citation or CorrectionKinds.Repair ? _states.RecordOf(correction)?.Summary.Key.Value : null;
        return new CorrectionLine(
            correction.Id, correction.Kind, now ?? correction.Document, correction.ReadAs, correction.Source, correction.Field, correction.Quote, correction.Before,
            correction.After, correction.Old, correction.New, correction.Relation, correction.Reason, correction.Shown, correction.At, state, note,
            correction.UndoneBy, correction.UndoneAt);
    }

    private void Put(IReadOnlyList<Correction> corrections, string action, string by) => system.Store.Records.Write(changes =>
    {
        foreach (var correction in corrections)
        {
            changes.Put(RecordKinds.Correction, correction.Id, RecordJson.Write(correction with { StoredAt = clock.GetUtcNow() }), correction.Source);
            AuditLog.Append(changes, new AuditEntry(clock.GetUtcNow(), by, action, correction.Document, $"{correction.Kind} {correction.Field}".TrimEnd()));
        }

        return true;
    });

    private static Correction Parsed(string line, int number)
    {
        try
        {
            var read = RecordJson.Read<Correction>(new StoredRecord(RecordKinds.Correction, "", null, 0, line));
            return read is { Id.Length: > 0 and <= 64, Kind: { } kind, Document: not null, By: not null, Affects: not null } && CorrectionKinds.All.Contains(kind, StringComparer.Ordinal)
                ? read
                : throw new JsonException("not a correction");
        }
        catch (Exception error) when (error is StoreDamagedException or JsonException)
        {
            throw SearchException.Invalid("line", $"Dòng {number} không phải là một lần sửa.", $"Line {number} is no correction.");
        }
    }

    private static string Needed(string name, string? value) => string.IsNullOrWhiteSpace(value)
        ? throw SearchException.Invalid(name, $"Thiếu '{name}'.", $"'{name}' is missing.")
        : value.Trim();

    private static string? Clean(string? text, int most)
    {
        if (text is null)
        {
            return null;
        }

        var clean = CitationCorrections.OneLine(string.Concat(text.EnumerateRunes().Where(rune => !Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))));
        return clean.Length == 0 ? null : clean.Length <= most ? clean : throw SearchException.Limit("value", $"Dài quá {most} ký tự.", $"Longer than {most} characters.");
    }
}
