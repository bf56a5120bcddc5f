using System.CommandLine;
using Search.Documents;
using Search.Documents.Catalogues;

namespace Search.Cli.Commands;

/// <summary><c>search list</c>: every document present.</summary>
internal static class ListCommand
{
    private static readonly Option<bool> Stubs = new("--stubs")
    {
        Description = "Kể cả văn bản chỉ biết qua dẫn chiếu. | Also documents known only by being cited.",
    };

    private static readonly Option<bool> Unrecognized = new("--unrecognised", "--unrecognized")
    {
        Description = "Chỉ văn bản không nhận ra thể thức. | Only documents whose letterhead was not recognized.",
    };

    public static Command Create() =>
        new Command("list", "Liệt kê mọi văn bản trong kho. | List every document.") { Stubs, Unrecognized }
            .WithExamples("search list", "search list --stubs --json", "search list --unrecognised")
            .Does(Run);

    private static int Run(CommandRun run)
    {
        using var system = run.OpenExisting(writes: false);
        var documents = system.Base.Corrections.Known.Over(system.Store.List(run.Value(Stubs)));
        if (run.Value(Unrecognized))
        {
            documents = [.. documents.Where(d => d is { Key.IsUnrecognized: true, IsAbstract: false, Source: not null })];
        }

        if (run.Json)
        {
            var sources = system.Store.SourcePaths();
            var printed = system.Store.PrintedNumbers();
            run.Output.Json(documents.Select(d => new
            {
                Key = d.Key.Value,
                d.Number,
                PrintedNumber = printed.GetValueOrDefault(d.Key),
                d.Type,
                d.Issuer,
                d.Date,
                d.Title,
                DisplayTitle = DisplayTitle.Of(d.Title, Catalogue.Default),
                Status = d.Status.ToString().ToLowerInvariant(),
                Source = d.Source is null ? null : Text.PersonalData.MaskPath(d.Source),
                Sources = sources[d.Key].Select(Text.PersonalData.MaskPath),
            }));
            return ExitCodes.Done;
        }

        foreach (var d in documents)
        {
            run.Output.Line($"{d.Key.Value}\t{DisplayTitle.Of(d.Title, Catalogue.Default)?.ReplaceLineEndings(" ") ?? run.Output.Say("(chưa rõ trích yếu)", "(title not known)")}");
        }

        run.Output.Note($"{documents.Count} văn bản.", $"{documents.Count} documents.");
        return ExitCodes.Done;
    }
}
