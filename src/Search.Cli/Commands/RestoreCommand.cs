using System.CommandLine;
using Search.Cli.Output;
using Search.Ingestion.Backups;

namespace Search.Cli.Commands;

/// <summary><c>search restore FILE</c>: a backup into an empty data folder.</summary>
internal static class RestoreCommand
{
    private static readonly Argument<string> Source = new("FILE") { Description = "Tệp sao lưu. | The backup." };

    private static readonly Option<bool> WithoutSecret = new("--without-secret")
    {
        Description = "Không khôi phục các kho mật. | Leave the secret collections out.",
    };

    public static Command Create() =>
        new Command("restore", "Khôi phục bản sao lưu vào thư mục trống. | Restore a backup into an empty folder.") { Source, WithoutSecret }
            .WithExamples("search restore /mnt/backup/search-2026-01-31.tar.gz --data /var/lib/search")
            .Does(Run);

    private static int Run(CommandRun run)
    {
        var file = run.Value(Source)!;
        Files.RequireFile(file);

        try
        {
            BackupCommand.Show(run, BackupReader.Restore(file, run.Data, !run.Value(WithoutSecret), run.Stop));
        }
        catch (InvalidDataException e)
        {
            var said = Message.Said(e.Message);
            throw CommandException.Failed($"Không khôi phục được: {said.Vietnamese}", $"Not restored: {said.English}");
        }

        // The index is not in a backup: it is built from the store.
        using var system = OpenSystem.Open(run);
        return ExitCodes.Done;
    }
}
