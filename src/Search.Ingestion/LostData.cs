using Search.Store;

namespace Search.Ingestion;

/// <summary>Notices that a store is not all that it was: it is behind what its index or its own memory says, or gone while
/// the rest of it is still there.</summary>
public static class LostData
{
    private const string LostRevisions = "lost-revisions";
    private const string LostStore = "lost-store";
    private const string Aside = ".lost";

    /// <summary>A warning when the store is behind what is known of it; null when it is not.</summary>
    internal static DataWarning? Between(IDocumentStore store, long indexRevision, TimeProvider clock)
    {
        var revision = store.Revision;
        var known = Math.Max(store.RememberedRevision, indexRevision);
        return known <= revision
            ? null
            : new DataWarning(
                DataWarnings.IdOf(LostRevisions, $"{revision} {known}"),
                clock.GetUtcNow(),
                LostRevisions,
                $"Kho đã mất dữ liệu: đang ở bản {revision} trong khi đã từng ở bản {known}. Hãy nạp lại các văn bản gốc hoặc khôi phục "
                    + $"bản sao lưu, rồi xác nhận bằng 'search verify --acknowledge {DataWarnings.IdOf(LostRevisions, $"{revision} {known}")}'.",
                $"The store has lost data: it is at revision {revision} and was at {known} before. Ingest the sources again or restore a "
                    + $"backup, then acknowledge with 'search verify --acknowledge {DataWarnings.IdOf(LostRevisions, $"{revision} {known}")}'.");
    }

    /// <summary>The warning for a data folder whose store is gone while an index or a log of it is there; null otherwise.</summary>
    /// <param name="dataDirectory">The data folder; need not exist.</param>
    /// <param name="clock">Dates the warning.</param>
    public static DataWarning? GoneFrom(string dataDirectory, TimeProvider clock)
    {
        if (DocumentStores.Exists(dataDirectory) || (!DocumentStores.HasRemains(dataDirectory) && !HasIndex(dataDirectory)))
        {
            return null;
        }

        var id = DataWarnings.IdOf(LostStore, "");
        return new DataWarning(
            id,
            clock.GetUtcNow(),
            LostStore,
            $"Không còn tệp 'knowledge.db' trong '{dataDirectory}' nhưng chỉ mục hoặc nhật ký của nó vẫn còn: kho đã bị mất. Hãy khôi phục bản "
                + $"sao lưu ('search restore'); muốn bắt đầu kho mới thì xác nhận bằng 'search verify --acknowledge {id}' rồi nạp lại.",
            $"There is no 'knowledge.db' in '{dataDirectory}' while its index or its log is still there: the store is lost. Restore a backup "
                + $"('search restore'); to begin a new store, acknowledge with 'search verify --acknowledge {id}' and ingest again.");
    }

    /// <summary>Sets what the lost store left aside, so that a new one can begin.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void BeginAnew(string dataDirectory)
    {
        DocumentStores.SetRemainsAside(dataDirectory);
        foreach (var index in Indexes(dataDirectory).ToList())
        {
            var aside = index + Aside;
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }

            Directory.Move(index, aside);
        }
    }

    /// <summary>No new empty store is made beside what an old one left: the loss would never be noticed.</summary>
    /// <exception cref="StoreDamagedException">The store is gone, or is not there and this process only reads.</exception>
    internal static void RefuseToHide(KnowledgeOptions options)
    {
        if (GoneFrom(options.DataDirectory, options.Clock) is { } gone)
        {
            throw new StoreDamagedException($"{gone.Message} ({gone.MessageEnglish})");
        }

        if (!options.Writes && !DocumentStores.Exists(options.DataDirectory))
        {
            throw new StoreDamagedException(
                $"Chưa có kho dữ liệu ở '{options.DataDirectory}'. (There is no store in '{options.DataDirectory}'.)");
        }
    }

    private static bool HasIndex(string dataDirectory) => Indexes(dataDirectory).Any();

    /// <summary>The indexes of every engine, present or earlier.</summary>
    private static IEnumerable<string> Indexes(string dataDirectory) => !Directory.Exists(dataDirectory)
        ? []
        : Directory.EnumerateDirectories(dataDirectory, "fulltext*").Where(folder =>
            !folder.EndsWith(Aside, StringComparison.Ordinal) && Directory.EnumerateFileSystemEntries(folder).Any());
}
