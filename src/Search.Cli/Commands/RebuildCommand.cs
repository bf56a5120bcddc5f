using System.CommandLine;

namespace Search.Cli.Commands;

/// <summary><c>search rebuild</c>: the index again from the store.</summary>
internal static class RebuildCommand
{
    public static Command Create() =>
        new Command("rebuild", "Dựng lại chỉ mục từ kho. | Build the index again from the store.")
            .WithExamples("search rebuild", "search rebuild --data /var/lib/search")
            .Does(Run);

    private static int Run(CommandRun run)
    {
        using var system = run.OpenExisting();
        // Opening has built a missing or damaged index already.
        var documents = system.Base.Report is { Rebuilt: true, Caught: var caught } ? caught : system.Base.Rebuild(run.Stop);
        if (run.Json)
        {
            run.Output.Json(new { Documents = documents, system.Base.Engine.Revision });
        }
        else
        {
            run.Output.Note($"Đã dựng lại chỉ mục: {documents} văn bản.", $"Rebuilt the index: {documents} documents.");
        }

        return ExitCodes.Done;
    }
}
