using System.CommandLine;
using Search.Application.Accounts;
using Search.Store.Audit;

namespace Search.Cli.Commands;

/// <summary><c>search remove KEY</c>: a document out of the store, so that it does not come back.</summary>
internal static class RemoveCommand
{
    private static readonly Argument<string> Key = new("KEY")
    {
        Description = "Mã văn bản, địa chỉ rút gọn hoặc số ký hiệu. | Key, slug or number.",
    };

    public static Command Create() =>
        new Command("remove", "Gỡ một văn bản khỏi kho. | Take a document out.") { Key }
            .WithExamples("search remove 04-CT/TW@2011-07-06")
            .Does(RunAsync);

    private static async Task<int> RunAsync(CommandRun run)
    {
        using var system = run.OpenExisting();
        var key = system.Documents.Record(run.Value(Key)!).Summary.Key;
        var keys = await system.Base.RemoveAsync(key, Environment.UserName, run.Stop);
        if (keys.Count == 0)
        {
            throw CommandException.NotFound($"Không có văn bản '{key}' trong kho.", $"There is no document '{key}' in the store.");
        }

        foreach (var one in keys)
        {
            AuditLog.Append(system.Base.Store.Records, new AuditEntry(TimeProvider.System.GetUtcNow(), AccountService.Operator, AuditActions.Removed, one.Value));
        }

        if (run.Json)
        {
            run.Output.Json(keys.Select(one => one.Value));
        }

        run.Output.Note($"Đã gỡ: {string.Join(", ", keys)}.", $"Taken out: {string.Join(", ", keys)}.");
        return ExitCodes.Done;
    }
}
