using Search.Cli.Output;

namespace Search.Cli;

/// <summary>Ends a command with one clear sentence on stderr and an exit code.</summary>
internal sealed class CommandException(int exitCode, Message message) : Exception(message.English)
{
    public int ExitCode { get; } = exitCode;

    public Message Sentence { get; } = message;

    public static CommandException NotFound(string vietnamese, string english) =>
        new(ExitCodes.NotFound, new Message(vietnamese, english));

    public static CommandException WrongUsage(string vietnamese, string english) =>
        new(ExitCodes.WrongUsage, new Message(vietnamese, english));

    public static CommandException Failed(string vietnamese, string english) =>
        new(ExitCodes.Failed, new Message(vietnamese, english));
}
