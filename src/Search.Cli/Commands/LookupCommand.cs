using System.CommandLine;

namespace Search.Cli.Commands;

/// <summary><c>search lookup TEXT</c>: which documents a citation means.</summary>
internal static class LookupCommand
{
    private static readonly Argument<string[]> Text = new("TEXT")
    {
        Description = "Dẫn chiếu viết tự do. | A citation in free text.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Create() =>
        new Command("lookup", "Một dẫn chiếu chỉ văn bản nào. | Which documents a citation means.") { Text }
            .WithExamples("search lookup \"Chỉ thị 04\" --json", "search lookup 04-CT/TW", "search lookup \"Hướng dẫn số 02-HD/BĐNTW ngày 16/01/2017\"")
            .Does(Run);

    private static int Run(CommandRun run)
    {
        using var system = run.OpenExisting(writes: false);
        var answer = system.Lookups.One(string.Join(' ', run.Value(Text)!));
        if (run.Json)
        {
            run.Output.Json(new
            {
                answer.Status,
                answer.Canonical,
                Candidates = answer.Candidates.Select(c => new { c.Key, c.Number, c.Type, c.Date, c.Title, c.Status }),
                answer.Reason,
            });
        }
        else
        {
            foreach (var c in answer.Candidates)
            {
                run.Output.Line($"{c.Key}  {c.DisplayTitle?.ReplaceLineEndings(" ") ?? run.Output.Say("(chưa rõ trích yếu)", "(title not known)")}");
            }

            run.Output.Note(
                answer.Reason,
                answer.Status switch
                {
                    200 => "One document.",
                    300 => $"{answer.Candidates.Count} candidates.",
                    404 => "Well-formed, but no such document is known.",
                    _ => "Not a form of citation.",
                });
        }

        return answer.Status switch
        {
            200 or 300 => ExitCodes.Done,
            400 => ExitCodes.WrongUsage,
            _ => ExitCodes.NotFound,
        };
    }
}
