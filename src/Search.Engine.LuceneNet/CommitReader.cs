using System.Buffers.Binary;
using System.Collections.Concurrent;
using Lucene.Net.Index;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace Search.Engine.LuceneNet;

/// <summary>
/// Opens commits: compares every file that is new with its checksum before anything is read from it, and shares the open
/// segments between generations. Reads only.
/// </summary>
/// <param name="root">The index's folder.</param>
/// <param name="options">Settings.</param>
internal sealed class CommitReader(string root, LuceneNetOptions options) : IDisposable
{
    private const int Attempts = 8;

    // "segments.gen" holds a version and twice the number of the newest commit, big-endian.
    private const int NewestCommitSize = 20;

    private readonly ConcurrentDictionary<object, LuceneSegment> _segments = new();
    private readonly ConcurrentDictionary<string, long> _sound = new(StringComparer.Ordinal);
    private readonly Dictionary<int, LuceneDirectory> _directories = [];

    /// <summary>The generation of an index without a commit.</summary>
    public LuceneGeneration Empty() => new(null, null, 0, -1, [], null, Forget);

    /// <summary>Whether nothing newer than a generation can be opened.</summary>
    public bool IsNewest(LuceneGeneration generation)
    {
        if (generation.Folder is not { } folder)
        {
            return IndexFolder.List(root).All(f => !f.HasCommit) && !HasOldFormat;
        }

        // Numbers may be left out: those of rebuilds that never ended.
        return NewestCommit(folder) == generation.Commit && IndexFolder.List(root).All(f => f.Number <= folder.Number || !f.HasCommit);
    }

    /// <summary>Opens the newest sound commit; null where there is none at all.</summary>
    /// <param name="before">A generation whose open segments are shared; null for none.</param>
    /// <exception cref="IndexDamagedException">There are commits, but none that is sound and of this version.</exception>
    public LuceneGeneration? OpenNewest(LuceneGeneration? before)
    {
        for (var attempt = 1; ; attempt++)
        {
            var state = State();
            IndexDamagedException? damage = null;
            var found = false;
            foreach (var folder in IndexFolder.List(root).Where(f => f.HasCommit))
            {
                found = true;
                try
                {
                    return Open(folder, before);
                }
                catch (IndexDamagedException e)
                {
                    damage ??= e;
                }
                catch (Exception e) when (IsDamage(e))
                {
                    damage ??= new IndexDamagedException(new IndexDamage(folder.Path, -1, e.Message));
                }
            }

            // A writer may have removed files between two looks. What is damaged stays so, and is not compared again.
            if (damage is not null && attempt < Attempts && !string.Equals(State(), state, StringComparison.Ordinal))
            {
                continue;
            }

            if (damage is not null)
            {
                throw damage;
            }

            return found || !HasOldFormat
                ? null
                : throw new IndexDamagedException(IndexDamage.OtherVersion("manifest"));
        }
    }

    /// <summary>The Lucene directory of a folder.</summary>
    public LuceneDirectory DirectoryOf(IndexFolder folder)
    {
        lock (_directories)
        {
            if (!_directories.TryGetValue(folder.Number, out var directory))
            {
                _directories[folder.Number] = directory = new CommitDirectory(options.OpenDirectory(new DirectoryInfo(folder.Path)));
            }

            return directory;
        }
    }

    /// <summary>Names of the files of a generation's commit. A commit that changes nothing but the revision shares its reader with
    /// the one before, so its own list of segments is read.</summary>
    /// <exception cref="FileNotFoundException">The commit is gone by now.</exception>
    public IReadOnlyCollection<string> FilesOf(LuceneGeneration generation)
    {
        var directory = DirectoryOf(generation.Folder!);
        var infos = new SegmentInfos();
        infos.Read(directory, IndexFileNames.FileNameFromGeneration(IndexFileNames.SEGMENTS, "", generation.Commit));
        return [.. infos.GetFiles(directory, true)];
    }

    /// <summary>Files of the storage before this one, left in the index's folder.</summary>
    public IEnumerable<string> OldFiles() => Directory.Exists(root)
        ? Directory.EnumerateFiles(root).Where(path => Path.GetFileName(path) is "manifest" || Path.GetExtension(path) is ".seg" or ".del")
        : [];

    public void Dispose()
    {
        lock (_directories)
        {
            foreach (var directory in _directories.Values)
            {
                directory.Dispose();
            }

            _directories.Clear();
        }
    }

    /// <summary>Whether an exception of opening a commit says that its files are missing, cut or changed. What Lucene makes of
    /// changed bytes is any exception; only what has nothing to do with them is left out.</summary>
    public static bool IsDamage(Exception e) =>
        e is not (OutOfMemoryException or OperationCanceledException or ObjectDisposedException or UnauthorizedAccessException);

    // Changes whenever a commit is made or a folder comes or goes.
    private string State() => string.Join('\n', IndexFolder.List(root).SelectMany(folder => folder.CommitFiles().Prepend(folder.Path)));

    private bool HasOldFormat => File.Exists(Path.Combine(root, "manifest"));

    private LuceneGeneration Open(IndexFolder folder, LuceneGeneration? before)
    {
        var directory = DirectoryOf(folder);
        var hold = folder.Hold();
        try
        {
            var infos = new SegmentInfos();
            infos.Read(directory);
            var name = Path.Combine(Path.GetFileName(folder.Path), infos.GetSegmentsFileName());
            var revision = IndexFormat.RevisionOf(infos.UserData, name);
            Check(folder, infos.GetFiles(directory, true));
            var reader = before is { Reader: { } earlier } && before.Folder == folder
                ? DirectoryReader.OpenIfChanged(earlier) ?? Again(earlier)
                : DirectoryReader.Open(directory);
            try
            {
                if (reader.Version != infos.Version)
                {
                    // A commit came in between; it was not checked.
                    throw new CorruptIndexException("the commit changed while it was opened");
                }

                return new LuceneGeneration(folder, reader, infos.Generation, revision, Hold(reader), hold, Forget);
            }
            catch
            {
                reader.Dispose();
                throw;
            }
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    // The same commit once more: the caller gives back what it was handed.
    private static DirectoryReader Again(DirectoryReader reader)
    {
        reader.IncRef();
        return reader;
    }

    private void Check(IndexFolder folder, ICollection<string> files)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(folder.Path, file);
            var info = new FileInfo(path);
            if (_sound.TryGetValue(path, out var length) && info.Exists && info.Length == length)
            {
                continue;
            }

            if (FileChecks.Problem(path) is { } problem)
            {
                throw new IndexDamagedException(new IndexDamage(Path.Combine(Path.GetFileName(folder.Path), file), -1, problem));
            }

            _sound[path] = info.Exists ? info.Length : -1;
        }
    }

    private List<LuceneSegment> Hold(DirectoryReader reader)
    {
        var held = new List<LuceneSegment>(reader.Leaves.Count);
        foreach (var leaf in reader.Leaves)
        {
            var own = (SegmentReader)leaf.AtomicReader;
            if (!_segments.TryGetValue(own.CoreCacheKey, out var segment) || !segment.TryHold())
            {
                segment = new LuceneSegment(own);
                _segments[own.CoreCacheKey] = segment;
            }

            held.Add(segment);
        }

        return held;
    }

    private void Forget(LuceneSegment segment) => _segments.TryRemove(KeyValuePair.Create(segment.CoreKey, segment));

    // Told by "segments.gen", which is one small read; where that one is torn, by the names of the files.
    private static long NewestCommit(IndexFolder folder)
    {
        try
        {
            using var file = File.OpenHandle(
                Path.Combine(folder.Path, "segments.gen"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> bytes = stackalloc byte[NewestCommitSize];
            if (RandomAccess.Read(file, bytes, 0) == bytes.Length
                && BinaryPrimitives.ReadInt64BigEndian(bytes[4..]) is > 0 and var newest
                && newest == BinaryPrimitives.ReadInt64BigEndian(bytes[12..]))
            {
                return newest;
            }
        }
        catch (IOException)
        {
            // The names tell.
        }

        return CommitDirectory.Newest(folder.CommitFiles().Select(path => Path.GetFileName(path)));
    }
}
