using System.CommandLine;
using Search.Api.Hosting;
using Search.Cli.Output;

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

    public T? Value<T>(Option<T> option) => _arguments.GetValue(option);

    public T? Value<T>(Argument<T> argument) => _arguments.GetValue(argument);
}
