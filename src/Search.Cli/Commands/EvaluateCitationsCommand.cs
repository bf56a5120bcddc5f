using System.CommandLine;
using System.Globalization;
using Search.Api.Services;
using Search.Citations.Evaluation;
using Search.Documents;
using Search.Documents.Catalogues;

namespace Search.Cli.Commands;

/// <summary><c>search evaluate-citations</c>: citation figures over hand-labelled files.</summary>
internal static class EvaluateCitationsCommand
{
    private static readonly Option<string> Gold = new("--gold")
    {
        Description = "Tệp nhãn. | The labels, JSON.",
        HelpName = "F.json",
        Required = true,
    };

    private static readonly Option<string> Folder = new("--files")
    {
        Description = "Thư mục chứa các tệp được gán nhãn. | The folder of the labelled files.",
        HelpName = "DIR",
        Required = true,
    };

    public static Command Create() =>
        new Command("evaluate-citations", "Đo chất lượng nhận dạng dẫn chiếu. | Measure citation extraction.") { Gold, Folder }
            .WithExamples("search evaluate-citations --gold seeds-gold.json --files seeds/ --json")
            .Does(Run);

    private static int Run(CommandRun run)
    {
        var gold = run.Value(Gold)!;
        var folder = run.Value(Folder)!;
        if (!File.Exists(gold)) throw CommandException.NotFound($"Không có tệp '{gold}'.", $"There is no file '{gold}'.");
        if (!Directory.Exists(folder)) throw CommandException.NotFound($"Không có thư mục '{folder}'.", $"There is no folder '{folder}'.");
        var service = new CitationService(Catalogue.Default, store: null);
        var report = EvaluateCitations.Run(GoldFile.Parse(File.ReadAllText(gold)), name =>
        {
            var path = Path.Combine(folder, name);
            if (!DocumentReaders.TryRead(path, Files.Read(path), out var source, out var error))
            {
                throw CommandException.Failed($"{path}: {error.Message}", $"{path}: {error.MessageEn}");
            }

            return (source.Text, service.Analyze(source).Citations);
        });
        if (run.Json)
        {
            run.Output.Json(new
            {
                Scores = report.Scores.Select(s => new { s.Group, s.Gold, s.Predicted, s.Right, s.Precision, s.Recall, s.F1 }),
                report.RelationAccuracy,
                report.SpanAccuracy,
                report.WrongTargets,
                report.LinkedTraps,
                report.Unmatched,
            });
            return ExitCodes.Done;
        }

        foreach (var s in report.Scores)
        {
            run.Output.Line(string.Create(
                CultureInfo.InvariantCulture, $"{s.Group,-20} gold {s.Gold,4}  right {s.Right,4}  P {s.Precision:0.000}  R {s.Recall:0.000}  F1 {s.F1:0.000}"));
        }

        run.Output.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"relations {report.RelationAccuracy:0.000}, spans {report.SpanAccuracy:0.000}, wrong targets {report.WrongTargets}, linked traps {report.LinkedTraps.Count}"));
        return ExitCodes.Done;
    }
}
