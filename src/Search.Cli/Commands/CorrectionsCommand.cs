using System.CommandLine;
using Search.Application;
using Search.Application.Accounts;
using Search.Application.Corrections;
using Search.Store;

namespace Search.Cli.Commands;

/// <summary><c>search corrections</c>: what people corrected, in and out of a store.</summary>
internal static class CorrectionsCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "Tệp JSON, mỗi dòng một lần sửa. | File of JSON lines." };

    private static readonly Option<string?> Document = new("--document") { Description = "Chỉ của văn bản này. | Only of this document.", HelpName = "KEY" };

    private static readonly Option<bool> Anonymous = new("--anonymous") { Description = "Thay tên người và số bằng tên, số khác. | Replace names and numbers." };

    public static Command Create() =>
        new("corrections", "Những gì người dùng đã sửa. | What people corrected.")
        {
            new Command("list", "Liệt kê các lần sửa và tình trạng. | List corrections with their state.") { Document }.Does(List),
            new Command("export", "In mọi lần sửa, mỗi dòng một JSON. | Print every correction as a line of JSON.").Does(Export),
            new Command("import", "Nhận các lần sửa từ kho khác rồi áp dụng. | Take corrections over from another store and apply them.") { File }
                .WithExamples("search corrections export > sua.jsonl", "search corrections import sua.jsonl --data /srv/khac")
                .Does(ImportAsync),
            new Command("cases", "Ca kiểm thử từ các lần sửa. | Cases for tests from corrections.") { Anonymous }.Does(Cases),
            new Command("report", "Quy tắc nào sai bao nhiêu lần. | Which rule was wrong how often.").Does(Report),
        };

    private static int List(CommandRun run)
    {
        using var system = run.OpenExisting(writes: false);
        var lines = system.Collection.Corrections.List(run.Value(Document), state: null);
        if (run.Json)
        {
            run.Output.Json(lines);
            return ExitCodes.Done;
        }

        foreach (var line in lines)
        {
            run.Output.Line($"{line.Id}\t{line.State}\t{line.Document}\t{line.Field ?? line.Quote ?? line.Kind}\t{line.Old ?? "-"} → {line.New ?? "-"}\t{line.By}\t{line.At:yyyy-MM-dd}");
        }

        return ExitCodes.Done;
    }

    private static int Export(CommandRun run)
    {
        using var system = run.OpenExisting(writes: false);
        foreach (var line in system.Collection.Corrections.Export())
        {
            run.Output.Line(line);
        }

        return ExitCodes.Done;
    }

    private static async Task<int> ImportAsync(CommandRun run)
    {
        var lines = System.Text.Encoding.UTF8.GetString(Files.Read(run.Value(File)!)).Split('\n');
        using var system = run.OpenExisting();
        var taken = system.Collection.Corrections.Import(lines, AccountService.Operator);
        var isApplied = true;
        try
        {
            await system.Collection.Corrections.ApplyAsync(run.Stop);
        }
        catch (StoreBusyException)
        {
            isApplied = false;
        }

        if (run.Json)
        {
            run.Output.Json(new { Imported = taken, Applied = isApplied });
        }

        run.Output.Note(
            isApplied ? $"Đã nhận {taken} lần sửa và áp dụng." : $"Đã nhận {taken} lần sửa; máy chủ đang chạy sẽ áp dụng trong vài giây.",
            isApplied ? $"Took {taken} corrections over and applied them." : $"Took {taken} corrections over; the running host applies them within seconds.");
        return ExitCodes.Done;
    }

    private static int Cases(CommandRun run)
    {
        using var system = run.OpenExisting(writes: false);
        foreach (var line in new CorrectionCases(system.Base).All(run.Value(Anonymous)))
        {
            run.Output.Line(System.Text.Json.JsonSerializer.Serialize(line, WireJson.Compact));
        }

        return ExitCodes.Done;
    }

    private static int Report(CommandRun run)
    {
        using var system = run.OpenExisting(writes: false);
        var report = system.Collection.Corrections.Report();
        if (run.Json)
        {
            run.Output.Json(report.Select(line => new { line.Kind, line.What, line.Count }));
            return ExitCodes.Done;
        }

        foreach (var (kind, what, count) in report)
        {
            run.Output.Line($"{count}\t{kind}\t{what}");
        }

        return ExitCodes.Done;
    }
}
