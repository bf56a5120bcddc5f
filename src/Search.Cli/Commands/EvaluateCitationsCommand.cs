using System.CommandLine;
using System.Globalization;
using Search.Application.UseCases;
using Search.Citations.Evaluation;
using Search.Documents.Catalogues;
using Search.Ingestion;

namespace Search.Cli.Commands;

/// <summary><c>search evaluate-citations</c>: citation figures over hand-labeled files.</summary>
internal static class EvaluateCitationsCommand
{
    private static readonly Option<string> Gold = new("--gold")
    {
        Description = "Tệp nhãn, dạng JSON. | The labels, JSON.",
        HelpName = "FILE.json",
        Required = true,
    };

    private static readonly Option<string> Folder = new("--files")
    {
        Description = "Thư mục chứa các tệp được gán nhãn; mặc định là thư mục của tệp nhãn, hoặc thư mục seeds gần đó. | "
            + "The folder of the labelled files; by default the folder of the labels, or a folder 'seeds' near it.",
        HelpName = "DIR",
    };

    private static readonly Option<string> Last = new("--last")
    {
        Description = "Kết quả lần trước để so sánh; mặc định là kết quả lưu trong tests/Search.Citations.Tests/Results. | "
            + "The earlier result to compare with; by default the committed one in tests/Search.Citations.Tests/Results.",
        HelpName = "FILE.json",
    };

    public static Command Create() =>
        new Command("evaluate-citations", "Đo chất lượng nhận dạng dẫn chiếu. | Measure citation extraction.") { Gold, Folder, Last }
            .WithExamples("search evaluate-citations --gold seeds-gold.json --files seeds/ --json")
            .Does(Run);

    private static int Run(CommandRun run)
    {
        var gold = run.Value(Gold)!;
        var labels = GoldFile.Parse(Files.ReadText(gold));
        var folder = run.Value(Folder) ?? FolderOf(gold, labels);
        var last = run.Value(Last) ?? CommittedResult(gold);
        var before = last is null ? null : CitationReportFile.Read(Files.ReadText(last));
        if (!Directory.Exists(folder))
        {
            throw CommandException.NotFound($"Không có thư mục '{folder}'.", $"There is no folder '{folder}'.");
        }

        var service = new CitationService(Catalogue.Default);
        var report = EvaluateCitations.Run(labels, name =>
        {
            var path = Path.Combine(folder, name);
            if (!FileReading.TryRead(path, Files.Read(path), options: null, out var source, out var error))
            {
                throw CommandException.Failed($"{path}: {error.Message}", $"{path}: {error.MessageEn}");
            }

            return (source.Text, service.Analyze(source).Citations);
        });
        var gains = before is null ? [] : report.Gains(before);
        var losses = before is null ? [] : report.Losses(before);
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
                Last = last,
                Gains = gains,
                Losses = losses,
            });
            return ExitCodes.Done;
        }

        foreach (var s in report.Scores)
        {
            run.Output.Line(string.Create(
                CultureInfo.InvariantCulture, $"{s.Group,-20} {run.Output.Say("nhãn", "gold")} {s.Gold,4}  {run.Output.Say("đúng", "right")} {s.Right,4}  P {s.Precision:0.000}  R {s.Recall:0.000}  F1 {s.F1:0.000}"));
        }

        run.Output.Line(run.Output.Say(
            string.Create(CultureInfo.InvariantCulture, $"quan hệ {report.RelationAccuracy:0.000}, vị trí {report.SpanAccuracy:0.000}, nối sai {report.WrongTargets}, mắc bẫy {report.LinkedTraps.Count}"),
            string.Create(CultureInfo.InvariantCulture, $"relations {report.RelationAccuracy:0.000}, spans {report.SpanAccuracy:0.000}, wrong targets {report.WrongTargets}, linked traps {report.LinkedTraps.Count}")));
        run.Output.Line(last is null
            ? run.Output.Say("không có kết quả trước để so", "no earlier result to compare with")
            : run.Output.Say(
                $"so với {last}: thêm {List(gains, "không có gì")}; mất {List(losses, "không có gì")}",
                $"against {last}: gained {List(gains, "nothing")}; lost {List(losses, "nothing")}"));
        return ExitCodes.Done;
    }

    private static string List(IReadOnlyList<string> ids, string none) => ids.Count == 0 ? none : string.Join(", ", ids);

    private static string FolderOf(string gold, IReadOnlyList<GoldFile> labels)
    {
        var own = Path.GetDirectoryName(Path.GetFullPath(gold))!;
        string[] folders = [own, Path.Combine(own, "seeds"), Path.Combine(own, "..", "seeds")];
        return folders.FirstOrDefault(folder => labels.All(file => File.Exists(Path.Combine(folder, file.Name)))) ?? own;
    }

    /// <summary>The result that lies in the working copy for labels of that name, looked for from here upwards.</summary>
    private static string? CommittedResult(string gold)
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "tests", "Search.Citations.Tests", "Results", Path.GetFileName(gold));
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
