using System.CommandLine;
using Search.Application;
using Search.Cli.Output;
using Search.Ingestion;

namespace Search.Cli.Commands;

/// <summary>One run of one command: its arguments, its output, its data folder.</summary>
internal sealed class CommandRun
{
    private readonly ParseResult _arguments;

    public CommandRun(ParseResult arguments, CancellationToken stop)
    {
        _arguments = arguments;
        Stop = stop;
        Output = new CommandOutput(
            arguments.InvocationConfiguration.Output,
            arguments.InvocationConfiguration.Error,
            arguments.GetValue(CommonOptions.Lang));
    }

    public CancellationToken Stop { get; }

    public CommandOutput Output { get; }

    public bool Json => _arguments.GetValue(CommonOptions.Json);

    /// <summary>Full path of the data folder; it may not exist yet.</summary>
    public string Data => Path.GetFullPath(_arguments.GetValue(CommonOptions.Data) ?? Folders.Default("index"));

    /// <summary>Opens the data folder, which must hold a store.</summary>
    /// <param name="writes">Whether the index may be brought up; a command that reads the store alone leaves everything as it is.</param>
    /// <exception cref="CommandException">There is none (4), or it is damaged (1).</exception>
    public OpenSystem OpenExisting(bool writes = true) => DocumentStores.Exists(Data) || LostData.GoneFrom(Data, TimeProvider.System) is not null
        ? OpenSystem.Open(this, writes)
        : throw CommandException.NotFound(
            $"Chưa có kho dữ liệu ở '{Data}'; hãy chạy 'search ingest' trước.",
            $"There is no data folder '{Data}'; run 'search ingest' first.");

    /// <summary>Opens the data folder for searching: nothing is written, and the newest sound generation of the index answers.</summary>
    /// <exception cref="CommandException">There is no data folder (4), or no index that can be used (1).</exception>
    public OpenSystem OpenForSearch()
    {
        var system = OpenExisting(writes: false);
        if (system.Base.Report.Index is not { Message: { } message } index)
        {
            return system;
        }

        if (index.IsUsable)
        {
            Output.Note(message, index.MessageEnglish!);
            return system;
        }

        system.Dispose();
        throw CommandException.Failed(message, index.MessageEnglish!);
    }

    public T? Value<T>(Option<T> option) => _arguments.GetValue(option);

    public T? Value<T>(Argument<T> argument) => _arguments.GetValue(argument);
}
