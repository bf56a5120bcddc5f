using Search.Documents;
using Search.Store;
using Search.Store.Corrections;

namespace Search.Ingestion.Corrections;

/// <summary>
/// The corrections of a store, found by the files and documents they belong to. Follows the records by their version, so
/// that what another process wrote counts for the next file. Safe for use from many threads.
/// </summary>
public sealed class CorrectionIndex(IRecordStore records)
{
    private readonly Lock _lock = new();
    private readonly RecordCache<Correction> _records = new(records, RecordKinds.Correction);
    private IReadOnlyList<Correction> _all = [];
    private ILookup<string, Correction> _byKey = Enumerable.Empty<Correction>().ToLookup(static _ => "");
    private ILookup<string, Correction> _byFile = Enumerable.Empty<Correction>().ToLookup(static _ => "");
    private Dictionary<string, Correction> _merges = new(StringComparer.Ordinal);

    /// <summary>Every correction, those taken back too, oldest first.</summary>
    public IReadOnlyList<Correction> All
    {
        get
        {
            lock (_lock)
            {
                Follow();
                return [.. Ordered(_all)];
            }
        }
    }

    /// <summary>Those that stand of a document, oldest first: by the key it has, or the one the program read.</summary>
    /// <param name="document">The document.</param>
    public IReadOnlyList<Correction> Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        lock (_lock)
        {
            Follow();
            return
            [
                .. Ordered(_byKey[document.Key.Value].Concat(_byKey[DocumentCorrections.ReadKey(document)]).DistinctBy(correction => correction.Id)
                    .Where(correction => correction.IsActive)),
            ];
        }
    }

    /// <summary>The document that a stub is said to be; null for none.</summary>
    /// <param name="stub">Key of the stub.</param>
    public Correction? MergeOf(DocumentKey stub)
    {
        ArgumentNullException.ThrowIfNull(stub);
        lock (_lock)
        {
            Follow();
            return _merges.GetValueOrDefault(stub.Value);
        }
    }

    /// <summary>The correction that says a file is no document; null for none.</summary>
    /// <param name="sha256">SHA-256 of the file.</param>
    public Correction? NoDocument(string sha256)
    {
        lock (_lock)
        {
            Follow();
            return _byFile[sha256].LastOrDefault(correction => correction is { Kind: CorrectionKinds.NoDocument, IsActive: true });
        }
    }

    /// <summary>Whether something was corrected, or taken back, after a file was read.</summary>
    /// <param name="sha256">SHA-256 of the file.</param>
    /// <param name="read">When it was read.</param>
    public bool IsNewer(string sha256, DateTimeOffset read)
    {
        lock (_lock)
        {
            Follow();
            return _byFile[sha256].Any(correction => correction.StoredAt >= read);
        }
    }

    private static IEnumerable<Correction> Ordered(IEnumerable<Correction> corrections) =>
        corrections.OrderBy(correction => correction.At).ThenBy(correction => correction.Id, StringComparer.Ordinal);

    private void Follow()
    {
        if (!_records.Follow())
        {
            return;
        }

        _all = _records.All;
        _byKey = _all.SelectMany(correction => new[] { correction.Document, correction.ReadAs }.OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(key => (Key: key, correction))).ToLookup(pair => pair.Key, pair => pair.correction, StringComparer.Ordinal);
        _byFile = _all.SelectMany(correction => correction.Affects.Append(correction.Source).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(file => (File: file, correction))).ToLookup(pair => pair.File, pair => pair.correction, StringComparer.Ordinal);
        _merges = Ordered(_all.Where(correction => correction is { Kind: CorrectionKinds.Merge, IsActive: true, New: not null }))
            .GroupBy(correction => correction.Document, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
    }
}
