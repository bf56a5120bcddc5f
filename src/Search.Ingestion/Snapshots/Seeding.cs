namespace Search.Ingestion.Snapshots;

/// <summary>How the data folder of a new node was begun.</summary>
/// <param name="Message">What to tell, in Vietnamese.</param>
/// <param name="MessageEnglish">The same in English.</param>
public sealed record Seeding(string Message, string MessageEnglish)
{
    /// <summary>Begins the data folder of a node of a shared store from a snapshot, where the folder holds no store. A storage that
    /// does not answer is no reason not to begin: the node copies from the shared store then.</summary>
    /// <param name="options">Of the node; to be called before the folder is opened.</param>
    /// <returns>Null where there was nothing to do.</returns>
    /// <exception cref="IOException">The disk refused.</exception>
    public static Seeding? Of(KnowledgeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!options.Writes || options is not { SharedStore: not null, Snapshots: { Length: > 0 } location } || DocumentStores.Exists(options.DataDirectory))
        {
            return null;
        }

        try
        {
            using var storage = SnapshotLocation.Open(location);
            return SnapshotReader.Seed(options.DataDirectory, storage) is { } taken
                ? new Seeding(
                    $"Nút mới bắt đầu từ bản chụp {taken.Revision} của {taken.Node} ({taken.Bytes >> 20} MiB).",
                    $"The new node began from snapshot {taken.Revision} of {taken.Node} ({taken.Bytes >> 20} MiB).")
                : new Seeding(
                    $"Không có bản chụp nào dùng được ở '{storage.Location}'; nút mới chép từ kho chung.",
                    $"There is no usable snapshot in '{storage.Location}'; the new node copies from the shared store.");
        }
        catch (Exception error) when (error is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return new Seeding(
                $"Không đọc được bản chụp ở '{location}' ({error.Message}); nút mới chép từ kho chung.",
                $"The snapshots in '{location}' cannot be read ({error.Message}); the new node copies from the shared store.");
        }
    }
}
