using Search.Application.Contracts;
using Search.Application.UseCases;
using Search.Cli.Output;
using Search.Documents;
using Search.Ingestion;

namespace Search.Cli.Commands;

/// <summary>Tells of files that count as one document and hold hardly the same text.</summary>
internal static class SourceConflicts
{
    /// <summary>Conflicts named; the rest is counted.</summary>
    private const int Shown = 20;

    /// <summary>Those among the documents that a run read.</summary>
    /// <param name="run">The command.</param>
    /// <param name="documents">Their keys.</param>
    public static void TellOf(CommandRun run, IReadOnlySet<DocumentKey> documents)
    {
        if (documents.Count == 0 || !DocumentStores.Exists(run.Data))
        {
            return;
        }

        using var system = OpenSystem.Open(new KnowledgeOptions { DataDirectory = run.Data, Writes = false });
        Tell(run.Output, new SourceReview(system.CollectionReader).Conflicts(documents, run.Stop));
    }

    /// <param name="output">Where to.</param>
    /// <param name="conflicts">What was found.</param>
    public static void Tell(CommandOutput output, IReadOnlyList<SourceFinding> conflicts)
    {
        foreach (var conflict in conflicts.Take(Shown))
        {
            output.Note(
                $"{conflict.Document}: nội dung của {conflict.Path} khác hẳn {conflict.Used}; giữ cả hai tệp, hãy kiểm tra số và ngày.",
                $"{conflict.Document}: the text of {conflict.Path} differs grossly from {conflict.Used}; both files are kept, check number and date.");
        }

        if (conflicts.Count > Shown)
        {
            output.Note($"  … và {conflicts.Count - Shown} nữa", $"  … and {conflicts.Count - Shown} more");
        }
    }
}
