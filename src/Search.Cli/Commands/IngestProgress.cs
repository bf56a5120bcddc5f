using System.Diagnostics;
using Search.Cli.Output;
using Search.Ingestion;
using Spectre.Console;

namespace Search.Cli.Commands;

/// <summary>Shows how an ingestion goes: a bar on a terminal, lines elsewhere, JSON lines when asked for.</summary>
internal static class IngestProgress
{
    public static Task<IngestSummary> ShowAsync(
        CommandOutput output, bool json, Func<IProgress<IngestEvent>, Task<IngestSummary>> ingest)
    {
        if (json || !output.IsInteractive) return ingest(new Lines(output, json));
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output.Error) });
        return console.Progress()
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => ingest(new Bar(output, context.AddTask(output.Say("Nạp văn bản", "Ingesting")))));
    }

    /// <summary>One line about a file that a person should look at.</summary>
    private static void Tell(CommandOutput output, IngestEvent e)
    {
        if (e.Outcome is IngestOutcome.Quarantined) output.Note($"Cách ly {e.Path}: {e.Reason}", $"Quarantined {e.Path}: {e.ReasonEnglish}");
        if (e.Outcome is IngestOutcome.Failed) output.Note($"Lỗi {e.Path}: {e.Reason}", $"Failed {e.Path}: {e.ReasonEnglish}");
    }

    private sealed class Lines(CommandOutput output, bool json) : IProgress<IngestEvent>
    {
        public void Report(IngestEvent value)
        {
            if (!json)
            {
                Tell(output, value);
                return;
            }

            output.JsonLine(new
            {
                value.Path,
                value.Outcome,
                Documents = value.Documents.Select(key => key.Value),
                value.Citations,
                value.OpenCitations,
                value.Relinked,
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

        private readonly long _start = Stopwatch.GetTimestamp();
        private long _documents;
        private long _citations;
        private TimeSpan _shown;

        public void Report(IngestEvent value)
        {
            _documents += value.Documents.Count;
            _citations += value.Citations;
            Tell(output, value);
            var elapsed = Stopwatch.GetElapsedTime(_start);
            if (elapsed - _shown < ShowEvery && value.Done < value.Total) return;
            _shown = elapsed;
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Done;
            var rate = value.Done / Math.Max(0.001, elapsed.TotalSeconds);
            task.Description = output.Say(
                $"{value.Done}/{value.Total} tệp, {_documents} văn bản, {_citations} dẫn chiếu, {rate:0} tệp/s",
                $"{value.Done}/{value.Total} files, {_documents} documents, {_citations} citations, {rate:0} files/s");
        }
    }
}
