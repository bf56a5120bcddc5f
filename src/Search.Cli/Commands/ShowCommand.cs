using System.CommandLine;
using Search.Application.Lines;
using Search.Text;

namespace Search.Cli.Commands;

/// <summary><c>search show KEY</c>: one document.</summary>
internal static class ShowCommand
{
    private static readonly Argument<string> Key = new("KEY")
    {
        Description = "Mã văn bản, địa chỉ rút gọn hoặc số ký hiệu. | Key, slug or number.",
    };

    private static readonly Option<bool> WithText = new("--text")
    {
        Description = "In cả toàn văn. | Print the text, too.",
    };

    public static Command Create() =>
        new Command("show", "Xem một văn bản. | Show one document.") { Key, WithText }
            .WithExamples("search show 02-HD/BĐNTW@2017-01-16", "search show 02-hd-bdntw-2017-01-16 --text", "search show 04-CT/TW --json")
            .Does(Run);

    private static int Run(CommandRun run)
    {
        using var system = run.OpenExisting(writes: false);
        var record = system.Documents.Readable(run.Value(Key)!);
        var key = record.Summary.Key;
        var answer = system.Documents.Describe(record);
        if (run.Json)
        {
            if (run.Value(WithText))
            {
                run.Output.Json(new { Answer = answer, record.Text });
            }
            else
            {
                run.Output.Json(answer);
            }

            return ExitCodes.Done;
        }

        var d = answer.Document;
        var validity = system.Validity.Of(record, null);
        run.Output.Line(Labels.Validity(validity.State, run.Output.IsEnglish)
            + (validity.Since is { } since && validity.State is not "con-hieu-luc" ? $" {run.Output.Say("từ", "since")} {Labels.Day(since, run.Output.IsEnglish)}" : "")
            + (validity.By.Count > 0 ? $" {run.Output.Say("theo", "by")} {string.Join(", ", validity.By.Select(by => by.Number ?? by.Key))}" : "")
            + (validity.Evidence.Count > 0 ? $": “{validity.Evidence[0].Text.ReplaceLineEndings(" ")}”" : ""));
        foreach (var note in validity.Notes)
        {
            run.Output.Line(note);
        }

        Line(run.Output.Say("Mã văn bản", "Key"), d.Key);
        Line(run.Output.Say("Số", "Number"), d.Number);
        Line(run.Output.Say("Loại", "Type"), d.TypeName);
        Line(run.Output.Say("Cơ quan", "Issuer"), d.Issuer);
        Line(run.Output.Say("Tỉnh", "Province"), d.Province);
        Line(run.Output.Say("Ngày", "Date"), d.Date is { } day ? Labels.Day(day, run.Output.IsEnglish) : null);
        Line(run.Output.Say("Trích yếu", "Title"), d.DisplayTitle);
        Line(run.Output.Say("Người ký", "Signer"), answer.Signer);
        Line(run.Output.Say("Nơi nhận", "Recipients"), answer.Recipients.Count == 0 ? null : string.Join("; ", answer.Recipients));
        Line(run.Output.Say("Trạng thái", "Status"), Labels.Status(d.Status, d.IsAbstract, run.Output.IsEnglish));
        Line(run.Output.Say("Được dẫn bởi", "Cited by"), run.Output.Say($"{d.CitedBy} văn bản", $"{d.CitedBy} documents"));
        foreach (var source in answer.Sources)
        {
            Line(run.Output.Say("Nguồn", "Source"), PersonalData.MaskPath(source.Path));
            foreach (var difference in source.Differences)
            {
                run.Output.Line(run.Output.Say(
                    $"  khác về {Labels.Field(difference.Field)}: {Said(difference.Value)}; bản đang dùng: {Said(difference.Used)}",
                    $"  differs in {Labels.Field(difference.Field, english: true)}: {Said(difference.Value)}; the one in use: {Said(difference.Used)}"));
            }
        }

        foreach (var group in system.Documents.Citations(record).Where(c => c.Citation is { Self: false, Target: not null })
            .GroupBy(c => (c.Citation.Target!.Key, c.Citation.Relation)))
        {
            run.Output.Line($"  → {Labels.Relation(group.Key.Relation, run.Output.IsEnglish)}: {group.Key.Key}");
        }

        foreach (var group in system.Documents.CitedBy(key).GroupBy(c => (c.Document.Key, c.Citation.Citation.Relation)))
        {
            run.Output.Line($"  ← {Labels.Inverse(group.Key.Relation, run.Output.IsEnglish)}: {group.Key.Key}");
        }

        if (run.Value(WithText) && record.Reading is { } text)
        {
            run.Output.Line();
            run.Output.Line(text);
        }

        return ExitCodes.Done;

        string Said(string? value) => value is null ? run.Output.Say("(không ghi)", "(says nothing)") : $"“{value}”";

        void Line(string label, string? value)
        {
            if (value is not null)
            {
                run.Output.Line($"{label}: {value}");
            }
        }
    }
}
