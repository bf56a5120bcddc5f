using System.CommandLine;
using Search.Application;
using Search.Cli.Output;
using Search.Documents;
using Search.Ingestion;
using Search.Ingestion.Handover;
using Search.Store;
using Search.Text;

namespace Search.Cli.Commands;

/// <summary><c>search ingest [PATH…]</c>: files and folders into the store and the index.</summary>
internal static class IngestCommand
{
    /// <summary>Seconds that a host may take to start.</summary>
    private const int HostStarts = 20;

    /// <summary>Linked citations listed; the rest is counted.</summary>
    private const int Shown = 20;

    /// <summary>Files named for one reason; the rest is counted.</summary>
    private const int Named = 5;

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

        var read = new HashSet<DocumentKey>();
        var summary = await IngestProgress.ShowAsync(run.Output, run.Json, progress => IngestAsync(run, paths, new Noted(progress, read)));
        run.Output.Note(
            $"Đã nạp {summary.Ingested} tệp ({summary.Documents} văn bản, {summary.Citations} dẫn chiếu), {summary.Unchanged} không đổi, "
                + $"{summary.Removed} bị bỏ, {summary.Quarantined} cách ly, {summary.Failed} lỗi; {summary.Elapsed.TotalSeconds:0.0} giây.",
            $"Took in {summary.Ingested} files ({summary.Documents} documents, {summary.Citations} citations), {summary.Unchanged} unchanged, "
                + $"{summary.Removed} removed, {summary.Quarantined} quarantined, {summary.Failed} failed; {summary.Elapsed.TotalSeconds:0.0} s.");
        if (summary.Unrecognized > 0)
        {
            run.Output.Note(
                $"  {summary.Unrecognized} tệp không nhận ra thể thức; xem `search list --unrecognised`.",
                $"  {summary.Unrecognized} files without a recognized letterhead; see `search list --unrecognised`.");
        }

        if (summary.Stopped)
        {
            run.Output.Note("Đã dừng theo yêu cầu; lần chạy sau nạp phần còn lại.", "Stopped as asked; the next run takes in the rest.");
        }

        Explain(run.Output, summary);
        SourceConflicts.TellOf(run, read);
        return summary switch
        {
            { Failed: > 0 } or { Stopped: true } => ExitCodes.Failed,
            { Quarantined: > 0 } => ExitCodes.Quarantined,
            _ => ExitCodes.Done,
        };
    }

    /// <summary>Through the host that writes the data folder, where one runs; else by this process.</summary>
    private static async Task<IngestSummary> IngestAsync(CommandRun run, IReadOnlyList<string> paths, IProgress<IngestEvent> progress)
    {
        for (var attempt = 0; ; attempt++)
        {
            if (await HostIngestion.TryIngestAsync(run.Data, paths, progress, run.Stop) is { } handed)
            {
                return handed;
            }

            try
            {
                using var system = OpenSystem.Open(run);
                var summary = await system.Base.IngestAsync([.. paths, .. system.Base.OlderSources()], progress, run.Stop);
                if (!summary.Stopped)
                {
                    // What a stop leaves out here, the next run keeps.
                    await system.Base.KeepOriginalsAsync();
                }

                return summary;
            }
            catch (StoreBusyException) when (attempt < HostStarts)
            {
                // A host that is starting writes already and does not listen yet.
                await Task.Delay(TimeSpan.FromSeconds(1), run.Stop);
            }
        }
    }

    /// <summary>What is in quarantine, by reason, and which citations that waited are linked now.</summary>
    private static void Explain(CommandOutput output, IngestSummary summary)
    {
        var listed = summary.Problems.ToLookup(problem => (problem.Outcome, problem.Code), problem => PersonalData.MaskPath(problem.Path));
        foreach (var (first, files) in summary.ProblemCounts)
        {
            var names = string.Join(", ", listed[(first.Outcome, first.Code)].DefaultIfEmpty(PersonalData.MaskPath(first.Path)).Take(Named)) + (files > Named ? ", …" : "");
            output.Note(
                $"  {files} tệp [{first.Code}]: {first.Reason} ({names})",
                $"  {files} files [{first.Code}]: {first.ReasonEnglish} ({names})");
        }

        if (summary.Relinked > 0)
        {
            output.Note($"Đã nối được {summary.Relinked} dẫn chiếu còn bỏ ngỏ:", $"Linked {summary.Relinked} citations that were open:");
        }

        foreach (var linked in summary.Linked.Take(Shown))
        {
            output.Note($"  {linked.Citing}: “{linked.Text}” → {linked.Target}", $"  {linked.Citing}: “{linked.Text}” → {linked.Target}");
        }

        if (summary.Linked.Count > Shown)
        {
            output.Note($"  … và {summary.Relinked - Shown} nữa", $"  … and {summary.Relinked - Shown} more");
        }
    }

    /// <summary>Keeps the keys of what was ingested.</summary>
    private sealed class Noted(IProgress<IngestEvent> progress, HashSet<DocumentKey> read) : IProgress<IngestEvent>
    {
        public void Report(IngestEvent value)
        {
            lock (read)
            {
                read.UnionWith(value.Documents);
            }

            progress.Report(value);
        }
    }
}
