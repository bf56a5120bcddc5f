using System.CommandLine;

namespace Search.Cli.Commands;

/// <summary>Every command of the program, in the order of its help.</summary>
internal static class CommandList
{
    public static IEnumerable<Command> All() =>
    [
        IngestCommand.Create(),
        ListCommand.Create(),
        QueryCommand.Create(),
        ShowCommand.Create(),
        LookupCommand.Create(),
        GraphCommand.Create(),
        CiteCommand.Create(),
        TextCommand.Create(),
        RemoveCommand.Create(),
        VerifyCommand.Create(),
        RepairCommand.Create(),
        RebuildCommand.Create(),
        BackupCommand.Create(),
        RestoreCommand.Create(),
        MigrateCommand.Create(),
        SnapshotCommand.Create(),
        ServeCommand.Create(),
        EvaluateCommand.Create(),
        EvaluateCitationsCommand.Create(),
        McpCommand.Create(),
        CorrectionsCommand.Create(),
        UsersCommand.Create(),
        KeysCommand.Create(),
        CompletionCommand.Create(),
    ];
}
