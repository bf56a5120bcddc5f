using Search.Citations;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Store;
using Search.Store.Corrections;

namespace Search.Ingestion.Corrections;

/// <summary>
/// The corrections of a store, found by the files and documents they belong to. Follows the records by their version, so
/// that what another process wrote counts for the next file. Safe for use from many threads.
/// </summary>
public sealed class CorrectionIndex(IRecordStore records, Catalogue catalogue)
{
    private readonly Lock _lock = new();
    private readonly RecordCache<Correction> _records = new(records, RecordKinds.Correction);
    private IReadOnlyList<Correction> _all = [];
    private ILookup<string, Correction> _byKey = Enumerable.Empty<Correction>().ToLookup(static _ => "");
    private ILookup<string, Correction> _byFile = Enumerable.Empty<Correction>().ToLookup(static _ => "");
    private KnownRecords _known = new([], catalogue);
    private long _recordings;
    private long _changes;
    private ILookup<string, Correction> _keys = Enumerable.Empty<Correction>().ToLookup(static _ => "");
    private Dictionary<string, Correction> _merges = new(StringComparer.Ordinal);
    private Dictionary<string, DocumentKey> _mergedSlugs = new(StringComparer.Ordinal);
    private ILookup<string, Correction> _splits = Enumerable.Empty<Correction>().ToLookup(static _ => "");

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

    /// <summary>Another number as soon as anything was corrected or taken back, in this process or another one: what was read under
    /// an earlier number may not say what people say now.</summary>
    public long Changes
    {
        get
        {
            lock (_lock)
            {
                Follow();
                return _changes;
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

    /// <summary>The document that a person named as the right one, by the key that it has now: a corrected number or date gives
    /// it another one. Null for none.</summary>
    /// <param name="correction">What the person said.</param>
    public DocumentKey? TargetOf(Correction correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        lock (_lock)
        {
            Follow();
            return Target(correction);
        }
    }

    /// <summary>The document that a correction is about, by the key that it has now.</summary>
    /// <param name="correction">What the person said.</param>
    public DocumentKey? SubjectOf(Correction correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        lock (_lock)
        {
            Follow();
            return KeyNow(correction.ReadAs ?? correction.Document);
        }
    }

    /// <summary>The document that a stub is said to be, and the last of the merges that lead to it: it may have been merged in its
    /// turn. Null for none, and for merges that lead in a circle.</summary>
    /// <param name="stub">Key of the stub.</param>
    public (DocumentKey Target, Correction Merge)? MergeOf(DocumentKey stub)
    {
        ArgumentNullException.ThrowIfNull(stub);
        lock (_lock)
        {
            Follow();
            (DocumentKey Target, Correction Merge)? end = null;
            var passed = new HashSet<DocumentKey> { stub };
            while (_merges.TryGetValue((end?.Target ?? stub).Value, out var merge) && Target(merge) is { } target)
            {
                if (!passed.Add(target))
                {
                    return null;
                }

                end = (target, merge);
            }

            return end;
        }
    }

    /// <summary>The documents that mentions of a stub were split off to, by the keys that they have now; none where it was not split.</summary>
    /// <param name="keyOrSlug">Key or address of the stub.</param>
    public IReadOnlyList<DocumentKey> SplitOf(string keyOrSlug)
    {
        lock (_lock)
        {
            Follow();
            return
            [
                .. _splits[keyOrSlug].SelectMany(correction => correction.Settled).Select(Target).OfType<DocumentKey>().Distinct().Where(key => !string.Equals(key.Value, keyOrSlug, StringComparison.Ordinal)),
            ];
        }
    }

    /// <summary>The documents that people know to exist and no file may hold.</summary>
    public KnownRecords Known
    {
        get
        {
            lock (_lock)
            {
                Follow();
                return _known;
            }
        }
    }

    /// <summary>How often <see cref="Known"/> became another one, as far as this process has looked.</summary>
    public long Recordings => Interlocked.Read(ref _recordings);

    /// <summary>A store with the documents that people know to exist.</summary>
    /// <param name="store">The store.</param>
    public IDocumentRegistry Over(IDocumentRegistry store) => new RecordedRegistry(store, this);

    /// <summary>Those that stand and say where documents begin and end in a file, oldest first.</summary>
    /// <param name="sha256">SHA-256 of the file.</param>
    /// <param name="path">Its path, for a file that holds more by now.</param>
    public IReadOnlyList<Correction> Extents(string sha256, string path)
    {
        lock (_lock)
        {
            Follow();
            return
            [
                .. Ordered(_byFile[sha256].Concat(_byKey[path]).DistinctBy(correction => correction.Id)
                    .Where(correction => correction is { Kind: CorrectionKinds.Extent, IsActive: true })),
            ];
        }
    }

    /// <summary>The stub that was merged into another document and is named by its key or address; null for none.</summary>
    /// <param name="keyOrSlug">The key, or <see cref="DocumentKey.Slug"/> of it.</param>
    public DocumentKey? Merged(string keyOrSlug)
    {
        ArgumentNullException.ThrowIfNull(keyOrSlug);
        lock (_lock)
        {
            Follow();
            return KeyOf(keyOrSlug) is { } key && _merges.ContainsKey(key.Value) ? key : _mergedSlugs.GetValueOrDefault(keyOrSlug);
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

    private DocumentKey? Target(Correction correction) => KeyNow(correction.NewReadAs ?? correction.New);

    private DocumentKey? KeyNow(string? read) => KeyOf(read) is not { } key ? null
        : _keys.Contains(key.Value) ? DocumentCorrections.KeyOf(key, Ordered(_keys[key.Value]), catalogue)
        : key;

    private static DocumentKey? KeyOf(string? text) => DocumentKey.TryParse(text, out var key) ? key : null;

    private static IEnumerable<Correction> Ordered(IEnumerable<Correction> corrections) =>
        corrections.OrderBy(correction => correction.At).ThenBy(correction => correction.Id, StringComparer.Ordinal);

    private void Follow()
    {
        if (!_records.Follow())
        {
            return;
        }

        _changes++;
        _all = _records.All;
        _byKey = _all.SelectMany(correction => correction.Settled).SelectMany(correction => new[] { correction.Document, correction.ReadAs }.OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(key => (Key: key, correction))).ToLookup(pair => pair.Key, pair => pair.correction, StringComparer.Ordinal);
        _byFile = _all.SelectMany(correction => correction.Affects.Append(correction.Source).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(file => (File: file, correction))).ToLookup(pair => pair.File, pair => pair.correction, StringComparer.Ordinal);
        _keys = _all.Where(correction => correction is { Kind: CorrectionKinds.Field, IsActive: true } && DocumentCorrections.KeyFields.Contains(correction.Field, StringComparer.Ordinal))
            .ToLookup(correction => correction.ReadAs ?? correction.Document, StringComparer.Ordinal);
        // The same object as long as the same is recorded: what was made of it is told by it.
        Correction[] recorded = [.. Ordered(_all.Where(correction => correction is { Kind: CorrectionKinds.Known, IsActive: true }))];
        if (!recorded.Select(correction => correction.Id).SequenceEqual(_known.Ids, StringComparer.Ordinal))
        {
            _known = new KnownRecords(recorded, catalogue);
            _recordings++;
        }

        _merges = Ordered(_all.Where(correction => correction is { Kind: CorrectionKinds.Merge, IsActive: true, New: not null }))
            .GroupBy(correction => correction.Document, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        _mergedSlugs = _merges.Keys.Select(KeyOf).OfType<DocumentKey>().GroupBy(key => key.Slug, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        _splits = _all.Where(correction => correction is { Kind: CorrectionKinds.Split, IsActive: true })
            .SelectMany(correction => new[] { correction.Document, KeyOf(correction.Document)?.Slug }.OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(name => (Name: name, correction))).ToLookup(pair => pair.Name, pair => pair.correction, StringComparer.Ordinal);
    }
}
