using System.CommandLine;
using Search.Application.UseCases;
using Search.Cli.Output;
using Search.Documents.Catalogues;
using Search.Ingestion;
using Search.Store;

namespace Search.Cli.Commands;

/// <summary><c>search verify</c>: whether store and index are sound and agree.</summary>
internal static class VerifyCommand
{
    private static readonly Option<string?> Acknowledge = new("--acknowledge")
    {
        Description = "Xác nhận đã biết một cảnh báo, theo mã của nó. | Acknowledge a warning by its id.",
        HelpName = "ID",
    };

    private static readonly Option<string?> Register = new("--register")
    {
        Description = "In những dẫn chiếu sẽ đổi nếu dùng danh mục khác (tệp như register.json). | Print the links that another register (a file such as register.json) would change.",
        HelpName = "FILE",
    };

    public static Command Create() =>
        new Command("verify", "Kiểm tra kho và chỉ mục. | Check store and index.") { Acknowledge, Register }
            .WithExamples("search verify", "search verify --register register.json", "search verify --data /var/lib/search --json", "search verify --acknowledge 1f2e3d4c")
            .Does(Run);

    private static int Run(CommandRun run)
    {
        if (LostData.GoneFrom(run.Data, TimeProvider.System) is { } gone)
        {
            return Gone(run, gone);
        }

        using var system = Open(run);
        if (run.Value(Acknowledge) is { } id)
        {
            return Acknowledged(run, id, system.Base.Acknowledge(id));
        }

        if (run.Value(Register) is { } file)
        {
            return WithRegister(run, system, file);
        }

        var outcome = system.Base.Verify(run.Stop);
        var later = system.Links.IntoTheFuture();
        var doubtful = system.Links.DoubtfulDates();
        var conflicts = new SourceReview(system.CollectionReader).Conflicts(ct: run.Stop);
        var isSound = outcome.IsSound && later.Count == 0;
        if (run.Json)
        {
            run.Output.Json(new
            {
                Sound = isSound,
                outcome.StoreRevision,
                outcome.IndexRevision,
                outcome.Store.Files,
                outcome.Store.Documents,
                outcome.Store.Citations,
                outcome.Index.FilesChecked,
                outcome.Index.BlocksChecked,
                Problems = Problems(outcome).Select(problem => problem.Line),
                LinksIntoTheFuture = later,
                DoubtfulDates = doubtful,
                Conflicts = conflicts,
                Warnings = outcome.Warnings.Select(Told),
            });
        }
        else
        {
            foreach (var problem in Problems(outcome))
            {
                run.Output.Line(run.Output.Say(problem.Both, problem.Line));
            }

            foreach (var link in later)
            {
                run.Output.Line($"{run.Output.Say("về sau", "later")} {link.Document} → {link.Target}: {link.Text.ReplaceLineEndings(" ")}");
            }

            foreach (var key in doubtful)
            {
                run.Output.Note(
                    $"Ngày của {key} có thể sai: văn bản này viện dẫn nhiều văn bản ban hành sau nó.",
                    $"The date of {key} may be wrong: it cites several documents that were issued later.");
            }

            SourceConflicts.Tell(run.Output, conflicts);
            run.Output.Note(
                $"Kho: {outcome.Store.Files} tệp, {outcome.Store.Documents} văn bản, {outcome.Store.Citations} dẫn chiếu. "
                    + $"Chỉ mục: {outcome.Index.FilesChecked} tệp, {outcome.Index.BlocksChecked} khối. {(isSound ? "Không có lỗi." : "Có lỗi.")}",
                $"Store: {outcome.Store.Files} files, {outcome.Store.Documents} documents, {outcome.Store.Citations} citations. "
                    + $"Index: {outcome.Index.FilesChecked} files, {outcome.Index.BlocksChecked} blocks. {(isSound ? "Sound." : "Damaged.")}");
        }

        if (outcome.IsIndexBehind)
        {
            run.Output.Note(
                $"Chỉ mục đang ở bản {outcome.IndexRevision}, kho ở bản {outcome.StoreRevision}; chỉ mục sẽ được ghi tiếp khi nạp hoặc chạy máy chủ.",
                $"The index is at revision {outcome.IndexRevision}, the store at {outcome.StoreRevision}; the next ingestion or host brings it up.");
        }

        return isSound ? ExitCodes.Done : ExitCodes.Failed;
    }

    /// <summary>A program that asked for JSON is told in JSON, too, that the store cannot be opened at all.</summary>
    private static OpenSystem Open(CommandRun run)
    {
        try
        {
            return run.OpenExisting(writes: false);
        }
        catch (CommandException refused) when (refused.ExitCode == ExitCodes.Failed)
        {
            Unsound(run, refused.Sentence.English);
            throw;
        }
    }

    /// <summary>The answer in JSON about a store that cannot be looked at.</summary>
    private static void Unsound(CommandRun run, string problem, params DataWarning[] warnings)
    {
        if (run.Json)
        {
            run.Output.Json(new { Sound = false, Problems = (string[])[problem], Warnings = warnings.Select(Told) });
        }
    }

    private static string Problem(DataWarning warning) => $"{warning.Code} {warning.Id}: {warning.MessageEnglish}";

    private static object Told(DataWarning warning) => new { warning.Id, warning.At, warning.Code, warning.Message, warning.MessageEnglish };

    /// <summary>What another register of known documents would change.</summary>
    private static int WithRegister(CommandRun run, OpenSystem system, string file)
    {
        var folder = Directory.CreateTempSubdirectory("search-register-").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "register.json"), Files.Read(file));
            var changes = system.Links.ChangedBy(Catalogue.LoadOver(folder), run.Stop);
            if (run.Json)
            {
                run.Output.Json(changes);
                return ExitCodes.Done;
            }

            foreach (var change in changes)
            {
                run.Output.Line($"{change.Document}  {change.Text.ReplaceLineEndings(" ")}: {change.Target ?? "?"} → {change.Other ?? "?"}");
            }

            run.Output.Note($"{changes.Count} dẫn chiếu sẽ đổi.", $"{changes.Count} links would change.");
            return ExitCodes.Done;
        }
        catch (CatalogueException e)
        {
            throw CommandException.Failed($"{file}: {e.Message}", $"{file}: {e.Message}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The store itself is gone: that is told, or acknowledged by setting aside what it left.</summary>
    private static int Gone(CommandRun run, DataWarning gone)
    {
        if (run.Value(Acknowledge) is not { } id)
        {
            Unsound(run, Problem(gone), gone);
            run.Output.Fail(new Message(gone.Message, gone.MessageEnglish));
            return ExitCodes.Failed;
        }

        var isKnown = string.Equals(id, gone.Id, StringComparison.Ordinal);
        if (isKnown)
        {
            LostData.BeginAnew(run.Data);
        }

        return Acknowledged(run, id, isKnown);
    }

    private static int Acknowledged(CommandRun run, string id, bool isKnown)
    {
        if (!isKnown)
        {
            throw CommandException.NotFound($"Không có cảnh báo '{id}'.", $"There is no warning '{id}'.");
        }

        run.Output.Note($"Đã xác nhận cảnh báo {id}.", $"Acknowledged the warning {id}.");
        return ExitCodes.Done;
    }

    private static List<Fault> Problems(SystemVerification outcome)
    {
        List<Fault> problems =
        [
            .. outcome.Store.Problems.Select(p => new Fault($"{p.Kind} {p.Subject}", Kind(p.Kind), p.Message)),
            .. outcome.Index.Damages.Select(d => new Fault($"index {d.File} #{d.Block}", "tệp chỉ mục hỏng", d.Message)),
        ];
        problems.AddRange(outcome.DamagedOriginals.Select(sha256 => new Fault($"original {sha256}", "tệp gốc được giữ không còn như lúc giữ", "the kept source is not what was kept")));
        problems.AddRange(outcome.Warnings.Select(warning => new Fault($"{warning.Code} {warning.Id}", warning.Message, warning.MessageEnglish)));
        if (outcome.IndexRevision > outcome.StoreRevision)
        {
            problems.Add(new Fault("revision", $"kho ở bản {outcome.StoreRevision}, chỉ mục ở bản {outcome.IndexRevision}", $"store {outcome.StoreRevision}, index {outcome.IndexRevision}"));
        }

        return problems;
    }

    /// <summary>What is wrong, by the stable name of the kind.</summary>
    private static string Kind(string kind) => kind switch
    {
        "database" => "cơ sở dữ liệu có lỗi",
        "checksum" => "nội dung không còn như lúc ghi",
        "span" => "vị trí không khớp với văn bản nguồn",
        "link" => "bảng này trỏ sai hoặc thiếu dòng",
        "audit" => "sổ nhật ký không còn nguyên vẹn",
        _ => "có lỗi",
    };

    /// <summary>Something that is wrong: where, and what in both languages.</summary>
    private sealed record Fault(string Where, string Vietnamese, string English)
    {
        public string Line => $"{Where}: {English}";

        public string Both => $"{Where}: {Vietnamese} ({English})";
    }
}
