using System.Text;
using Search.Application.Accounts;
using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Application.UseCases;
using Search.Documents;
using Search.Ingestion;
using Search.Ingestion.Corrections;
using Search.Store;
using Search.Store.Corrections;
using Search.Text;

namespace Search.Application.Corrections;

// Longer than most files because each kind of correction is checked here against the document it is made for.
/// <summary>Makes the record of what somebody wants to correct, or says why it cannot be taken.</summary>
internal sealed class CorrectionDrafts(KnowledgeBase system, DocumentService documents, RepairService repairs)
{
    private readonly CorrectionStates _states = new(system);

    /// <summary>The correction that a request means, without who made it and when.</summary>
    /// <param name="request">What is right.</param>
    /// <exception cref="SearchException">There is no such document, field or citation, or the value cannot be taken.</exception>
    public Correction Of(CorrectionRequest request)
    {
        var value = Clean(request.Value, most: 2000);
        return request.Kind switch
        {
            CorrectionKinds.Field => Field(request, value),
            CorrectionKinds.Citation => Citation(request, value),
            CorrectionKinds.Merge => Merge(request, value),
            CorrectionKinds.NoDocument => NoDocument(request),
            CorrectionKinds.Repair => Repair(request, value),
            CorrectionKinds.Split => Split(request),
            CorrectionKinds.Known => Known(request),
            CorrectionKinds.Extent => Extent(request),
            _ => throw SearchException.Invalid(
                "kind", $"Loại sửa là: {string.Join(", ", CorrectionKinds.All)}.", $"Kinds are: {string.Join(", ", CorrectionKinds.All)}."),
        };
    }

    private Correction Field(CorrectionRequest request, string? value)
    {
        var (record, document) = Present(request.Document);
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
        var (record, document) = Present(request.Document);
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
        var target = value is null ? null : Target(value);
        return New(CorrectionKinds.Citation, record, document) with
        {
            Quote = CitationCorrections.OneLine(citation.Text),
            Before = before,
            After = after,
            Old = citation.Target?.Key.Value,
            New = target,
            NewReadAs = target is null ? null : ReadAs(target),
            Relation = string.IsNullOrEmpty(request.Relation) ? null : request.Relation,
        };
    }

    private Correction Repair(CorrectionRequest request, string? value)
    {
        var (record, document) = Present(request.Document);
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

        return Made(CorrectionKinds.Merge, stub.Key.Value) with { New = target, NewReadAs = ReadAs(target), Affects = [.. FilesCiting(stub.Key)] };
    }

    private Correction Split(CorrectionRequest request)
    {
        var stub = documents.Record(Needed("document", request.Document)).Summary;
        if (stub.Status is not DocumentStatus.Stub)
        {
            throw SearchException.Invalid("document", "Chỉ tách được văn bản chưa có toàn văn.", "Only a document that is known by citation alone can be split.");
        }

        var moved = Settled((request.Mentions ?? []).DistinctBy(mention => (mention.Document, mention.Start)), stub.Key);
        if (moved.TrueForAll(mention => string.Equals(mention.New, stub.Key.Value, StringComparison.Ordinal)))
        {
            throw SearchException.Invalid("mentions", "Cần ít nhất một dẫn chiếu thuộc về văn bản khác.", "At least one mention of another document is needed.");
        }

        // Those that stay are settled as well: with another document of the number known, the program might link them otherwise.
        var all = system.Store.CitationsTo(stub.Key)
            .Select(citation => new CorrectionMention { Document = citation.Document.Value, Start = citation.Span.Start, Value = stub.Key.Value });
        var mentions = moved.Concat(Settled(all, stub.Key)).DistinctBy(mention => (mention.Document, mention.Before, mention.Quote, mention.After)).ToList();
        return Made(CorrectionKinds.Split, stub.Key.Value) with
        {
            Mentions = mentions,
            Affects = [.. mentions.Select(mention => mention.Document).Distinct(StringComparer.Ordinal).SelectMany(document => FilesOf(DocumentKey.Parse(document))).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>Mentions of a stub with the documents they mean, each quoted from its document.</summary>
    private List<SettledMention> Settled(IEnumerable<CorrectionMention> mentions, DocumentKey stub)
    {
        var targets = new Dictionary<string, (string Key, string? ReadAs)>(StringComparer.Ordinal);
        List<SettledMention> settled = [];
        foreach (var ofOne in mentions.GroupBy(mention => mention.Document, StringComparer.Ordinal))
        {
            var (record, document) = Present(ofOne.Key);
            var (key, readAs) = (document.Key.Value, ReadAs(document.Key.Value));
            var citations = system.Store.CitationsOf(document.Key).Where(citation => !citation.IsNote && stub == citation.Target?.Key).ToLookup(citation => citation.Span.Start);
            foreach (var mention in ofOne)
            {
                if (citations[mention.Start].FirstOrDefault() is not { } citation)
                {
                    throw SearchException.Invalid("mentions", $"Không có dẫn chiếu nào đến {stub} bắt đầu ở chỗ {mention.Start} của {key}.", $"No citation of {stub} begins at {mention.Start} of {key}.");
                }

                var value = Needed("mentions", mention.Value);
                if (!targets.TryGetValue(value, out var target))
                {
                    var meant = Target(value);
                    targets[value] = target = (meant, ReadAs(meant));
                }

                var (before, after) = CitationCorrections.Around(record.SourceText!, citation);
                settled.Add(new SettledMention(key, readAs, CitationCorrections.OneLine(citation.Text), before, after, target.Key, target.ReadAs));
            }
        }

        return settled;
    }

    private Correction Known(CorrectionRequest request)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, given) in request.Fields ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            if (Clean(given, most: 2000) is not { } value)
            {
                continue;
            }

            if (!DocumentCorrections.HeaderFields.Contains(name, StringComparer.Ordinal))
            {
                var names = string.Join(", ", DocumentCorrections.HeaderFields);
                throw SearchException.Invalid("fields", $"Trường ghi được: {names}.", $"Fields are: {names}.");
            }

            if (DocumentCorrections.Problem(name, value, system.Catalogue) is { } problem)
            {
                throw SearchException.Invalid("fields", problem.Vietnamese, problem.English);
            }

            fields[name] = value;
        }

        var header = DocumentCorrections.HeaderOf(fields, system.Catalogue);
        if (header.Date is null || system.Analysis.KeyOf(header) is not { } key)
        {
            throw SearchException.Invalid("fields", "Cần số, ký hiệu và ngày ban hành.", "Number and date are needed.");
        }

        if (system.Store.Summary(key) is { Status: DocumentStatus.Present or DocumentStatus.Abstract } || system.Corrections.Known.Of(key.Value) is not null)
        {
            throw SearchException.Invalid("fields", $"Kho đã biết {key}.", $"The collection knows {key} already.");
        }

        return Made(CorrectionKinds.Known, key.Value) with { Fields = fields, Affects = [.. FilesMentioning(header).Distinct(StringComparer.Ordinal)] };
    }

    private Correction Extent(CorrectionRequest request)
    {
        var (record, document) = Present(request.Document);
        var source = record.SourceText!;
        var start = string.IsNullOrWhiteSpace(request.From) ? document.Span.Start : Words("from", request.From, source, 0).Start;
        var end = string.IsNullOrWhiteSpace(request.To) ? document.Span.End : Words("to", request.To, source, start).End;
        if (start >= end)
        {
            throw SearchException.Invalid("to", "Chữ cuối phải đứng sau chữ đầu.", "The last words must stand after the first ones.");
        }

        var span = new TextSpan(start, end);
        if (span == document.Span)
        {
            throw SearchException.Invalid("from", "Văn bản đang bắt đầu và kết thúc ở đó.", "The document begins and ends there already.");
        }

        var (first, last, before, after) = ExtentCorrections.Quote(source, span);
        var path = record.Summary.Source ?? record.Sources[0].Path;
        var hash = system.Store.File(path)?.Sha256;
        var made = Made(CorrectionKinds.Extent, path) with
        {
            Source = hash,
            Affects = hash is null ? [] : [hash],
            Quote = first,
            Until = last,
            Before = before,
            After = after,
        };
        return ExtentCorrections.Find(made, source) == span
            ? made
            : throw SearchException.Invalid("from", "Chữ đầu hay chữ cuối không đủ riêng để tìm lại.", "The first or the last words are not distinct enough to be found again.");
    }

    /// <summary>The one place of words that somebody copied from a text.</summary>
    private static TextSpan Words(string name, string words, string source, int from)
    {
        var quote = CitationCorrections.OneLine(words).Trim();
        if (QuotedPlace.Find(source, new TextSpan(from, source.Length), quote, null, null) is not { } found)
        {
            throw SearchException.Invalid(name, "Không tìm thấy những chữ này trong tệp.", "The file does not hold these words.");
        }

        return QuotedPlace.Find(source, new TextSpan(found.Start + 1, source.Length), quote, null, null) is null
            ? found
            : throw SearchException.Invalid(name, "Những chữ này đứng ở nhiều chỗ; hãy ghi dài hơn.", "These words stand in several places; give more of them.");
    }

    private Correction NoDocument(CorrectionRequest request)
    {
        var path = Needed("path", request.Path);
        var hash = system.Store.File(path)?.Sha256
            ?? system.Store.Quarantine().FirstOrDefault(entry => string.Equals(entry.Path, path, StringComparison.Ordinal))?.Sha256;
        return hash is not { Length: 64 }
            ? throw SearchException.Missing($"Không có tệp '{path}'.", $"There is no file '{path}'.")
            : Made(CorrectionKinds.NoDocument, path) with { Source = hash, Affects = [hash] };
    }

    private (DocumentRecord Record, Document Document) Present(string? asked)
    {
        var record = documents.Record(Needed("document", asked));
        return record.Document is { } document
            ? (record, document)
            : throw SearchException.Invalid("document", "Kho chưa có toàn văn của văn bản này.", "The collection does not hold the text of this document.");
    }

    private Correction New(string kind, DocumentRecord record, Document document)
    {
        var read = DocumentCorrections.ReadKey(document);
        return Made(kind, document.Key.Value) with
        {
            Source = system.Store.File(record.Sources[0].Path)?.Sha256,
            Affects = [.. FilesOf(document.Key)],
            ReadAs = string.Equals(read, document.Key.Value, StringComparison.Ordinal) ? null : read,
        };
    }

    /// <summary>A correction without who made it and when: whoever keeps it adds that.</summary>
    private static Correction Made(string kind, string document) =>
        new() { Id = Secrets.NewId(bytes: 8), Kind = kind, Document = document, By = "", At = default };

    /// <summary>SHA-256 of the files that a correction changes the reading of, as they are now: its file may be another one by now,
    /// and others may cite by it.</summary>
    /// <param name="correction">The correction.</param>
    public IEnumerable<string> FilesNow(Correction correction)
    {
        switch (correction.Kind)
        {
            case CorrectionKinds.Merge:
                return DocumentKey.TryParse(correction.Document, out var stub) && system.Corrections.MergeOf(stub) is var (target, _) ? FilesCiting(target) : [];
            case CorrectionKinds.NoDocument:
                return [];
            case CorrectionKinds.Split:
                return correction.Settled.SelectMany(FilesNow);
            case CorrectionKinds.Known:
                return FilesMentioning(DocumentCorrections.HeaderOf(correction.Fields!, system.Catalogue));
            case CorrectionKinds.Extent:
                return system.Store.File(correction.Document) is { } file ? [file.Sha256] : [];
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

    /// <summary>Files with a mention that could mean a document: of its number, or of its type and number alone or its title.</summary>
    private IEnumerable<string> FilesMentioning(DocumentHeader header)
    {
        var (docket, type) = (header.Docket!, header.Type);
        var linked = system.Store.FindByNumber(docket.Canonical).Concat(type is null ? [] : system.Store.FindBySequence(type, docket.Sequence))
            .SelectMany(known => system.Store.CitationsTo(known.Key)).Select(citation => citation.Document);
        var open = system.Store.OpenCitations(int.MaxValue).Select(open => open.Citation)
            .Where(citation => docket.Equals(citation.Cited.Docket) || (type is not null && string.Equals(citation.Cited.Type, type, StringComparison.Ordinal)))
            .Select(citation => citation.Document);
        return linked.Concat(open).Distinct().SelectMany(FilesOf);
    }

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

    private static string Needed(string name, string? value) => string.IsNullOrWhiteSpace(value)
        ? throw SearchException.Invalid(name, $"Thiếu '{name}'.", $"'{name}' is missing.")
        : value.Trim();

    /// <summary>A text on one line, without control characters; null for nothing.</summary>
    /// <param name="text">What somebody typed.</param>
    /// <param name="most">At most so many characters.</param>
    /// <exception cref="SearchException">It is longer.</exception>
    public static string? Clean(string? text, int most)
    {
        if (text is null)
        {
            return null;
        }

        var clean = CitationCorrections.OneLine(string.Concat(text.EnumerateRunes().Where(rune => !Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))));
        return clean.Length == 0 ? null : clean.Length <= most ? clean : throw SearchException.Limit("value", $"Dài quá {most} ký tự.", $"Longer than {most} characters.");
    }
}
