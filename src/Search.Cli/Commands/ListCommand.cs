using System.CommandLine;

namespace Search.Cli.Commands;

/// <summary><c>search list</c>: every document present.</summary>
internal static class ListCommand
{
    private static readonly Option<bool> Stubs = new("--stubs")
    {
        Description = "Kể cả văn bản chỉ biết qua dẫn chiếu. | Also documents known only by being cited.",
    };

    public static Command Create() =>
        new Command("list", "Liệt kê mọi văn bản trong kho. | List every document.") { Stubs }
            .WithExamples("search list", "search list --stubs --json")
            .Does(Run);

    private static int Run(CommandRun run)
    {
        using var system = run.OpenExisting(writes: false);
        var documents = system.Store.List(run.Value(Stubs));
        if (run.Json)
        {
            run.Output.Json(documents.Select(d => new
            {
                Key = d.Key.Value,
                d.Number,
                d.Type,
                d.Issuer,
                d.Date,
                d.Title,
                Source = d.Source is null ? null : Text.PersonalData.Mask(d.Source),
            }));
            return ExitCodes.Done;
        }

        foreach (var d in documents)
        {
            run.Output.Line($"{d.Key.Value}\t{d.Title}");
        }

        run.Output.Note($"{documents.Count} văn bản.", $"{documents.Count} documents.");
        return ExitCodes.Done;
    }
}
