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
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
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
        public void Report(IngestEvent value)
        {
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Done;
            Tell(output, value);
        }
    }
}
