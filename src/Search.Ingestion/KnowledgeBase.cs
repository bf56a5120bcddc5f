using System.ComponentModel.DataAnnotations;
using Search.Citations;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Engine;
using Search.Ingestion.Containers;
using Search.Ingestion.Corrections;
using Search.Ingestion.Discovery;
using Search.Ingestion.Originals;
using Search.Ingestion.Projection;
using Search.Ingestion.Reading;
using Search.Ingestion.Running;
using Search.Ingestion.Steps;
using Search.Store;

namespace Search.Ingestion;

// Longer than most files because everything that works on a data folder comes through this one door.
/// <summary>
/// A data folder, opened: the store, the index that follows it, and the way of files into both. Everything that works
/// on a knowledge base opens it here. Safe for use from many threads; runs of ingestion write one after the
/// other.
/// </summary>
public sealed class KnowledgeBase : IDisposable
{
    private static readonly TimeSpan UpkeepInterval = TimeSpan.FromSeconds(5);

    // Between two looks whether words of removed papers have to go: rewriting the index costs more than some seconds are worth.
    private static readonly TimeSpan PurgeInterval = TimeSpan.FromSeconds(30);

    private readonly KnowledgeOptions _options;
    private readonly FormatReaders _readers;
    private readonly IReadOnlyList<IContainerReader> _containers;
    private readonly IngestionPipeline _pipeline;
    private readonly WriterTurns _turns;
    private readonly DeferredReads _longReads;
    private readonly Lock _projecting = new();
    private readonly IDocumentStore _store;
    private readonly DataWarnings _warnings;
    private readonly RecentRuns _runs;
    private readonly List<DataWarning> _found = [];
    private readonly ITimer? _upkeep;
    private readonly IndexProjection _projection;
    private readonly OriginalFolder _kept;
    private readonly OriginalSources _originals;
    private long _purged;
    private bool _isClosed;

    private KnowledgeBase(
        KnowledgeOptions options, Catalogue catalogue, IDocumentStore store, CitationAnalysis analysis, LateCorrections corrections)
    {
        _options = options;
        Catalogue = catalogue;
        Analysis = analysis;
        Store = _store = store;
        _warnings = new DataWarnings(options.DataDirectory);
        _runs = new RecentRuns(store.Records, options.Clock);
        Corrections = new CorrectionIndex(store.Records, catalogue);
        corrections.Opened = new CitationCorrections(Corrections, catalogue);
        Engine = FulltextIndex.Open(Path.Combine(options.DataDirectory, FulltextIndex.Folder), catalogue);
        _projection = new IndexProjection(store, Engine, catalogue, options.Clock);
        _turns = new WriterTurns(store);
        _upkeep = options.Writes ? options.Clock.CreateTimer(_ => Tidy(isLast: false), null, UpkeepInterval, UpkeepInterval) : null;
        _longReads = new DeferredReads(options.Places);
        PageImages = new PageImages(options);
        _readers = FormatReaders.Create(options);
        _containers = FormatContainers.Create(_readers);
        _kept = new OriginalFolder(Path.GetFullPath(options.Originals ?? Path.Combine(UploadFolder, ".originals")));
        _originals = new OriginalSources(store, new WorkList(KnownFiles.None(), _containers, options), _kept, UploadFolder);
        IReadOnlyList<IIngestionStep> understand =
        [
            new AnalyzeStep(analysis, Corrections),
            new CorrectStep(Corrections, catalogue),
            new SecrecyStep(catalogue, options),
            new CiteStep(analysis),
        ];
        _pipeline = new IngestionPipeline(
            parallel:
            [
                new DecodeStep(_readers, options),
                new ReadStep(_readers, options),
                .. understand,
            ],
            ordered:
            [
                new CurrentStep(Corrections, understand),
                new ResolveStep(analysis, corrections),
                new StoreStep(options.Clock),
            ]);
    }

    /// <summary>The names of the field that this system works with.</summary>
    public Catalogue Catalogue { get; }

    /// <summary>From a text to documents with their citations, as ingestion does it.</summary>
    public CitationAnalysis Analysis { get; }

    /// <summary>The truth: sources, documents, citations.</summary>
    public IDocumentStore Store { get; }

    /// <summary>What people corrected.</summary>
    public CorrectionIndex Corrections { get; }

    /// <summary>The index over the store's passages. A passage's id is <c>key#anchor</c>, its group the key.</summary>
    public ISearchEngine Engine { get; }

    /// <summary>What opening found.</summary>
    public OpenReport Report { get; private set; } = new(0, false, null, null);

    /// <summary>Where uploads are kept as sources: files put there are ingested by the next run over it.</summary>
    public string UploadFolder => Path.GetFullPath(_options.Uploads ?? Path.Combine(_options.DataDirectory, "uploads"));

    /// <summary>What an operator must know of this data folder and has not acknowledged.</summary>
    public IReadOnlyList<DataWarning> Warnings => [.. _warnings.Open().Concat(_found).DistinctBy(warning => warning.Id)];

    /// <summary>The last runs over this store that changed something, newest first, at most 20.</summary>
    public IReadOnlyList<IngestRun> RecentRuns => _runs.All;

    /// <summary>Draws pages of original files.</summary>
    public PageImages PageImages { get; }

    /// <summary>Folder of the store and the index.</summary>
    public string DataFolder => Path.GetFullPath(_options.DataDirectory);

    /// <summary>Keys and paths of what reading has found damaged since the folder was opened.</summary>
    public IReadOnlyList<string> DamageFound => _store.DamageFound;

    /// <summary>Opens a data folder and brings the index up to the store. A missing or damaged index is built again, and
    /// <see cref="Report"/> says so. Opening does not fail for the index's sake, nor for one damaged document: what is sound
    /// is served, and the report and <see cref="Warnings"/> say what is not.</summary>
    /// <param name="options">Where, and what is let in.</param>
    /// <exception cref="ValidationException">An option is out of its range.</exception>
    /// <exception cref="StoreDamagedException">The store as a whole is damaged, of a newer version, or gone.</exception>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    public static KnowledgeBase Open(KnowledgeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        var catalogue = options.Catalogue ?? Catalogue.Default;
        var analysis = new CitationAnalysis(catalogue);
        var corrections = new LateCorrections();
        LostData.RefuseToHide(options);
        var store = DocumentStores.Open(options, catalogue, new StoredCitationLinker(analysis, new StubMatcher(catalogue), corrections));
        KnowledgeBase? system = null;
        try
        {
            system = new KnowledgeBase(options, catalogue, store, analysis, corrections);
            system.Report = system.BringUp().After(store.FormatChange);
            system.HoldRevision();
            return system;
        }
        catch
        {
            system?._upkeep?.Dispose();
            store.Dispose();
            throw;
        }
    }

    /// <summary>Notes that a warning is known; nobody is notified of it any more.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>False when there is no such warning.</returns>
    /// <exception cref="IOException">The disk refused.</exception>
    public bool Acknowledge(string id)
    {
        foreach (var found in _found.Where(warning => string.Equals(warning.Id, id, StringComparison.Ordinal)))
        {
            _warnings.Add(found);
        }

        var isKnown = _warnings.Acknowledge(id);
        _found.RemoveAll(warning => string.Equals(warning.Id, id, StringComparison.Ordinal));
        return isKnown;
    }

    /// <summary>Ingests files and folders; a second run over the same ones ingests only what changed. Files that are
    /// gone from a folder are taken out.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="progress">Notified of every file as soon as its outcome is known, in order, on the thread of the run.</param>
    /// <param name="ct">Asks for a stop: the current file is finished, the index brought up, the rest left.</param>
    /// <exception cref="StoreBusyException">Another process is the writer.</exception>
    public Task<IngestSummary> IngestAsync(
        IEnumerable<string> paths, IProgress<IngestEvent>? progress = null, CancellationToken ct = default) =>
        IngestAsync(paths, progress, isStable: null, onDeferred: null, ct);

    /// <inheritdoc cref="IngestAsync(IEnumerable{string}, IProgress{IngestEvent}?, CancellationToken)"/>
    /// <param name="paths">Files and folders.</param>
    /// <param name="progress">Notified of every file.</param>
    /// <param name="onDeferred">Notified when all is in and can be found but what takes minutes to read, as scans do. Other runs
    /// may write while these are read.</param>
    /// <param name="ct">Asks for a stop.</param>
    public Task<IngestSummary> IngestAsync(
        IEnumerable<string> paths, IProgress<IngestEvent>? progress, Action? onDeferred, CancellationToken ct) =>
        IngestAsync(paths, progress, isStable: null, onDeferred, ct);

    /// <summary>Reads again, from the files on this machine, whatever was corrected since it was read.</summary>
    /// <param name="ct">Asks for a stop.</param>
    /// <returns>How many files were read.</returns>
    /// <exception cref="StoreBusyException">Another process is the writer.</exception>
    public async Task<int> ApplyCorrectionsAsync(CancellationToken ct = default)
    {
        if (Corrections.All.Count == 0 || CorrectedSources() is not { Count: > 0 } paths)
        {
            return 0;
        }

        await IngestAsync(paths, progress: null, ct).ConfigureAwait(false);
        return paths.Count;
    }

    /// <summary>Files on this machine that hold what an older version read (<see cref="ReadingVersion"/>): a run over them
    /// reads them again. What lies in a container is named by the container; what is gone from the machine is left out and
    /// stays as it was read.</summary>
    public IReadOnlyList<string> OlderSources()
    {
        return Located(
            file => file.Reading != ReadingVersion.Current || Corrections.IsNewer(file.Sha256, file.IngestedAt),
            entry => (entry.Code is not Removal.Code && entry.Reading != ReadingVersion.Current) || IsTakenBack(entry));
    }

    private IReadOnlyList<string> CorrectedSources() => Located(file => Corrections.IsNewer(file.Sha256, file.IngestedAt), IsTakenBack);

    /// <summary>Whether a file was refused because a person said so who does not any more.</summary>
    private bool IsTakenBack(QuarantineEntry entry) => entry.Code is CorrectStep.NoDocument && Corrections.NoDocument(entry.Sha256) is null;

    private IReadOnlyList<string> Located(Func<StoredFile, bool> isWanted, Func<QuarantineEntry, bool> isWantedRefusal)
    {
        var paths = new SourcePaths(Store.Roots());
        var found = new SortedSet<string>(StringComparer.Ordinal);
        Store.EachFile(file => Note(file.Path, isWanted(file)));
        Store.EachRefused(entry => Note(entry.Path, isWantedRefusal(entry)));
        return [.. found.Where(File.Exists)];

        void Note(string path, bool isIt)
        {
            if (isIt && paths.TryLocate(ContainerPaths.Outer(path), out var full))
            {
                found.Add(full);
            }
        }
    }

    /// <summary>As <see cref="IngestAsync(IEnumerable{string}, IProgress{IngestEvent}?, Action?, CancellationToken)"/>, without a
    /// person who asked for it: when many files are gone at once nothing is taken out, and <see cref="Warnings"/> says so.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="progress">Notified of every file.</param>
    /// <param name="onDeferred">Notified when only what takes minutes to read is left.</param>
    /// <param name="ct">Asks for a stop.</param>
    public Task<IngestSummary> IngestUnattendedAsync(
        IEnumerable<string> paths, IProgress<IngestEvent>? progress, Action? onDeferred, CancellationToken ct) =>
        IngestAsync(paths, progress, isStable: null, onDeferred, ct, isUnattended: true);

    /// <summary>Takes a document out for good: its files are refused from now on, so that it does not come back by being found
    /// again, until they change or are released. Gone from answers when this returns, and noted in <c>logs/removals.jsonl</c>.</summary>
    /// <param name="key">The document.</param>
    /// <param name="by">Who asked for it.</param>
    /// <param name="ct">Asks for a stop before it is begun.</param>
    /// <returns>What was taken out, other documents of the same files among it; empty when there is no such document.</returns>
    /// <exception cref="StoreBusyException">Another process is the writer.</exception>
    public async Task<IReadOnlyList<DocumentKey>> RemoveAsync(DocumentKey key, string by, CancellationToken ct = default)
    {
        using (await _turns.TakeAsync(ct).ConfigureAwait(false))
        {
            if (Store.Read(key) is not { Sources.Count: > 0 } record)
            {
                return [];
            }

            var files = record.Sources.Select(source => source.Path).Distinct(StringComparer.Ordinal).Select(Store.File).OfType<StoredFile>().ToList();
            var keys = files.SelectMany(file => Store.DocumentsOf(file.Path)).Distinct().Order().ToList();
            RemovalLog.Write(_options.DataDirectory, _options.Clock.GetUtcNow(), by, keys, files);
            Store.WriteTogether(changes =>
            {
                foreach (var file in files)
                {
                    changes.AddToQuarantine(Removal.Of(file, _options.Clock.GetUtcNow()), takeOut: true);
                }
            });
            CatchUpSurely();
            _originals.Release([.. files.Select(file => file.Sha256)]);
            return keys;
        }
    }

    /// <summary>Tries a refused file again at once, under the rules of today: its refusal is forgotten, and it goes the way
    /// of every file. Of what lies in a container the container is opened.</summary>
    /// <param name="path">Path as the quarantine names it.</param>
    /// <param name="progress">Notified of the file.</param>
    /// <param name="ct">Asks for a stop before the file is begun.</param>
    /// <exception cref="StoreBusyException">Another process is writing the store.</exception>
    public async Task<IngestSummary> RetryAsync(string path, IProgress<IngestEvent>? progress = null, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        var outer = ContainerPaths.Outer(path);
        Store.Release(path);
        return await IngestAsync(
            [new SourcePaths(Store.Roots()).TryLocate(outer, out var full) ? full : outer], progress, ct).ConfigureAwait(false);
    }

    /// <summary>The name under which a received file is put among the uploads: its own where that is free or where the file
    /// there holds the same documents, else one with a number. So an upload replaces the earlier text of its document and
    /// never another document that happened to have its name.</summary>
    /// <param name="received">The received file, wherever it lies.</param>
    /// <param name="name">The name it came with; the extension tells its format.</param>
    /// <param name="ct">Stops reading it.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public string NameForUpload(string received, string name, CancellationToken ct) =>
        new UploadNames(Store, UploadFolder, _readers, new WorkList(KnownFiles.None(), _containers, _options), new FileAnalyzer(_pipeline, _readers, _options))
            .Choose(received, name, ct);

    /// <summary>The file a document was read from: the kept copy of an upload or of what lies in an archive or message, else as
    /// it lies in its folder.</summary>
    /// <param name="path">Its path, as <see cref="DocumentSource.Path"/> has it.</param>
    /// <param name="ct">Stops reading it.</param>
    /// <returns>Null when it is gone or is no longer what was read.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public byte[]? Original(string path, CancellationToken ct = default) => _originals.Read(path, ct);

    /// <summary>Keeps, of uploads and of what lies in archives and messages, what an earlier version has not kept, as far as it
    /// still lies in its place, and lets go what no file of the store has any more.</summary>
    /// <param name="ct">Asks for a stop between files.</param>
    /// <exception cref="IOException">The disk refused.</exception>
    public async Task KeepOriginalsAsync(CancellationToken ct = default)
    {
        using var turn = await _turns.TakeAsync(ct).ConfigureAwait(false);
        _originals.KeepMissing(_options.Clock.GetUtcNow(), [], ct);
    }

    /// <param name="paths">Files and folders.</param>
    /// <param name="progress">Notified of every file.</param>
    /// <param name="isStable">Whether a file is no longer being written; null where all are.</param>
    /// <param name="onDeferred">Notified when only what takes minutes to read is left.</param>
    /// <param name="ct">Asks for a stop.</param>
    /// <param name="isUnattended">Whether nobody asked for the run.</param>
    /// <param name="again">Files of the store to be read again from their kept copy; null for none.</param>
    internal async Task<IngestSummary> IngestAsync(
        IEnumerable<string> paths,
        IProgress<IngestEvent>? progress,
        Func<FoundFile, bool>? isStable,
        Action? onDeferred,
        CancellationToken ct,
        bool isUnattended = false,
        IReadOnlyList<StoredFile>? again = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var run = new IngestionRun(
            Store, _turns, _longReads, CatchUpSurely, _pipeline, _readers, _containers, _originals, _options, new RunReport(progress, _options.IsCounted), Corrections)
        {
            IsStable = isStable,
            OnDeferred = onDeferred,
            Again = again ?? [],
            Vanished = isStable is null && !isUnattended ? null : new VanishedFiles(_warnings, _options.Clock),
        };
        var summary = await run.RunAsync(paths, ct).ConfigureAwait(false);
        _runs.Add(summary);
        return summary;
    }

    /// <summary>Whether the index says what holds on another day than today: <see cref="CatchUp"/> brings it up.</summary>
    public bool IsIndexOfAnotherDay => _projection.IsOfAnotherDay;

    /// <summary>What of a document with a text goes into the index, as it is in the store now; empty where there is none.</summary>
    /// <param name="record">The document.</param>
    public IReadOnlyList<IndexEntry> EntriesOf(DocumentRecord record) => _projection.EntriesOf(record);

    /// <summary>Brings the index up to the store, as a process does that reads what another one writes.</summary>
    /// <returns>How many documents were written again; 0 when the writer itself is at it.</returns>
    public int CatchUp(CancellationToken ct = default)
    {
        lock (_projecting)
        {
            try
            {
                return _projection.CatchUp(ct);
            }
            catch (IndexBusyException)
            {
                return 0; // The one that writes the store brings the index up as well.
            }
        }
    }

    /// <summary>Writes the index again from the store.</summary>
    /// <returns>How many documents it holds.</returns>
    /// <exception cref="IndexBusyException">Another process is writing the index.</exception>
    public int Rebuild(CancellationToken ct = default)
    {
        lock (_projecting)
        {
            return _projection.Rebuild(ct);
        }
    }

    /// <summary>Mends the store: rows that follow from others are written again, and files of which something is damaged are
    /// read again from their sources, where these still have the content they had, or from the kept copy. Damaged copies are kept
    /// again from their sources. Then the index is written again.</summary>
    /// <param name="progress">Notified of every file that is read again.</param>
    /// <param name="ct">Asks for a stop after the current file.</param>
    /// <exception cref="StoreBusyException">Another process is the writer.</exception>
    /// <exception cref="StoreDamagedException">The pages of the store's file are damaged.</exception>
    public async Task<RepairSummary> RepairAsync(IProgress<IngestEvent>? progress = null, CancellationToken ct = default)
    {
        var (rows, damaged) = _store.Mend();
        var (read, missing) = (0, new List<string>());
        var paths = new SourcePaths(Store.Roots());
        foreach (var container in damaged.GroupBy(file => ContainerPaths.Outer(file.Path), StringComparer.Ordinal))
        {
            if (paths.TryLocate(container.Key, out var full) && File.Exists(full) && HasContent(container.Key, full, container.ToList()))
            {
                read += (await IngestAsync([full], progress, ct).ConfigureAwait(false)).Ingested;
                ct.ThrowIfCancellationRequested();
            }
        }

        var left = damaged.Where(file => !Store.IsSound(file.Path)).ToList();
        if (left.Where(file => _kept.Read(file.Sha256) is not null).Select(file => Store.File(file.Path)).OfType<StoredFile>().ToList() is { Count: > 0 } again)
        {
            read += (await IngestAsync([], progress, isStable: null, onDeferred: null, ct, again: again).ConfigureAwait(false)).Ingested;
        }

        missing.AddRange(left.Select(file => file.Path).Where(path => !Store.IsSound(path)));
        using (await _turns.TakeAsync(ct).ConfigureAwait(false))
        {
            missing.AddRange(_originals.KeepMissing(_options.Clock.GetUtcNow(), _kept.Damaged(ct), ct));
        }

        rows += damaged.Count > 0 ? _store.Mend().Rows : 0;
        Rebuild(ct);
        return new RepairSummary(rows, read, missing);

        // The content of a container's entries is compared as they are read.
        static bool HasContent(string path, string full, IReadOnlyList<DamagedFile> files)
        {
            if (files is not [var file] || !string.Equals(file.Path, path, StringComparison.Ordinal))
            {
                return true;
            }

            using var stream = File.OpenRead(full);
            return string.Equals(
                Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stream)), file.Sha256, StringComparison.Ordinal);
        }
    }

    /// <summary>Checks store and index, and that both are of one revision.</summary>
    public SystemVerification Verify(CancellationToken ct = default)
    {
        var store = Store.Verify(ct);
        var index = Engine.Verify(ct);
        var revision = -1L;
        try
        {
            revision = Store.Revision;
        }
        catch (IOException)
        {
            // The check of the store has told why.
        }

        return new SystemVerification(store, index, Math.Max(revision, 0), IndexRevision()) { Warnings = Warnings, DamagedOriginals = _kept.Damaged(ct) };
    }

    /// <summary>Grows with every commit that this process makes of the index, before anybody is told that his change is done.</summary>
    public long Commits => _projection.Commits;

    /// <summary>The store at the revision that the index says, while the store is a little ahead of it; null where it is not held.</summary>
    /// <param name="revision">The revision of the index's generation that answers.</param>
    public PinnedRevision? ReadAt(long revision) => _projection.Pin.Read(revision);

    /// <inheritdoc/>
    public void Dispose()
    {
        _upkeep?.Dispose();
        _projection.Pin.Dispose();
        Tidy(isLast: true);
        Engine.Dispose();
        Store.Dispose();
        _turns.Dispose();
    }

    /// <summary>The writer of the store answers for the index: when another process is at it, this one waits.</summary>
    private void CatchUpSurely()
    {
        using var timing = IngestionMetrics.Time("index", _options.IsCounted);
        lock (_projecting)
        {
            IndexResilience.Pipeline.Execute(() => _projection.CatchUp(CancellationToken.None));
        }
    }

    /// <summary>Lets the held revision go when its time is over, and takes words of removed papers out of the files.</summary>
    private void Tidy(bool isLast)
    {
        // A run of the index takes long; the next look comes soon.
        if (!_projecting.TryEnter())
        {
            return;
        }

        try
        {
            if (_isClosed)
            {
                return;
            }

            _isClosed = isLast;
            if (!isLast)
            {
                _projection.Pin.Look(_store.Revision);
            }

            var now = _options.Clock.GetTimestamp();
            if (isLast)
            {
                _projection.PurgeRemoved(CancellationToken.None);
            }
            else if (_options.Clock.GetElapsedTime(_purged, now) >= PurgeInterval)
            {
                _purged = now;
                _projection.Purge(CancellationToken.None);
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidOperationException or UnauthorizedAccessException)
        {
            // What is wrong with the disk or the index is told by those who need them; the next look tries again.
        }
        finally
        {
            _projecting.Exit();
        }
    }

    private OpenReport BringUp()
    {
        try
        {
            var index = IndexRevision();
            var lost = LostData.Between(_store, index, _options.Clock);
            if (lost is not null && !_warnings.IsAcknowledged(lost.Id))
            {
                _found.Add(lost);
            }

            if (!_options.Writes)
            {
                return new OpenReport(0, false, lost?.Message, lost?.MessageEnglish) { Index = IndexState.Of(Store, Engine) };
            }

            if (lost is null)
            {
                return BringUpIndex();
            }

            // Written down for good before anything is changed: afterwards nothing would show it any more.
            _warnings.Add(lost);
            _found.Clear();
            _store.ContinueAfter(Math.Max(_store.RememberedRevision, index));
            return new OpenReport(Rebuild(), true, lost.Message, lost.MessageEnglish);
        }
        catch (Exception error) when (error is StoreBusyException or IndexBusyException or (IOException and not IndexDamagedException) or UnauthorizedAccessException)
        {
            return new OpenReport(
                0,
                false,
                $"Chỉ mục chưa theo kịp kho: {error.Message}",
                $"The index does not follow the store yet: {error.Message}");
        }
    }

    // A process that writes follows its own changes; one that reads leaves the log of the writer alone.
    private void HoldRevision()
    {
        try
        {
            if (_options.Writes && Commits == 0)
            {
                _projection.Pin.Hold(_store.OpenSnapshot());
            }
        }
        catch (IOException)
        {
            // Whoever reads the store next is told.
        }
    }

    /// <summary>Revision of the index; -1 where there is none that can be opened.</summary>
    private long IndexRevision()
    {
        try
        {
            return Engine.Revision;
        }
        catch (IndexDamagedException)
        {
            return -1;
        }
    }

    private OpenReport BringUpIndex()
    {
        var revision = Store.Revision;
        try
        {
            using (Engine.OpenSnapshot())
            {
                // Opening is the check: a truncated or missing file shows here.
            }

            var behind = Engine.Revision;
            var caught = CatchUp();
            var isRebuilt = caught > 0 && (behind < 0 || behind > revision);
            return isRebuilt
                ? new OpenReport(
                    caught,
                    true,
                    $"Chưa có chỉ mục khớp với kho; đã dựng lại từ {caught} văn bản.",
                    $"There was no index that fits the store; it was rebuilt from {caught} documents.")
                : new OpenReport(caught, false, null, null);
        }
        catch (IndexDamagedException damage)
        {
            var written = Rebuild();
            if (damage.Damage.IsOtherVersion)
            {
                return new OpenReport(
                    written,
                    true,
                    $"Chỉ mục do phiên bản khác của chương trình lập; đã dựng lại từ {written} văn bản trong kho.",
                    $"The index was written by another version of the program; it was rebuilt from {written} documents.");
            }

            return new OpenReport(
                written,
                true,
                $"Chỉ mục hỏng ({damage.Damage.File}); đã dựng lại từ {written} văn bản trong kho.",
                $"The index was damaged ({damage.Damage.File}: {damage.Damage.Message}); it was rebuilt from {written} documents.");
        }
    }
}
