using System.Text.Json;
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

/// <summary>
/// What people correct in one collection. A correction is on disk when <see cref="Add"/> returns; <see cref="ApplyAsync"/>
/// reads the files again that it changes, and whatever reads them later applies it as well.
/// </summary>
internal sealed class CorrectionService(KnowledgeBase system, DocumentService documents, RepairService repairs, TimeProvider clock)
{
    private const int LongestReason = 1000;

    private readonly CorrectionStates _states = new(system);

    private readonly CorrectionDrafts _drafts = new(system, documents, repairs);

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
        var correction = _drafts.Of(request) with
        {
            By = by,
            ByName = byName,
            At = clock.GetUtcNow(),
            Reason = CorrectionDrafts.Clean(request.Reason, LongestReason),
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
            Affects = [.. correction.Affects.Concat(_drafts.FilesNow(correction)).Distinct(StringComparer.Ordinal)],
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
        CorrectionKinds.Split => "one wanted document for several",
        CorrectionKinds.Extent => "begin or end of a document not found",
        _ => "",
    };

    /// <summary>The page on which a correction is shown: the first document of those it concerns that there is; null for none.</summary>
    public DocumentKey? PageOf(Correction correction) => Subjects(correction).Select(key => DocumentKey.TryParse(key, out var parsed) ? parsed : null).OfType<DocumentKey>()
        .FirstOrDefault(key => system.Store.Summary(key) is not null || system.Corrections.Known.Of(key.Value) is not null);

    /// <summary>Under what a correction is shown: a merge and a split at the documents that they lead to, too, since the stub may have
    /// no page any more.</summary>
    private IEnumerable<string> Subjects(Correction correction)
    {
        var subjects = new[] { correction.Document, correction.ReadAs, system.Corrections.SubjectOf(correction)?.Value }.OfType<string>();
        if (correction is { Kind: CorrectionKinds.Extent })
        {
            return subjects.Append(_states.PathOf(correction)).Distinct(StringComparer.Ordinal);
        }

        if (!correction.IsActive || !DocumentKey.TryParse(correction.Document, out var stub))
        {
            return subjects;
        }

        return correction.Kind switch
        {
            CorrectionKinds.Merge when system.Corrections.MergeOf(stub) is var (target, _) => subjects.Append(target.Value),
            CorrectionKinds.Split => subjects.Concat(system.Corrections.SplitOf(stub.Value).Select(target => target.Value)),
            _ => subjects,
        };
    }

    private HashSet<string> KeysOf(string document)
    {
        var record = documents.Readable(document);
        var keys = record.Sources.Select(source => source.Path).Append(record.Summary.Key.Value).ToHashSet(StringComparer.Ordinal);
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
            correction.UndoneBy, correction.UndoneAt)
        {
            Until = correction.Until,
            Fields = correction.Fields,
            Mentions = correction.Mentions,
        };
    }

    private void Put(IReadOnlyList<Correction> corrections, string action, string by)
    {
        system.Store.Records.Write(changes =>
        {
            foreach (var correction in corrections)
            {
                changes.Put(RecordKinds.Correction, correction.Id, RecordJson.Write(correction with { StoredAt = clock.GetUtcNow() }), correction.Source);
                AuditLog.Append(changes, new AuditEntry(clock.GetUtcNow(), by, action, correction.Document, $"{correction.Kind} {correction.Field}".TrimEnd()));
            }

            return true;
        });
        // Looked at now: whoever asks next is told of it.
        _ = system.Corrections.Known;
    }

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
}
