using Search.Documents;
using Search.Ingestion;
using Search.Ingestion.Corrections;
using Search.Store;
using Search.Store.Corrections;

namespace Search.Application.Corrections;

/// <summary>What became of corrections: applied, waiting for their file, or in conflict with what is read now.</summary>
internal sealed class CorrectionStates(KnowledgeBase system)
{
    public const string Applied = "applied";
    public const string Waiting = "waiting";
    public const string Conflict = "conflict";
    public const string Superseded = "superseded";
    public const string Undone = "undone";

    private const string NotHeld = "Kho chưa có văn bản này. (The collection does not hold the document.)";
    private const string NotYet = "Chờ nạp lại tệp gốc. (Waits for its file to be read again.)";

    /// <summary>The document of a correction as it is now; null where the store does not hold it.</summary>
    public DocumentRecord? RecordOf(Correction correction) =>
        Held(system.Corrections.SubjectOf(correction)?.Value) ?? Held(correction.Document) ?? Held(correction.ReadAs);

    /// <summary>State and note of one.</summary>
    public (string State, string? Note) Of(Correction correction) => !correction.IsActive ? (Undone, null) : correction.Kind switch
    {
        CorrectionKinds.Field => Field(correction),
        CorrectionKinds.Citation => Citation(correction),
        CorrectionKinds.NoDocument => NoDocument(correction),
        CorrectionKinds.Repair => Repair(correction),
        CorrectionKinds.Split => Split(correction),
        CorrectionKinds.Known => Known(correction),
        CorrectionKinds.Extent => Extent(correction),
        _ => Merge(correction),
    };

    private (string State, string? Note) Field(Correction correction)
    {
        if (RecordOf(correction)?.Document is not { } document)
        {
            return (Waiting, NotHeld);
        }

        if (document.Corrected.FirstOrDefault(applied => string.Equals(applied.Field, correction.Field, StringComparison.Ordinal)) is not { } found)
        {
            return (Waiting, NotYet);
        }

        if (!string.Equals(found.Id, correction.Id, StringComparison.Ordinal))
        {
            return (Superseded, null);
        }

        return string.Equals(found.Read, correction.Old, StringComparison.Ordinal) || string.Equals(found.Read, correction.New, StringComparison.Ordinal)
            || system.Corrections.Of(document).Any(other => string.Equals(other.Field, correction.Field, StringComparison.Ordinal) && other.At < correction.At)
            ? (Applied, null)
            : (Conflict, $"Nay đọc được '{found.Read}'. (Now '{found.Read}' is read.)");
    }

    private (string State, string? Note) Citation(Correction correction)
    {
        if (RecordOf(correction) is not { SourceText: { } source } record)
        {
            return (Waiting, NotHeld);
        }

        var citations = system.Store.CitationsOf(record.Summary.Key);
        if (CitationCorrections.Find(correction, source, citations) is not { } place)
        {
            return (Conflict, "Không còn tìm thấy dẫn chiếu này trong văn bản. (The citation is not found in the text any more.)");
        }

        var target = citations[place].Target?.Key;
        var wanted = system.Corrections.TargetOf(correction);
        wanted = wanted is not null && system.Corrections.MergeOf(wanted) is var (end, _) ? end : wanted;
        if (target == wanted || (wanted is not null && system.Store.Summary(wanted)?.Key == target))
        {
            return (Applied, null);
        }

        var isSuperseded = record.Document is { } document && system.Corrections.Of(document)
            .Any(other => other.Kind is CorrectionKinds.Citation && other.At > correction.At && CitationCorrections.Find(other, source, citations) == place);
        return isSuperseded ? (Superseded, null) : (Waiting, NotYet);
    }

    private (string State, string? Note) Repair(Correction correction)
    {
        if (RecordOf(correction) is not { Document: { } document, SourceText: { } source })
        {
            return (Waiting, NotHeld);
        }

        var decided = RepairCorrections.Decided(document, source, system.Corrections.Of(document));
        var own = decided.FirstOrDefault(decision => string.Equals(decision.Correction.Id, correction.Id, StringComparison.Ordinal));
        if (own.Correction is null)
        {
            return QuotedPlace.Find(correction, source, document.Span) is null
                ? (Conflict, "Không còn tìm thấy những chữ này trong văn bản. (The words are not found in the text any more.)")
                : (Superseded, null);
        }

        if (correction.New is null || document.Corrected.Any(applied => string.Equals(applied.Id, correction.Id, StringComparison.Ordinal)))
        {
            return (Applied, null);
        }

        return document.Edits.Items.Any(edit => edit.Start < own.Span.End && edit.End > own.Span.Start)
            ? (Conflict, "Tệp được đọc khác ở chỗ này. (The file is read otherwise at this place.)")
            : (Waiting, NotYet);
    }

    private (string State, string? Note) NoDocument(Correction correction) =>
        system.Store.Quarantine().Any(entry => entry.Code is DocumentCorrections.NotADocument && string.Equals(entry.Sha256, correction.Source, StringComparison.Ordinal))
            ? (Applied, null)
            : (Waiting, NotYet);

    private (string State, string? Note) Merge(Correction correction)
    {
        if (!DocumentKey.TryParse(correction.Document, out var stub) || system.Corrections.MergeOf(stub) is not var (target, _))
        {
            return (Conflict, "Các lần gộp nối thành vòng. (The merges lead in a circle.)");
        }

        if (system.Corrections.All.Any(other => other is { Kind: CorrectionKinds.Merge, IsActive: true } && other.At > correction.At && string.Equals(other.Document, correction.Document, StringComparison.Ordinal)))
        {
            return (Superseded, null);
        }

        return system.Store.Summary(stub) is not { } found || found.Key != stub || found.Key == target ? (Applied, null)
            : found.Status is DocumentStatus.Stub ? (Waiting, NotYet)
            : (Conflict, "Nay kho có văn bản bị gộp. (The collection holds the merged document now.)");
    }

    /// <summary>A split is as far as the last of its mentions.</summary>
    private (string State, string? Note) Split(Correction correction)
    {
        var states = correction.Settled.Select(Citation).ToList();
        string[] worst = [Conflict, Waiting, Superseded, Applied];
        return states.MinBy(state => Array.IndexOf(worst, state.State));
    }

    private (string State, string? Note) Known(Correction correction) =>
        DocumentKey.TryParse(correction.Document, out var key) && system.Store.Summary(key) is { Status: DocumentStatus.Present or DocumentStatus.Abstract }
            ? (Superseded, "Nay kho có văn bản này. (The collection holds the document now.)")
            : (Applied, null);

    private (string State, string? Note) Extent(Correction correction)
    {
        var path = PathOf(correction);
        var held = system.Store.DocumentsOf(path).Select(key => system.Store.ReadFrom(key, path)).OfType<DocumentRecord>().ToList();
        if (held.Count == 0 || held[0].SourceText is not { } source || system.Store.File(path) is not { } file)
        {
            return (Waiting, NotHeld);
        }

        if (ExtentCorrections.Find(correction, source) is not { } span)
        {
            return (Conflict, "Không còn tìm thấy chữ đầu hay chữ cuối trong tệp. (The first or the last words are not found in the file any more.)");
        }

        return !ExtentCorrections.Decided(source, system.Corrections.Extents(file.Sha256, path)).Any(one => string.Equals(one.Correction.Id, correction.Id, StringComparison.Ordinal))
            ? (Superseded, null)
            : held.Any(record => record.Document is { Span: var lies } && span.Start <= lies.Start && lies.End <= span.End) ? (Applied, null) : (Waiting, NotYet);
    }

    /// <summary>Where the file of a correction lies now: at its old path, or, where none lies there any more, at that of a file of the
    /// same bytes.</summary>
    /// <param name="correction">One of a file.</param>
    public string PathOf(Correction correction)
    {
        if (correction.Source is null || system.Store.File(correction.Document) is not null)
        {
            return correction.Document;
        }

        string? moved = null;
        system.Store.EachFile(file =>
        {
            if (string.Equals(file.Sha256, correction.Source, StringComparison.Ordinal))
            {
                moved = file.Path;
            }
        });
        return moved ?? correction.Document;
    }

    private DocumentRecord? Held(string? key)
    {
        if (!DocumentKey.TryParse(key, out var parsed))
        {
            return null;
        }

        // A former key may be a wanted document of its own by now, where others cite it.
        return system.Store.Read(parsed) is { Document: not null } record ? record
            : system.Store.OfFormerKey(parsed) is { } now && system.Store.Read(now) is { Document: not null } moved ? moved
            : null;
    }
}
