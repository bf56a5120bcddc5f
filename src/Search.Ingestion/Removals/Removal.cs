using Search.Store;

namespace Search.Ingestion;

/// <summary>The refusal that keeps a file out whose document was taken out.</summary>
internal static class Removal
{
    /// <summary>Stable name of the reason.</summary>
    public const string Code = "removed";

    public static QuarantineEntry Of(StoredFile file, DateTimeOffset at) => new()
    {
        Path = file.Path,
        Sha256 = file.Sha256,
        Size = file.Size,
        Modified = file.Modified,
        Step = "remove",
        Code = Code,
        Reason = "Văn bản đã được người quản trị gỡ khỏi kho.",
        ReasonEnglish = "An administrator took the document out.",
        At = at,
    };
}
