using System.CommandLine;
using Search.Application.Contracts;
using Search.Application.Lines;
using Search.Application.UseCases;
using Search.Documents.Catalogues;
using Search.Ingestion;

namespace Search.Cli.Commands;

/// <summary><c>search cite FILE</c>: the documents of a file and every citation in them, without storing anything.</summary>
internal static class CiteCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "Tệp cần đọc, - là đầu vào chuẩn. | The file to read, - for standard input." };

    public static Command Create() =>
        new Command("cite", "Tìm mọi dẫn chiếu trong một tệp. | Find every citation in a file.") { File }
            .WithExamples("search cite van-ban.txt --json", "search cite bao-cao.docx", "search cite thu.eml")
            .Does(Run);

    private static int Run(CommandRun run)
    {
        var path = run.Value(File)!;
        var bytes = Files.Read(path);
        if (!FileReading.TryRead(path is "-" ? "stdin.txt" : path, bytes, options: null, out var source, out var error))
        {
            throw CommandException.Failed($"{path}: {error.Message}", $"{path}: {error.MessageEn}");
        }

        // The store tells which targets are present; without one the register of known documents must do.
        using var system = HasStore(run) ? OpenSystem.Open(run) : null;
        var citations = system?.Citations ?? new CitationService(Catalogue.Default);
        var answer = citations.Extract(source);
        if (run.Json)
        {
            run.Output.Json(answer);
        }
        else
        {
            Print(run, answer);
        }

        return ExitCodes.Done;
    }

    private static bool HasStore(CommandRun run) =>
        Directory.Exists(run.Data) && Directory.EnumerateFiles(run.Data, "*.db").Any();

    private static void Print(CommandRun run, ExtractionAnswer answer)
    {
        foreach (var document in answer.Documents)
        {
            run.Output.Line($"{document.Key}  {document.Title?.ReplaceLineEndings(" ")}".TrimEnd());
            foreach (var citation in answer.Citations.Where(c => string.Equals(c.Document, document.Key, StringComparison.Ordinal) && !c.Self))
            {
                var target = citation.Target is { } t ? $"{t.Key} ({Labels.Status(t.Status, isAbstract: false, run.Output.IsEnglish)})" : $"? {string.Join(", ", citation.Candidates ?? [])}";
                run.Output.Line($"  {citation.Start}–{citation.End}  {citation.Text.ReplaceLineEndings(" ")}  → {Labels.Relation(citation.Relation, run.Output.IsEnglish)}: {target}");
            }
        }

        run.Output.Note(
            $"{answer.Documents.Count} văn bản, {answer.Citations.Count} dẫn chiếu.",
            $"{answer.Documents.Count} documents, {answer.Citations.Count} citations.");
    }
}
