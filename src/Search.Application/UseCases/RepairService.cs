using System.Collections.Concurrent;
using Search.Store;
using Search.Text;

namespace Search.Application.UseCases;

/// <summary>
/// Readings for words that recognition got wrong, to show beside the text, which stays as published. Found when a
/// document is first opened and kept, since a long one takes a while.
/// </summary>
internal sealed class RepairService
{
    private const int Kept = 256;

    private readonly ConcurrentDictionary<(string Key, long Revision), IReadOnlyList<TextRepair>> _known = new();

    /// <summary>The repairs of a document with spans of its source; none for an abstract, which nobody scanned.</summary>
    public IReadOnlyList<TextRepair> Of(DocumentRecord record)
    {
        if (record.Summary.IsAbstract || record.Document is not { } document || record.Text is not { } text)
        {
            return [];
        }

        var name = (document.Key.Value, record.Revision);
        if (_known.TryGetValue(name, out var known))
        {
            return known;
        }

        var start = document.Span.Start;
        IReadOnlyList<TextRepair> repairs =
        [
            .. OcrRepairer.FindRepairs(VietnameseNormalizer.Normalize(text))
                .Select(r => r with { Span = new TextSpan(r.Span.Start + start, r.Span.End + start) }),
        ];
        if (_known.Count >= Kept)
        {
            _known.Clear();
        }

        return _known[name] = repairs;
    }
}
