using System.Collections.Concurrent;
using Search.Application.Contracts;
using Search.Ingestion.Corrections;
using Search.Store;
using Search.Text;

namespace Search.Application.UseCases;

/// <summary>
/// Readings for words that recognition got wrong, to show next to the text, which stays as published until a person accepts one.
/// Found when a document is first opened and kept, since a long one takes a while.
/// </summary>
internal sealed class RepairService(CorrectionIndex corrections)
{
    /// <summary>Most documents have none or a few readings: thousands of lists take less memory than one long text.</summary>
    private const int Kept = 20_000;

    private const int KeptReadings = 200_000;

    private readonly ConcurrentDictionary<(string Key, long Revision), IReadOnlyList<TextRepair>> _known = new();

    private int _readings;

    /// <summary>The repairs of a document that nobody has decided yet, with spans of its source; none for an abstract, which
    /// nobody scanned.</summary>
    public IReadOnlyList<TextRepair> Of(DocumentRecord record)
    {
        if (record.Summary.IsAbstract || record is not { Document: { } document, SourceText: { } source } || Found(record) is not { Count: > 0 } found)
        {
            return [];
        }

        var decided = RepairCorrections.Decided(document, source, corrections.Of(document));
        return decided.Count == 0 ? found : [.. found.Where(repair => !decided.Any(decision => decision.Span.Overlaps(repair.Span)))];
    }

    /// <summary>The same with the words around them, for a person to decide.</summary>
    public IReadOnlyList<RepairLine> Lines(DocumentRecord record) =>
    [
        .. Of(record).Select(repair =>
        {
            var (quote, before, after) = QuotedPlace.Of(record.SourceText!, repair.Span);
            return new RepairLine(repair.Span.Start, repair.Span.End, quote, repair.Reading, $"{before} {quote} {after}".Trim(), repair.Reason, repair.Confidence);
        }),
    ];

    private IReadOnlyList<TextRepair> Found(DocumentRecord record)
    {
        var document = record.Document!;
        var name = (document.Key.Value, record.Revision);
        if (_known.TryGetValue(name, out var known))
        {
            return known;
        }

        var start = document.Span.Start;
        IReadOnlyList<TextRepair> repairs =
        [
            .. OcrRepairer.FindRepairs(VietnameseNormalizer.Normalize(record.Text!))
                .Select(r => r with { Span = new TextSpan(r.Span.Start + start, r.Span.End + start) }),
        ];
        if (_known.Count >= Kept || Interlocked.Add(ref _readings, repairs.Count) > KeptReadings)
        {
            _known.Clear();
            Interlocked.Exchange(ref _readings, repairs.Count);
        }

        return _known[name] = repairs;
    }
}
