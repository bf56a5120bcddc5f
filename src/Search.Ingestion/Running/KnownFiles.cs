using Search.Ingestion.Corrections;
using Search.Ingestion.Steps;
using Search.Store;

namespace Search.Ingestion.Running;

/// <summary>What the store knew of the files when the run began, and which of them are gone since. Asked from several
/// threads.</summary>
internal sealed class KnownFiles
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, KnownFile> _stored;
    private readonly Dictionary<string, KnownFile> _refused;
    private readonly SortedSet<string> _gone = new(StringComparer.Ordinal);
    private readonly Dictionary<ContentHash, string> _goneByHash = [];
    private readonly List<StoredFile> _older = [];
    private readonly List<string> _corrected = [];

    private KnownFiles() => (_stored, _refused) = ([], []);

    public KnownFiles(IDocumentStore store, CorrectionIndex corrections)
    {
        var counts = store.Statistics();
        _stored = new Dictionary<string, KnownFile>((int)counts.Files, StringComparer.Ordinal);
        _refused = new Dictionary<string, KnownFile>((int)counts.Quarantined, StringComparer.Ordinal);
        store.EachFile(file =>
        {
            var isCorrected = corrections.IsNewer(file.Sha256, file.IngestedAt);
            var isCurrent = file.Reading == ReadingVersion.Current && !isCorrected;
            _stored[file.Path] = new KnownFile(
                ContentHash.Of(file.Sha256), file.Size, file.Modified.UtcTicks, file.IngestedAt.UtcTicks, Refusal: null, isCurrent);
            if (!isCurrent)
            {
                _older.Add(file);
            }

            if (isCorrected)
            {
                _corrected.Add(file.Path);
            }
        });
        var shared = new Dictionary<KnownRefusal, KnownRefusal>();
        store.EachRefused(entry =>
        {
            var refusal = new KnownRefusal(entry.Step, entry.Code, entry.Reason, entry.ReasonEnglish);
            if (!shared.TryAdd(refusal, refusal))
            {
                refusal = shared[refusal];
            }

            _refused[entry.Path] = new KnownFile(
                ContentHash.Of(entry.Sha256), entry.Size, entry.Modified.UtcTicks, entry.At.UtcTicks, refusal,
                // What an archivist took out stays out, however files are read.
                entry.Code is Removal.Code
                    || (entry.Reading == ReadingVersion.Current && (entry.Code is not CorrectStep.NoDocument || corrections.NoDocument(entry.Sha256) is not null)));
        });
    }

    /// <summary>Nothing known, for a look that is to be at everything.</summary>
    public static KnownFiles None() => new();

    /// <summary>Files that were read otherwise than files are read now.</summary>
    public IReadOnlyList<StoredFile> Older => _older;

    /// <summary>Paths of files since whose reading somebody corrected something in them, or took it back.</summary>
    public IReadOnlyList<string> Corrected => _corrected;

    /// <summary>Paths of the files that are gone and were not found elsewhere, in order.</summary>
    public IReadOnlyList<string> Gone
    {
        get
        {
            lock (_lock)
            {
                return [.. _gone];
            }
        }
    }

    public KnownFile? Stored(string path)
    {
        lock (_lock)
        {
            return _stored.TryGetValue(path, out var known) ? known : null;
        }
    }

    public KnownFile? Refused(string path) => _refused.TryGetValue(path, out var known) ? known : null;

    /// <summary>Paths of the entries that a container held.</summary>
    public HashSet<string> Inside(string container) => _stored.Keys
        .Where(path => Discovery.ContainerPaths.IsInner(path, container)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether nothing has to be read of content of this hash under this path: the store holds it there, has
    /// refused it there, or holds it under a path that is gone.</summary>
    public bool IsKnown(string path, string hash)
    {
        var content = ContentHash.Of(hash);
        if (Stored(path) is { } stored)
        {
            return stored.IsCurrent && stored.Content == content;
        }

        if (Refused(path) is { Refusal.IsWorthTrying: false, IsCurrent: true } refused && refused.Content == content)
        {
            return true;
        }

        lock (_lock)
        {
            return _goneByHash.ContainsKey(content);
        }
    }

    /// <summary>How many files the store held of each root, by its name.</summary>
    public Dictionary<string, int> CountByRoot()
    {
        lock (_lock)
        {
            return _stored.Keys.CountBy(VanishedFiles.RootOf, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        }
    }

    /// <summary>Forgets a file, so that it is ingested as if it were new.</summary>
    public void Forget(string path)
    {
        lock (_lock)
        {
            _stored.Remove(path);
        }
    }

    /// <summary>Notes that a file is no longer there.</summary>
    public void AddGone(string path)
    {
        lock (_lock)
        {
            _gone.Add(path);
            _goneByHash[_stored[path].Content] = path;
        }
    }

    /// <summary>Path of a file of this content that is gone; null when there is none.</summary>
    public string? GoneOf(string hash)
    {
        lock (_lock)
        {
            return _goneByHash.GetValueOrDefault(ContentHash.Of(hash));
        }
    }

    /// <summary>Notes that a file that was gone has been found under another path.</summary>
    public void Found(string path)
    {
        lock (_lock)
        {
            _gone.Remove(path);
            _goneByHash.Remove(_stored[path].Content);
        }
    }
}
