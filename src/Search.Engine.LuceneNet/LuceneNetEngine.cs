using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace Search.Engine.LuceneNet;

/// <summary>
/// The engine contract on Lucene.Net 4.8. Snapshots come from a <see cref="SearcherManager"/>; the store's revision
/// travels in the commit's user data; the check is Lucene's own <c>CheckIndex</c>.
/// </summary>
public sealed class LuceneNetEngine : ISearchEngine, IMaintainable
{
    /// <summary>The format of files and postings this engine is built for.</summary>
    internal const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private readonly LuceneNetEngineOptions _options;
    private readonly LuceneDirectory _directory;
    private readonly System.Threading.Lock _opening = new();
    private SearcherManager? _searchers;

    private LuceneNetEngine(string directory, LuceneNetEngineOptions options)
    {
        _options = options;
        var info = System.IO.Directory.CreateDirectory(directory);

        // Never FSDirectory.Open: it chooses MMapDirectory wherever it can.
        _directory = options.Files switch
        {
            LuceneNetFiles.Positional => new NIOFSDirectory(info),
            LuceneNetFiles.MemoryMapped => new MMapDirectory(info),
            _ => new SimpleFSDirectory(info),
        };
    }

    /// <inheritdoc/>
    public string Name => "lucene-net";

    /// <inheritdoc/>
    public long Revision
    {
        get
        {
            using var snapshot = OpenSnapshot();
            return snapshot.Revision;
        }
    }

    /// <summary>Opens an index in a folder, which is made when it is missing.</summary>
    /// <param name="directory">The index's own folder.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="IOException">The folder cannot be made or read.</exception>
    public static LuceneNetEngine Open(string directory, LuceneNetEngineOptions? options = null) =>
        new(directory, options ?? new LuceneNetEngineOptions());

    /// <inheritdoc/>
    public IIndexWriter OpenWriter() => new LuceneNetWriter(OpenIndexWriter(), Refresh);

    /// <inheritdoc/>
    public void Compact(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        using (var writer = OpenIndexWriter())
        {
            // The commit data, and with it the store's revision, goes over into the new commit.
            writer.ForceMerge(1);
            writer.Commit();
        }

        Refresh();
    }

    /// <inheritdoc/>
    public IIndexSnapshot OpenSnapshot()
    {
        try
        {
            var searchers = Searchers();
            if (searchers is null)
            {
                return new EmptySnapshot();
            }

            searchers.MaybeRefreshBlocking();
            return new LuceneNetSnapshot(searchers, searchers.Acquire());
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new IndexDamagedException(new IndexDamage(_directory.ToString() ?? "", -1, e.Message));
        }
    }

    /// <inheritdoc/>
    public IndexVerification Verify(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var files = _directory.ListAll();
        var damages = new List<IndexDamage>();
        long checkedParts = 0;
        if (!DirectoryReader.IndexExists(_directory))
        {
            var isEmpty = !Array.Exists(files, file => file.StartsWith("segments_", StringComparison.Ordinal));
            if (!isEmpty)
            {
                damages.Add(new IndexDamage(files.First(f => f.StartsWith("segments_", StringComparison.Ordinal)), -1, "unreadable commit"));
            }

            return new IndexVerification(files.Length, 0, damages);
        }

        using var log = new StringWriter(CultureInfo.InvariantCulture);
        var status = new CheckIndex(_directory) { InfoStream = log }.DoCheckIndex();
        if (status.MissingSegments || status.CantOpenSegments)
        {
            damages.Add(new IndexDamage(status.SegmentsFileName ?? "segments", -1, "the list of segments cannot be read"));
        }

        foreach (var segment in status.SegmentInfos ?? [])
        {
            checkedParts++;
            if (!segment.OpenReaderPassed || segment.FieldNormStatus?.Error is not null
                || segment.TermIndexStatus?.Error is not null || segment.StoredFieldStatus?.Error is not null
                || segment.DocValuesStatus?.Error is not null)
            {
                damages.Add(new IndexDamage(segment.Name, -1, "the segment fails its check"));
            }
        }

        if (!status.Clean && damages.Count == 0)
        {
            damages.Add(new IndexDamage(status.SegmentsFileName ?? "segments", -1, "the index is not clean"));
        }

        return new IndexVerification(files.Length, checkedParts, damages);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _searchers?.Dispose();
        _directory.Dispose();
    }

    /// <summary>Whether an exception says that files are missing, cut or changed.</summary>
    internal static bool IsDamage(Exception e) =>
        e is CorruptIndexException or IndexFormatTooOldException or IndexFormatTooNewException
            or EndOfStreamException or FileNotFoundException or IndexNotFoundException;

    private IndexWriter OpenIndexWriter()
    {
        try
        {
            var config = new IndexWriterConfig(Version, new SyllableAnalyzer())
            {
                OpenMode = OpenMode.CREATE_OR_APPEND,
                RAMBufferSizeMB = _options.WriteBufferMegabytes,
                Similarity = new SyllableCountSimilarity(),
                WriteLockTimeout = 0,
            };
            return new IndexWriter(_directory, config);
        }
        catch (LockObtainFailedException e)
        {
            throw new IndexBusyException(new IndexBusyException().Message, e);
        }
    }

    private SearcherManager? Searchers()
    {
        lock (_opening)
        {
            if (_searchers is null && Array.Exists(_directory.ListAll(), f => f.StartsWith("segments_", StringComparison.Ordinal)))
            {
                _searchers = new SearcherManager(_directory, new Factory());
            }

            return _searchers;
        }
    }

    private void Refresh() => Searchers()?.MaybeRefreshBlocking();

    private sealed class Factory : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) =>
            new(reader) { Similarity = new SyllableCountSimilarity() };
    }
}
