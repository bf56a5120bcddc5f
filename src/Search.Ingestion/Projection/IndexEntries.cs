using System.Globalization;
using System.Text;
using Search.Citations;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Engine;
using Search.Store;

namespace Search.Ingestion.Projection;

/// <summary>What of a document goes into the index: one entry a passage, and at least one. A stub has one, so that its
/// number and title lead to it.</summary>
internal static class IndexEntries
{
    /// <summary>Anchor of the entry that stands for a whole document.</summary>
    public const string WholeAnchor = "doc";

    /// <summary>Body of a whole-document entry, in UTF-16 code units: such a text has no outline to cut it by.</summary>
    private const int MaxBody = 100_000;

    /// <summary>The entries of a document.</summary>
    /// <param name="record">The document or stub.</param>
    /// <param name="cited">What others say where they cite it; a stub is found by it, having no words of its own.</param>
    /// <param name="validity">Whether it is in force, and until which day that is known to be so.</param>
    /// <param name="catalogue">The names of the field.</param>
    public static IEnumerable<IndexEntry> Of(DocumentRecord record, IReadOnlyList<string> cited, (ValidityState State, DateOnly? ChangesOn) validity, Catalogue catalogue)
    {
        var keywords = Keywords(record, validity.State);
        var numbers = Numbers(record.Summary, catalogue);
        if (validity.ChangesOn is { } day)
        {
            numbers[IndexFields.ChangesOn] = Number(day);
        }

        if (record is not { Document: { Passages.Count: > 0 } document, SourceText: { } source })
        {
            yield return Entry(
                record.Summary, WholeAnchor, null, Whole(record) ?? (cited.Count == 0 ? null : string.Join('\n', cited)), AroundWhole(record), keywords, numbers);
            yield break;
        }

        var around = Around(document, source, document.Passages.Select(passage => passage.Span));
        var annexes = document.Parts.Where(part => part.Kind == DocumentPartKind.Annex).ToList();
        var annexed = annexes.Count == 0 ? numbers : new Dictionary<string, long>(numbers, StringComparer.Ordinal) { [IndexFields.Annex] = 1 };
        foreach (var passage in document.Passages)
        {
            yield return Entry(
                record.Summary,
                passage.Anchor,
                passage.HeadingPath.Count == 0 ? null : string.Join('\n', passage.HeadingPath),
                Body(document, source, passage.Span),
                around,
                keywords,
                annexes.Exists(annex => annex.Span.Contains(passage.Span.Start)) ? annexed : numbers);
            around = null;
        }
    }

    /// <summary>The words of a stretch, and those of the scan where a person accepted another reading of them: whoever looks for
    /// what stands on the paper finds it, too.</summary>
    private static string Body(Document document, string source, Text.TextSpan span)
    {
        var read = document.Read(source, span);
        var scanned = document.Corrected.Where(applied => applied.Span is { } place && span.Contains(place)).Select(applied => applied.Read).ToList();
        return scanned.Count == 0 ? read : $"{read}\n{string.Join('\n', scanned)}";
    }

    private static string? Whole(DocumentRecord record)
    {
        if (record is not { Document: { } document, SourceText: { } source })
        {
            return null;
        }

        var span = document.BodySpan ?? document.Span;
        return Body(document, source, new Text.TextSpan(span.Start, span.Start + Math.Min(span.Length, MaxBody)));
    }

    private static string? AroundWhole(DocumentRecord record) => record is { Document: { } document, SourceText: { } source }
        ? Around(document, source, [document.BodySpan ?? document.Span])
        : null;

    /// <summary>What a document says outside some stretches of it, letterhead to signature; what a page shows around a document is
    /// none of its words.</summary>
    private static string? Around(Document document, string source, IEnumerable<Text.TextSpan> indexed)
    {
        var around = new StringBuilder();
        var at = document.Span.Start;
        var furniture = document.Parts.Where(part => part.Kind == DocumentPartKind.Furniture).Select(part => part.Span);
        foreach (var span in indexed.Concat(furniture).Append(new Text.TextSpan(document.Span.End, document.Span.End)).OrderBy(span => span.Start))
        {
            if (span.Start > at && around.Length < MaxBody)
            {
                var gap = new Text.TextSpan(at, Math.Min(span.Start, at + MaxBody));
                around.Append(around.Length == 0 ? "" : IndexFields.Apart.ToString()).Append(document.Read(source, gap));
            }

            at = Math.Max(at, span.End);
        }

        return around.ToString();
    }

    private static IndexEntry Entry(
        DocumentSummary summary,
        string anchor,
        string? headings,
        string? body,
        string? around,
        IReadOnlyDictionary<string, IReadOnlyList<string>> keywords,
        IReadOnlyDictionary<string, long> numbers)
    {
        var text = new Dictionary<string, string>(4, StringComparer.Ordinal);
        Add(text, IndexFields.Number, summary.Number);
        Add(text, IndexFields.Title, summary.Title);
        Add(text, IndexFields.Headings, headings);
        Add(text, IndexFields.Body, body);
        Add(text, IndexFields.Around, around);
        return new IndexEntry
        {
            Id = $"{summary.Key.Value}#{anchor}",
            Group = summary.Key.Value,
            Text = text,
            Keywords = keywords,
            Numbers = numbers,
        };
    }

    private static Dictionary<string, IReadOnlyList<string>> Keywords(DocumentRecord record, ValidityState validity)
    {
        var summary = record.Summary;
        var keywords = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [IndexFields.Status] = [summary.Status.Id()],
            [IndexFields.Validity] = [ValidityNames.Id(validity)],
        };
        if (record.Document is { } document)
        {
            Add(keywords, IndexFields.Signer, document.Signer);
            string[] recipients = [.. document.Recipients.Concat(document.Addressees).Where(name => !string.IsNullOrWhiteSpace(name)).Distinct(StringComparer.Ordinal)];
            if (recipients.Length > 0)
            {
                keywords[IndexFields.Recipient] = recipients;
            }
        }

        Add(keywords, IndexFields.Type, summary.Type);
        Add(keywords, IndexFields.Issuer, summary.Issuer);
        Add(keywords, IndexFields.Level, summary.Level);
        Add(keywords, IndexFields.Province, summary.ProvinceId);
        Add(keywords, IndexFields.Term, summary.Term);
        Add(keywords, IndexFields.Year, Year(summary));
        return keywords;
    }

    private static Dictionary<string, long> Numbers(DocumentSummary summary, Catalogue catalogue)
    {
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal)
        {
            [IndexFields.CitedBy] = summary.CitedBy,
        };
        if (summary.Type is { } type && catalogue.Type(type) is { } entry)
        {
            numbers[IndexFields.Authority] = entry.Authority;
        }

        if (summary.Date is { } day)
        {
            numbers[IndexFields.Date] = Number(day);
        }

        return numbers;
    }

    /// <summary>A day as number columns hold it: <c>yyyymmdd</c>.</summary>
    public static long Number(DateOnly day) => (day.Year * 10000L) + (day.Month * 100) + day.Day;

    private static string? Year(DocumentSummary summary) => summary.Date is { } day
        ? day.Year.ToString("0000", CultureInfo.InvariantCulture)
        : summary.Key.DatePart is { Length: 4 } year && year.All(char.IsAsciiDigit) ? year : null;

    private static void Add(Dictionary<string, string> text, string field, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            text[field] = value;
        }
    }

    private static void Add(Dictionary<string, IReadOnlyList<string>> keywords, string column, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            keywords[column] = [value];
        }
    }
}
