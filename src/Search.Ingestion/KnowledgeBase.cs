using System.ComponentModel.DataAnnotations;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Engine;
using Search.Ingestion.Containers;
using Search.Ingestion.Discovery;
using Search.Ingestion.Projection;
using Search.Ingestion.Running;
using Search.Ingestion.Steps;
using Search.Store;

namespace Search.Ingestion;

/// <summary>
/// A data folder, opened: the store, the index that follows it, and the way of files into both. Everything that works
/// on a knowledge base opens it here. Safe for use from many threads; runs of ingestion write one after the
/// other.
/// </summary>
public sealed class KnowledgeBase : IDisposable
{
    private readonly KnowledgeOptions _options;
    private readonly FormatReaders _readers;
    private readonly IReadOnlyList<IContainerReader> _containers;
    private readonly IngestionPipeline _pipeline;
    private readonly WriterTurns _turns;
    private readonly DeferredReads _longReads;
    private readonly Lock _projecting = new();

    private KnowledgeBase(
        KnowledgeOptions options, Catalogue catalogue, SqliteDocumentStore store, CitationParts citations)
    {
        _options = options;
        Catalogue = catalogue;
        Store = store;
        Engine = FulltextIndex.Open(Path.Combine(options.DataDirectory, FulltextIndex.Folder), catalogue);
        _turns = new WriterTurns(store);
        _longReads = new DeferredReads(options.Places);
        _readers = FormatReaders.Create(options);
        _containers = [new ZipContainer(_readers), new ManifestContainer()];
        _pipeline = new IngestionPipeline(
            parallel:
            [
                new DecodeStep(_readers, options),
                new ReadStep(_readers, options),
                new AnalyzeStep(new DocumentAnalysis(catalogue)),
                new SecrecyStep(catalogue, options),
                new CiteStep(citations.Extractor),
            ],
            ordered:
            [
                new ResolveStep(citations.Resolver, citations.Register),
                new StoreStep(options.Clock),
            ]);
    }

    /// <summary>The names of the field that this system works with.</summary>
    public Catalogue Catalogue { get; }

    /// <summary>The truth: sources, documents, citations.</summary>
    public IDocumentStore Store { get; }

    /// <summary>The index over the store's passages. A passage's id is <c>key#anchor</c>, its group the key.</summary>
    public ISearchEngine Engine { get; }

    /// <summary>What opening found.</summary>
    public OpenReport Report { get; private set; } = new(0, false, null, null);

    /// <summary>Where uploads are kept as sources: files put there are taken in by the next run over it.</summary>
    public string UploadFolder => Path.Combine(Path.GetFullPath(_options.DataDirectory), "uploads");

    /// <summary>Opens a data folder, making it when missing, and brings the index up to the store. A missing or damaged
    /// index is built again, and <see cref="Report"/> says so.</summary>
    /// <param name="options">Where, and what is let in.</param>
    /// <exception cref="ValidationException">An option is out of its range.</exception>
    /// <exception cref="StoreDamagedException">The store is damaged or of a newer version: it is not served.</exception>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    public static KnowledgeBase Open(KnowledgeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        var catalogue = options.Catalogue ?? Catalogue.Default;
        var citations = new CitationParts(catalogue);
        var store = SqliteDocumentStore.Open(options.DataDirectory, catalogue, citations.Linker, options.MaxStoreBytes);
        try
        {
            var system = new KnowledgeBase(options, catalogue, store, citations);
            system.Report = system.BringUp().After(store);
            return system;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Takes in files and folders; a second run over the same ones takes in only what changed. Files that are
    /// gone from a folder are taken out.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="progress">Told of every file as soon as its outcome is known, in order, on the thread of the run.</param>
    /// <param name="ct">Asks for a stop: the file at hand is finished, the index brought up, the rest left.</param>
    /// <exception cref="StoreBusyException">Another process is the writer.</exception>
    public Task<IngestSummary> IngestAsync(
        IEnumerable<string> paths, IProgress<IngestEvent>? progress = null, CancellationToken ct = default) =>
        IngestAsync(paths, progress, isStable: null, onDeferred: null, ct);

    /// <inheritdoc cref="IngestAsync(IEnumerable{string}, IProgress{IngestEvent}?, CancellationToken)"/>
    /// <param name="paths">Files and folders.</param>
    /// <param name="progress">Told of every file.</param>
    /// <param name="onDeferred">Told when all is in and can be found but what takes minutes to read, as scans do. Other runs
    /// may write while these are read.</param>
    /// <param name="ct">Asks for a stop.</param>
    public Task<IngestSummary> IngestAsync(
        IEnumerable<string> paths, IProgress<IngestEvent>? progress, Action? onDeferred, CancellationToken ct) =>
        IngestAsync(paths, progress, isStable: null, onDeferred, ct);

    /// <summary>Tries a refused file again at once, under the rules of today: its refusal is forgotten, and it goes the way
    /// of every file. Of what lies in a container the container is opened.</summary>
    /// <param name="path">Path as the quarantine names it.</param>
    /// <param name="progress">Told of the file.</param>
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

    /// <param name="paths">Files and folders.</param>
    /// <param name="progress">Told of every file.</param>
    /// <param name="isStable">Whether a file is no longer being written; null where all are.</param>
    /// <param name="onDeferred">Told when only what takes minutes to read is left.</param>
    /// <param name="ct">Asks for a stop.</param>
    internal Task<IngestSummary> IngestAsync(
        IEnumerable<string> paths,
        IProgress<IngestEvent>? progress,
        Func<FoundFile, bool>? isStable,
        Action? onDeferred,
        CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var run = new IngestionRun(
            Store, _turns, _longReads, CatchUpSurely, _pipeline, _readers, _containers, _options, new RunReport(progress))
        {
            IsStable = isStable,
            OnDeferred = onDeferred,
        };
        return run.RunAsync(paths, ct);
    }

    /// <summary>Brings the index up to the store, as a process does that reads what another one writes.</summary>
    /// <returns>How many documents were written again; 0 when the writer itself is at it.</returns>
    public int CatchUp(CancellationToken ct = default)
    {
        lock (_projecting)
        {
            try
            {
                return Projection().CatchUp(ct);
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
            return Projection().Rebuild(ct);
        }
    }

    /// <summary>Checks store and index, and that both are of one revision.</summary>
    public SystemVerification Verify(CancellationToken ct = default)
    {
        var store = Store.Verify(ct);
        var index = Engine.Verify(ct);
        return new SystemVerification(store, index, Store.Revision, Engine.Revision);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Engine.Dispose();
        Store.Dispose();
        _turns.Dispose();
    }

    /// <summary>The writer of the store answers for the index: when another process is at it, this one waits.</summary>
    private void CatchUpSurely()
    {
        using var timing = IngestionMetrics.Time("index");
        lock (_projecting)
        {
            IndexResilience.Pipeline.Execute(() => Projection().CatchUp(CancellationToken.None));
        }
    }

    private IndexProjection Projection() => new(Store, Engine);

    private OpenReport BringUp()
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
            return new OpenReport(
                written,
                true,
                $"Chỉ mục hỏng ({damage.Damage.File}); đã dựng lại từ {written} văn bản trong kho.",
                $"The index was damaged ({damage.Damage.File}: {damage.Damage.Message}); it was rebuilt from {written} documents.");
        }
    }}
