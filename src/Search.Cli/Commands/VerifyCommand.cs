using System.CommandLine;
using Search.Ingestion;

namespace Search.Cli.Commands;

/// <summary><c>search verify</c>: whether store and index are sound and agree.</summary>
internal static class VerifyCommand
{
    public static Command Create() =>
        new Command("verify", "Kiểm tra kho và chỉ mục. | Check store and index.")
            .WithExamples("search verify", "search verify --data /var/lib/search --json")
            .Does(Run);

    private static int Run(CommandRun run)
    {
        using var system = run.OpenExisting();
        var outcome = system.Base.Verify(run.Stop);
        var report = system.Base.Report;
        // Opening mends the index from the store; that it had to is part of the answer.
        var isSound = outcome.IsSound && !report.Rebuilt;
        if (run.Json)
        {
            run.Output.Json(new
            {
                Sound = isSound,
                outcome.StoreRevision,
                outcome.IndexRevision,
                outcome.Store.Files,
                outcome.Store.Documents,
                outcome.Store.Citations,
                outcome.Index.FilesChecked,
                outcome.Index.BlocksChecked,
                Problems = Problems(outcome, report),
            });
        }
        else
        {
            foreach (var problem in Problems(outcome, report))
            {
                run.Output.Line(problem);
            }

            run.Output.Note(
                $"Kho: {outcome.Store.Files} tệp, {outcome.Store.Documents} văn bản, {outcome.Store.Citations} dẫn chiếu. "
                    + $"Chỉ mục: {outcome.Index.FilesChecked} tệp, {outcome.Index.BlocksChecked} khối. {(isSound ? "Không có lỗi." : "Có lỗi.")}",
                $"Store: {outcome.Store.Files} files, {outcome.Store.Documents} documents, {outcome.Store.Citations} citations. "
                    + $"Index: {outcome.Index.FilesChecked} files, {outcome.Index.BlocksChecked} blocks. {(isSound ? "Sound." : "Damaged.")}");
        }

        return isSound ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static List<string> Problems(SystemVerification outcome, OpenReport report)
    {
        List<string> problems =
        [
            .. outcome.Store.Problems.Select(p => $"{p.Kind} {p.Subject}: {p.Message}"),
            .. outcome.Index.Damages.Select(d => $"index {d.File} #{d.Block}: {d.Message}"),
        ];
        if (outcome.StoreRevision != outcome.IndexRevision)
        {
            problems.Add($"revision: store {outcome.StoreRevision}, index {outcome.IndexRevision}");
        }

        if (report.Rebuilt && report.MessageEnglish is { } message)
        {
            problems.Add("index: " + message);
        }

        return problems;
    }
}
