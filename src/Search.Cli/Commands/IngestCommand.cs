using System.CommandLine;
using Search.Api.Hosting;

namespace Search.Cli.Commands;

/// <summary><c>search ingest [PATH…]</c>: files and folders into the store and the index.</summary>
internal static class IngestCommand
{
    private static readonly Argument<string[]> Paths = new("PATH")
    {
        Description = "Tệp và thư mục (mặc định: corpus/). | Files and folders.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Command Create() =>
        new Command("ingest", "Nạp văn bản vào kho. | Take documents in.") { Paths }
            .WithExamples("search ingest", "search ingest van-ban/ --data index/", "search ingest *.docx --json")
            .Does(RunAsync);

    private static async Task<int> RunAsync(CommandRun run)
    {
        var paths = run.Value(Paths) is { Length: > 0 } given ? given : [Folders.Default("corpus")];
        foreach (var path in paths)
        {
            if (!File.Exists(path) && !Directory.Exists(path))
            {
                throw CommandException.NotFound(
                    $"Không có tệp hay thư mục '{path}'; chưa nạp gì.", $"There is no file or folder '{path}'; nothing was taken in.");
            }
        }

        using var system = OpenSystem.Open(run);
        var summary = await IngestProgress.ShowAsync(
            run.Output, run.Json, progress => system.Base.IngestAsync(paths, progress, run.Stop));
        run.Output.Note(
            $"Đã nạp {summary.Ingested} tệp ({summary.Documents} văn bản, {summary.Citations} dẫn chiếu), {summary.Unchanged} không đổi, "
                + $"{summary.Removed} bị bỏ, {summary.Quarantined} cách ly, {summary.Failed} lỗi; {summary.Elapsed.TotalSeconds:0.0} giây.",
            $"Took in {summary.Ingested} files ({summary.Documents} documents, {summary.Citations} citations), {summary.Unchanged} unchanged, "
                + $"{summary.Removed} removed, {summary.Quarantined} quarantined, {summary.Failed} failed; {summary.Elapsed.TotalSeconds:0.0} s.");
        return summary switch
        {
            { Failed: > 0 } or { Stopped: true } => ExitCodes.Failed,
            { Quarantined: > 0 } => ExitCodes.Quarantined,
            _ => ExitCodes.Done,
        };
    }
}
