using System.CommandLine;
using Search.Cli.Output;
using Search.Store;

namespace Search.Cli.Commands;

/// <summary><c>search repair</c>: what is damaged in the store, from its sources.</summary>
internal static class RepairCommand
{
    public static Command Create() =>
        new Command("repair", "Sửa kho từ các tệp gốc. | Mend the store from its sources.")
            .WithExamples("search repair", "search repair --data /var/lib/search --json")
            .Does(RunAsync);

    private static async Task<int> RunAsync(CommandRun run)
    {
        using var system = run.OpenExisting();
        try
        {
            var done = await system.Base.RepairAsync(progress: null, run.Stop);
            if (run.Json)
            {
                run.Output.Json(new { done.Rows, done.Files, done.Missing });
            }

            foreach (var path in done.Missing)
            {
                run.Output.Note(
                    $"  {path}: tệp gốc không còn hoặc đã đổi; cần bản sao lưu.", $"  {path}: its source is gone or has changed; a backup is needed.");
            }

            run.Output.Note(
                $"Đã sửa {done.Rows} bản ghi và đọc lại {done.Files} tệp; {done.Missing.Count} tệp không sửa được.",
                $"Mended {done.Rows} records and read {done.Files} files again; {done.Missing.Count} files cannot be mended.");
            return done.IsComplete ? ExitCodes.Done : ExitCodes.Failed;
        }
        catch (StoreDamagedException e)
        {
            var said = Message.Said(e.Message);
            throw CommandException.Failed(
                $"Tệp của kho hỏng đến mức không sửa tại chỗ được ({said.Vietnamese}); hãy khôi phục bản sao lưu, hoặc chuyển 'knowledge.db' đi rồi nạp lại.",
                $"The file of the store is too damaged to be mended ({said.English}); restore a backup, or move 'knowledge.db' away and ingest again.");
        }
    }
}
