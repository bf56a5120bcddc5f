using System.CommandLine;
using System.Globalization;
using Search.Application;
using Search.Application.Lines;
using Search.Cli.Output;
using Search.Documents;
using Search.Ingestion;
using Search.Ingestion.Handover;
using Search.Store;

namespace Search.Cli.Commands;

/// <summary><c>search ingest [PATH…]</c>: files and folders into the store and the index.</summary>
internal static class IngestCommand
{
    /// <summary>Seconds that a host may take to start.</summary>
    private const int HostStarts = 20;

    /// <summary>Linked citations listed; the rest is counted.</summary>
    private const int Shown = 20;

    /// <summary>Letters of a citation that are shown.</summary>
    private const int LongestQuote = 120;

    private static readonly Argument<string[]> Paths = new("PATH")
    {
        Description = "Tệp và thư mục cần nạp; không nêu thì là corpus/. | Files and folders; corpus/ by default.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Command Create() =>
        new Command("ingest", "Nạp văn bản vào kho. | Ingest documents.") { Paths }
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
                    $"Không có tệp hay thư mục '{path}'; chưa nạp gì.", $"There is no file or folder '{path}'; nothing was ingested.");
            }
        }

        var read = new HashSet<DocumentKey>();
        var summary = await IngestProgress.ShowAsync(run.Output, run.Json, progress => IngestAsync(run, paths, new Noted(progress, read)));
        run.Output.Note(
            $"Đã nạp {summary.Ingested} tệp ({summary.Documents} văn bản, {summary.Citations} dẫn chiếu) trong {Seconds(summary, ',')} giây; "
                + $"{summary.Unchanged} tệp không đổi, {summary.Removed} tệp đã bỏ, {summary.Quarantined} tệp bị cách ly, {summary.Failed} tệp lỗi.",
            $"Ingested {summary.Ingested} files ({summary.Documents} documents, {summary.Citations} citations) in {Seconds(summary, '.')} s; "
                + $"{summary.Unchanged} unchanged, {summary.Removed} removed, {summary.Quarantined} quarantined, {summary.Failed} failed.");
        if (summary.Unrecognized > 0)
        {
            run.Output.Note(
                $"  {summary.Unrecognized} tệp không nhận ra thể thức văn bản; xem bằng lệnh: search list --unrecognised",
                $"  {summary.Unrecognized} files without a recognized letterhead; see: search list --unrecognised");
        }

        if (summary.Stopped)
        {
            run.Output.Note("Đã dừng theo yêu cầu; lần chạy sau nạp phần còn lại.", "Stopped as asked; the next run ingests the rest.");
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

    /// <summary>How many files were refused or failed, by reason (each was told while the run went), and which citations that
    /// waited are linked now.</summary>
    private static void Explain(CommandOutput output, IngestSummary summary)
    {
        foreach (var (first, files) in summary.ProblemCounts)
        {
            var isRefused = first.Outcome is IngestOutcome.Quarantined;
            output.Note(
                $"  {files} tệp {(isRefused ? "bị cách ly" : "lỗi")}: {Words(first, english: false)}",
                $"  {files} {(isRefused ? "quarantined" : "failed")}: {Words(first, english: true)}");
        }

        if (summary.Relinked > 0)
        {
            output.Note($"Đã nối được {summary.Relinked} dẫn chiếu còn bỏ ngỏ:", $"Linked {summary.Relinked} citations that were open:");
        }

        foreach (var linked in summary.Linked.Take(Shown))
        {
            var line = $"  {linked.Citing}: “{OneLine(linked.Text)}” → {linked.Target}";
            output.Note(line, line);
        }

        if (summary.Linked.Count > Shown)
        {
            output.Note($"  … và {summary.Relinked - Shown} dẫn chiếu nữa", $"  … and {summary.Relinked - Shown} more");
        }
    }

    /// <summary>The reason by its name: the sentence about one file may speak of that file alone.</summary>
    private static string Words(IngestEvent first, bool english) =>
        (first.Code is { } code ? RefusalNames.Of(code, english) : null) ?? (english ? first.ReasonEnglish : first.Reason) ?? "";

    /// <summary>A citation may run over lines of the paper.</summary>
    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestQuote ? line : line[..Math.Max(LongestQuote / 2, line.LastIndexOf(' ', LongestQuote))] + "…";
    }

    private static string Seconds(IngestSummary summary, char point) =>
        summary.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', point);

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
