using System.CommandLine;
using Search.Cli.Output;
using Search.Ingestion;
using Search.Ingestion.Snapshots;

namespace Search.Cli.Commands;

/// <summary><c>search snapshot</c>: the copy of a shared store with its index, published for new nodes.</summary>
internal static class SnapshotCommand
{
    private static readonly Option<string?> To = new("--to")
    {
        Description = $"Thư mục hoặc s3://BUCKET/PREFIX; không nêu thì lấy từ biến {SharedStoreSetting.SnapshotsVariable}. | A folder or a bucket; the variable {SharedStoreSetting.SnapshotsVariable} by default.",
        HelpName = "PLACE",
    };

    public static Command Create() =>
        new Command("snapshot", "Xuất bản chụp của kho dùng chung cho máy chủ mới. | Publish the copy of a shared store for new nodes.") { To }
            .WithExamples("search snapshot --to /mnt/snapshots", "search snapshot --to s3://kho/search --json")
            .Does(Run);

    private static int Run(CommandRun run)
    {
        if ((run.Value(To) ?? SharedStoreSetting.SnapshotsFromEnvironment()) is not { Length: > 0 } location)
        {
            throw CommandException.WrongUsage(
                $"Hãy cho biết để bản chụp ở đâu: --to hoặc biến {SharedStoreSetting.SnapshotsVariable}.",
                $"Say where the snapshot goes: --to or the variable {SharedStoreSetting.SnapshotsVariable}.");
        }

        using var system = run.OpenExisting(writes: false);
        try
        {
            using var storage = SnapshotLocation.Open(location);
            var manifest = SnapshotWriter.Publish(system.Base, run.Data, Environment.MachineName, storage, TimeProvider.System, run.Stop);
            if (run.Json)
            {
                run.Output.Json(new { storage.Location, manifest.Revision, Files = manifest.Files.Count, manifest.Bytes, manifest.CreatedAt });
            }
            else
            {
                run.Output.Note(
                    $"Bản chụp {manifest.Revision} ({manifest.Files.Count} tệp, {manifest.Bytes >> 10} KiB) ở {storage.Location}.",
                    $"Snapshot {manifest.Revision} ({manifest.Files.Count} files, {manifest.Bytes >> 10} KiB) lies in {storage.Location}.");
            }

            return ExitCodes.Done;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            var said = Message.Said(error.Message);
            throw CommandException.Failed($"Không xuất được bản chụp: {said.Vietnamese}", $"No snapshot was published: {said.English}");
        }
    }
}
