using System.Diagnostics;
using System.Globalization;
using Search.Application.Lines;
using Search.Cli.Output;
using Search.Ingestion;
using Search.Text;
using Spectre.Console;

namespace Search.Cli.Commands;

/// <summary>Shows how an ingestion goes: a bar on a terminal, lines elsewhere, JSON lines when asked for.</summary>
internal static class IngestProgress
{
    public static Task<IngestSummary> ShowAsync(
        CommandOutput output, bool json, Func<IProgress<IngestEvent>, Task<IngestSummary>> ingest)
    {
        if (json || !output.IsInteractive)
        {
            return ingest(new Lines(output, json));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output.Error) });
        return console.Progress()
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => ingest(new Bar(output, context.AddTask(output.Say("Nạp văn bản", "Ingesting")))));
    }

    /// <summary>What stands before the bar; the time left stands after it.</summary>
    internal static string Describe(CommandOutput output, int done, int total, long documents, long citations, TimeSpan elapsed)
    {
        var rate = done / Math.Max(0.001, elapsed.TotalSeconds);
        return output.Say(
            string.Create(CultureInfo.InvariantCulture, $"{done}/{total} tệp, {documents} văn bản, {citations} dẫn chiếu, {rate:0} tệp/s"),
            string.Create(CultureInfo.InvariantCulture, $"{done}/{total} files, {documents} documents, {citations} citations, {rate:0} files/s"));
    }

    /// <summary>One line about a file that a person should look at. A million files of one fault need no million lines: the
    /// summary counts them.</summary>
    private sealed class Remarks(CommandOutput output)
    {
        private const int MostForOneReason = 100;

        private readonly Dictionary<(IngestOutcome, string?), int> _told = [];

        public void Tell(IngestEvent e)
        {
            if (e.Outcome is not (IngestOutcome.Quarantined or IngestOutcome.Failed))
            {
                return;
            }

            var count = _told[(e.Outcome, e.Code)] = _told.GetValueOrDefault((e.Outcome, e.Code)) + 1;
            if (count <= MostForOneReason && e.Outcome is IngestOutcome.Quarantined)
            {
                output.Note($"Cách ly {PersonalData.MaskPath(e.Path)}: {e.Reason}", $"Quarantined {PersonalData.MaskPath(e.Path)}: {e.ReasonEnglish}");
            }

            if (count <= MostForOneReason && e.Outcome is IngestOutcome.Failed)
            {
                output.Note($"Lỗi {PersonalData.MaskPath(e.Path)}: {e.Reason}", $"Failed {PersonalData.MaskPath(e.Path)}: {e.ReasonEnglish}");
            }

            if (count == MostForOneReason + 1)
            {
                output.Note(
                    $"Còn nhiều tệp cùng lý do ({Reason(e, english: false)}): số lượng ghi ở cuối; muốn xem từng tệp, thêm --json.",
                    $"There are more files of this reason ({Reason(e, english: true)}); they are counted at the end and listed with --json.");
            }
        }
    }

    private static string Reason(IngestEvent e, bool english) =>
        (e.Code is { } code ? RefusalNames.Of(code, english) : null) ?? (english ? e.ReasonEnglish : e.Reason) ?? "";

    private sealed class Lines(CommandOutput output, bool json) : IProgress<IngestEvent>
    {
        private readonly Remarks _remarks = new(output);

        public void Report(IngestEvent value)
        {
            if (!json)
            {
                _remarks.Tell(value);
                return;
            }

            output.JsonLine(new
            {
                Path = PersonalData.MaskPath(value.Path),
                value.Outcome,
                Documents = value.Documents.Select(key => key.Value),
                value.Citations,
                value.OpenCitations,
                value.Relinked,
                Linked = value.Linked.Select(linked => new { Citing = linked.Citing.Value, linked.Text, Target = linked.Target.Value }),
                value.Step,
                value.Code,
                value.Reason,
                value.ReasonEnglish,
            });
        }
    }

    private sealed class Bar(CommandOutput output, ProgressTask task) : IProgress<IngestEvent>
    {
        private static readonly TimeSpan ShowEvery = TimeSpan.FromMilliseconds(100);

        private readonly Remarks _remarks = new(output);
        private readonly long _start = Stopwatch.GetTimestamp();
        private long _documents;
        private long _citations;
        private TimeSpan _shown;

        public void Report(IngestEvent value)
        {
            _documents += value.Documents.Count;
            _citations += value.Citations;
            _remarks.Tell(value);
            var elapsed = Stopwatch.GetElapsedTime(_start);
            if (elapsed - _shown < ShowEvery && value.Done < value.Total)
            {
                return;
            }

            _shown = elapsed;
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Done;
            task.Description = Describe(output, value.Done, value.Total, _documents, _citations, elapsed);
        }
    }
}
