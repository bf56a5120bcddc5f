using System.CommandLine;
using System.CommandLine.Parsing;
using Search.Application.Errors;
using Search.Cli.Output;
using Search.Engine;
using Search.Store;

namespace Search.Cli.Commands;

/// <summary>How commands are put together, so that each file holds only what its command does.</summary>
internal static class CommandBuilding
{
    /// <summary>Gives a command its action; errors it throws become a sentence and an exit code.</summary>
    public static Command Does(this Command command, Func<CommandRun, Task<int>> action)
    {
        command.SetAction(async (arguments, stop) =>
        {
            var run = new CommandRun(arguments, stop);
            try
            {
                RefuseEmptyPaths(arguments);
                return await action(run);
            }
            catch (CommandException e)
            {
                run.Output.Fail(e.Sentence);
                return e.ExitCode;
            }
            catch (SearchException e)
            {
                run.Output.Fail(MessageOf(e));
                return e.Kind is ErrorKind.NotFound ? ExitCodes.NotFound : ExitCodes.WrongUsage;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                run.Output.Fail(new Message(
                    "Đã dừng theo yêu cầu; phần đã xong vẫn được giữ.", "Stopped as asked; what was done is kept."));
                return ExitCodes.Failed;
            }
            catch (StoreBusyException)
            {
                run.Output.Fail(new Message(
                    "Một tiến trình khác đang ghi vào kho; hãy thử lại khi nó xong.",
                    "Another process is writing to the store; try again when it is done."));
                return ExitCodes.Failed;
            }
            catch (IndexBusyException)
            {
                run.Output.Fail(new Message(
                    "Một tiến trình khác đang ghi chỉ mục; hãy thử lại khi nó xong.",
                    "Another process is writing the index; try again when it is done."));
                return ExitCodes.Failed;
            }
            catch (UnauthorizedAccessException e)
            {
                run.Output.Fail(new Message($"Không có quyền truy cập: {e.Message}", $"Access denied: {e.Message}"));
                return ExitCodes.Failed;
            }
            catch (IOException e)
            {
                var said = Message.Said(e.Message);
                run.Output.Fail(new Message($"Lỗi đọc hoặc ghi đĩa: {said.Vietnamese}", $"Reading or writing failed: {said.English}"));
                return ExitCodes.Failed;
            }
            catch (System.ComponentModel.DataAnnotations.ValidationException e)
            {
                var said = Message.Said(e.Message);
                run.Output.Fail(new Message($"Tùy chọn không hợp lệ: {said.Vietnamese}", $"An option is not valid: {said.English}"));
                return ExitCodes.WrongUsage;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // Nobody foresaw it; a stack trace tells an archivist nothing.
                run.Output.Fail(new Message(
                    $"Lỗi ngoài dự kiến ({e.GetType().Name}): {e.Message}", $"An unexpected error ({e.GetType().Name}): {e.Message}"));
                return ExitCodes.Failed;
            }
        });
        return command;
    }

    /// <summary>An empty path is a slip of a script (<c>"$file"</c>), never a folder or a file.</summary>
    private static void RefuseEmptyPaths(ParseResult parsed)
    {
        for (SymbolResult? command = parsed.CommandResult; command is CommandResult given; command = command.Parent)
        {
            foreach (var part in given.Children)
            {
                var (name, isPath, tokens) = part switch
                {
                    ArgumentResult argument => (argument.Argument.Name, IsPath(argument.Argument.Name), argument.Tokens),
                    OptionResult option => (option.Option.Name, IsPath(option.Option.HelpName), option.Tokens),
                    _ => ("", false, []),
                };
                if (isPath && tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
                {
                    throw CommandException.WrongUsage(
                        $"{HelpWords.Placeholder(name, Language.Vi)} không được để trống.", $"{name} must not be empty.");
                }
            }
        }
    }

    private static bool IsPath(string? name) => name is "FILE" or "PATH" or "DIR" or "FILE.json" or "FILE.jsonl";

    private static Message MessageOf(SearchException error)
    {
        var candidates = error.Candidates.Count == 0 ? "" : " " + string.Join(", ", error.Candidates);
        return new Message(error.Vietnamese + candidates, error.English + candidates);
    }

    /// <summary>As <see cref="Does(Command, Func{CommandRun, Task{int}})"/>, for work that never waits.</summary>
    public static Command Does(this Command command, Func<CommandRun, int> action) =>
        command.Does(run => Task.FromResult(action(run)));

    /// <summary>Adds command lines that a reader can copy; shown at the end of <c>--help</c>.</summary>
    public static Command WithExamples(this Command command, params string[] examples)
    {
        CommandHelp.Show(command, examples);
        return command;
    }
}
