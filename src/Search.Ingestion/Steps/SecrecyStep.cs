namespace Search.Ingestion.Steps;

/// <summary>Refuses a file in which any letterhead bears a secrecy mark that is not let in. The reason names the
/// level only.</summary>
internal sealed class SecrecyStep(KnowledgeOptions options) : IIngestionStep
{
    /// <summary>Stable name of the reason: what the path held before is taken out of the store.</summary>
    public const string Code = "secret";

    public string Name => "secrecy";

    public void Run(IngestionItem item, CancellationToken ct)
    {
        foreach (var level in item.Documents.Select(document => document.Secrecy).OfType<string>())
        {
            if (!options.AllowedSecrecy.Contains(level, StringComparer.Ordinal))
            {
                throw new FileRefusedException(
                    Code,
                    $"Văn bản đóng dấu độ mật ({Label(level)}); không được đưa vào kho.",
                    $"The letterhead bears a secrecy mark ({level}); it is not let in.");
            }
        }
    }

    private static string Label(string level) => level switch
    {
        "mat" => "Mật",
        "toi-mat" => "Tối mật",
        "tuyet-mat" => "Tuyệt mật",
        _ => level,
    };
}
