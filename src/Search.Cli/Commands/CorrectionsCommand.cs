using System.CommandLine;
using System.Globalization;
using Search.Application;
using Search.Application.Accounts;
using Search.Application.Contracts;
using Search.Application.Corrections;
using Search.Application.Errors;
using Search.Application.Lines;
using Search.Store;

namespace Search.Cli.Commands;

/// <summary><c>search corrections</c>: what people corrected, in and out of a store.</summary>
internal static class CorrectionsCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "Tệp có mỗi dòng một lần sửa, dạng JSON. | File with one correction a line, as JSON." };

    private static readonly Argument<string> KindName = new("KIND") { Description = "field, citation, merge, no-document, repair, split, known, extent." };

    private static readonly Argument<string> Id = new("ID") { Description = "Mã lần sửa. | Id of the correction." };

    private static readonly Option<string?> Of = new("--document") { Description = "Văn bản. | The document.", HelpName = "KEY" };

    private static readonly Option<string?> SourcePath = new("--path") { Description = "Tệp không phải văn bản. | The file that is none.", HelpName = "PATH" };

    private static readonly Option<string?> Field = new("--field") { Description = "Trường. | The field.", HelpName = "NAME" };

    private static readonly Option<int?> Start = new("--start") { Description = "Chỗ bắt đầu trong nguồn. | Where it begins in the source.", HelpName = "N" };

    private static readonly Option<string?> Right = new("--value") { Description = "Giá trị đúng. | What is right.", HelpName = "VALUE" };

    private static readonly Option<string?> Relation = new("--relation") { Description = "Quan hệ đúng. | The right relation.", HelpName = "RELATION" };

    private static readonly Option<string[]> Mentions = new("--mention")
    {
        Description = "Dẫn chiếu của văn bản cần tách và văn bản đúng; lặp lại được. | A mention of the document to split and the right one; may be repeated.",
        HelpName = "KEY:START=KEY",
    };

    private static readonly Option<string[]> Known = new("--known")
    {
        Description = "Điều đã biết: number, type, issuer, province, date, title; lặp lại được. | What is known; may be repeated.",
        HelpName = "NAME=VALUE",
    };

    private static readonly Option<string?> From = new("--from") { Description = "Những chữ đầu của văn bản. | First words of the document.", HelpName = "WORDS" };

    private static readonly Option<string?> To = new("--to") { Description = "Những chữ cuối của văn bản. | Last words of the document.", HelpName = "WORDS" };

    private static readonly Option<string?> Reason = new("--reason") { Description = "Lý do. | Why.", HelpName = "TEXT" };

    private static readonly Option<string?> Document = new("--document") { Description = "Chỉ của văn bản này. | Only of this document.", HelpName = "KEY" };

    private static readonly Option<bool> Anonymous = new("--anonymous") { Description = "Thay tên người và số bằng tên, số khác. | Replace names of people and numbers by others." };

    public static Command Create() =>
        new("corrections", "Những gì người dùng đã sửa. | What people corrected.")
        {
            new Command("list", "Liệt kê các lần sửa và tình trạng. | List corrections with their state.") { Document }.Does(List),
            new Command("add", "Ghi một lần sửa rồi áp dụng. | Note a correction and apply it.") { KindName, Of, SourcePath, Field, Start, Right, Relation, Mentions, Known, From, To, Reason }
                .WithExamples("search corrections add field --document 77-KH/TU~lam-dong@2018-03-02 --field date --value 2018-03-20",
                    "search corrections add known --known number=05-CT/TW --known date=2011-06-09 --known \"title=Về công tác dân vận\"")
                .Does(AddAsync),
            new Command("undo", "Bỏ một lần sửa. | Take a correction back.") { Id }.Does(UndoAsync),
            new Command("export", "In mọi lần sửa, mỗi lần một dòng JSON. | Print every correction as a line of JSON.").Does(Export),
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
            Print(run, line);
        }

        return ExitCodes.Done;
    }

    private static Task<int> AddAsync(CommandRun run) => ChangeAsync(run, corrections => corrections.Add(
        new CorrectionRequest
        {
            Kind = run.Value(KindName)!,
            Document = run.Value(Of),
            Path = run.Value(SourcePath),
            Field = run.Value(Field),
            Start = run.Value(Start),
            Value = run.Value(Right),
            Relation = run.Value(Relation),
            Mentions = [.. (run.Value(Mentions) ?? []).Select(Mention)],
            Fields = (run.Value(Known) ?? []).Select(Pair).DistinctBy(pair => pair.Name).ToDictionary(pair => pair.Name, string? (pair) => pair.Value, StringComparer.Ordinal),
            From = run.Value(From),
            To = run.Value(To),
            Reason = run.Value(Reason),
        },
        AccountService.Operator,
        byName: null));

    private static (string Name, string Value) Pair(string text)
    {
        var cut = text.IndexOf('=', StringComparison.Ordinal);
        return cut > 0 ? (text[..cut], text[(cut + 1)..]) : throw SearchException.Invalid("known", $"'{text}' không theo dạng TÊN=GIÁ_TRỊ.", $"'{text}' is not NAME=VALUE.");
    }

    private static CorrectionMention Mention(string text)
    {
        var (place, value) = Pair(text);
        var cut = place.LastIndexOf(':');
        return cut > 0 && int.TryParse(place.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? new CorrectionMention { Document = place[..cut], Start = start, Value = value }
            : throw SearchException.Invalid("mention", $"'{text}' không theo dạng MÃ_VĂN_BẢN:CHỖ=MÃ_VĂN_BẢN.", $"'{text}' is not KEY:START=KEY.");
    }

    private static Task<int> UndoAsync(CommandRun run) => ChangeAsync(run, corrections => corrections.Undo(run.Value(Id)!, AccountService.Operator));

    private static async Task<int> ChangeAsync(CommandRun run, Func<CorrectionService, Store.Corrections.Correction> change)
    {
        using var system = run.OpenExisting();
        var corrections = system.Collection.Corrections;
        var id = change(corrections).Id;
        await TryApplyAsync(corrections, run.Stop);
        var line = corrections.Get(id);
        if (run.Json)
        {
            run.Output.Json(line);
        }
        else
        {
            Print(run, line);
        }

        return ExitCodes.Done;
    }

    /// <summary>False where a running host is the writer: it applies them within seconds.</summary>
    private static async Task<bool> TryApplyAsync(CorrectionService corrections, CancellationToken stop)
    {
        try
        {
            await corrections.ApplyAsync(stop);
            return true;
        }
        catch (StoreBusyException)
        {
            return false;
        }
    }

    private static void Print(CommandRun run, CorrectionLine line) => run.Output.Line(string.Join(
        '\t', line.Id, State(run, line.State), line.Document, What(run, line), $"{line.Old ?? "-"} → {line.New ?? "-"}", line.By,
        Labels.Day(DateOnly.FromDateTime(line.At.LocalDateTime), run.Output.IsEnglish)));

    private static string State(CommandRun run, string state) => state switch
    {
        "applied" => run.Output.Say("đã áp dụng", "applied"),
        "waiting" => run.Output.Say("chờ nạp lại tệp", "waiting"),
        "conflict" => run.Output.Say("mâu thuẫn với bản đọc mới", "in conflict"),
        "superseded" => run.Output.Say("đã được sửa lại sau đó", "superseded"),
        "undone" => run.Output.Say("đã bỏ", "undone"),
        _ => state,
    };

    private static string What(CommandRun run, CorrectionLine line) => line switch
    {
        { Field: { } field } => Labels.Field(field, run.Output.IsEnglish),
        { Kind: "split", Mentions: { } mentions } => $"{Kind(run, line.Kind)}: {string.Join(", ", mentions.Select(mention => mention.New).Distinct(StringComparer.Ordinal))}",
        { Quote: { } first, Until: { } last } => $"“{first}” … “{last}”",
        { Quote: { } quote } => $"“{quote.ReplaceLineEndings(" ")}”",
        _ => Kind(run, line.Kind),
    };

    private static string Kind(CommandRun run, string kind) => kind switch
    {
        "field" => run.Output.Say("thuộc tính", "field"),
        "citation" => run.Output.Say("dẫn chiếu", "citation"),
        "merge" => run.Output.Say("gộp văn bản", "merge"),
        "repair" => run.Output.Say("chữ quét", "scanned words"),
        "split" => run.Output.Say("tách văn bản", "split"),
        "known" => run.Output.Say("ghi nhận văn bản", "recorded document"),
        "extent" => run.Output.Say("phạm vi trong tệp", "extent in the file"),
        "no-document" => run.Output.Say("không phải văn bản", "no document"),
        _ => kind,
    };

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
        var isApplied = await TryApplyAsync(system.Collection.Corrections, run.Stop);
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
            run.Output.Line($"{count}\t{Kind(run, kind)}\t{what}");
        }

        return ExitCodes.Done;
    }
}
