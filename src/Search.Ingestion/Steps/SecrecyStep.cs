using Search.Documents.Catalogues;
using Search.Documents.Secrecy;

namespace Search.Ingestion.Steps;

/// <summary>Refuses a file that bears a secrecy mark that is not let in, whether the mark was read with a letterhead or is
/// found by looking for it in the text itself. The reason names the level only.</summary>
internal sealed class SecrecyStep(Catalogue catalogue, KnowledgeOptions options) : IIngestionStep
{
    /// <summary>Stable name of the reason: what the path held before is taken out of the store.</summary>
    public const string Code = "secret";

    private readonly SecrecyCheck _check = new(catalogue);

    public string Name => "secrecy";

    public void Run(IngestionItem item, CancellationToken ct)
    {
        var levels = item.Documents.Concat(item.Uncut).Select(document => document.Secrecy).OfType<string>().Select(_check.LevelOf).OfType<string>()
            .Concat(_check.FindInName(item.Path))
            .Concat(_check.Find(item.Source!, item.Documents))
            .Concat(item.Uncut.Count == 0 ? [] : _check.Find(item.Source!, item.Uncut));
        if (levels.FirstOrDefault(level => !options.AllowedSecrecy.Contains(level, StringComparer.Ordinal)) is not { } refused)
        {
            return;
        }

        var name = catalogue.Secrecy.FirstOrDefault(entry => string.Equals(entry.Id, refused, StringComparison.Ordinal))?.Name ?? refused;
        throw new FileRefusedException(
            Code,
            $"Văn bản đóng dấu độ mật ({name}); không được đưa vào kho.",
            $"The paper bears a secrecy mark ({refused}); it is not let in.");
    }
}
