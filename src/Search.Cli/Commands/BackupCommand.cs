using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Search.Api.Settings;
using Search.Ingestion;
using Search.Ingestion.Backups;

namespace Search.Cli.Commands;

/// <summary><c>search backup FILE</c>: store, originals, keys and logs into one file, while a host runs.</summary>
internal static class BackupCommand
{
    private static readonly Argument<string> Target = new("FILE") { Description = "Tệp sao lưu. | The backup." };

    private static readonly Option<bool> WithoutSecret = new("--without-secret")
    {
        Description = "Không kèm các kho mật. | Leave the secret collections out.",
    };

    public static Command Create() =>
        new Command("backup", "Sao lưu kho, tệp gốc, mã truy cập và nhật ký. | Back the data up, while in use.") { Target, WithoutSecret }
            .WithExamples("search backup /mnt/backup/search-2026-01-31.tar.gz", "search backup kho.tar.gz --without-secret")
            .Does(Run);

    private static int Run(CommandRun run)
    {
        if (!DocumentStores.Exists(run.Data))
        {
            throw CommandException.NotFound(
                $"Chưa có kho dữ liệu ở '{run.Data}'.", $"There is no data folder '{run.Data}'.");
        }

        // Where the secret collections lie is the host's configuration; it is read as the host reads it.
        var options = WebApplication.CreateBuilder().Configuration.GetSection(SearchOptions.Section).Get<SearchOptions>() ?? new SearchOptions();
        var secret = run.Value(WithoutSecret)
            ? new Dictionary<string, string>(StringComparer.Ordinal)
            : options.SecretData.Where(entry => DocumentStores.Exists(entry.Value)).ToDictionary(StringComparer.Ordinal);
        Show(run, BackupWriter.Write(new BackupPlan(run.Data, secret), Path.GetFullPath(run.Value(Target)!), run.Stop));
        return ExitCodes.Done;
    }

    /// <summary>What went into a backup or came out of it.</summary>
    internal static void Show(CommandRun run, BackupSummary done)
    {
        if (run.Json)
        {
            run.Output.Json(new { done.Files, done.Bytes, done.Revision, done.Sha256, done.Collections });
        }

        run.Output.Note(
            $"{done.Files} tệp, {done.Bytes >> 10} KiB, bản {done.Revision} ({string.Join(", ", done.Collections)}). SHA-256: {done.Sha256}",
            $"{done.Files} files, {done.Bytes >> 10} KiB, revision {done.Revision} ({string.Join(", ", done.Collections)}). SHA-256: {done.Sha256}");
    }
}
