using System.CommandLine;

namespace Search.Cli.Commands;

/// <summary>
/// <c>search completion SHELL</c>: prints what a shell needs to complete commands and options. The scripts ask the program
/// itself (<c>search "[suggest:POSITION]" "LINE"</c>), so that they never fall behind it.
/// </summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _search_complete() {
          local line=${COMP_LINE#* } IFS=$'\n'
          local at=$((COMP_POINT - ${#COMP_LINE} + ${#line}))
          COMPREPLY=($(compgen -W "$(search "[suggest:$at]" "$line" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _search_complete search
        """;

    private const string Zsh = """
        #compdef search
        _search() {
          local line=${BUFFER#* }
          local -a found
          found=("${(@f)$(search "[suggest:$((CURSOR - ${#BUFFER} + ${#line}))]" "$line" 2>/dev/null)}")
          compadd -a found
          _files
        }
        compdef _search search
        """;

    private const string Fish = """
        function __search_complete
          set -l line (string replace -r '^\S+\s+' '' -- (commandline -cp))
          search "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c search -a '(__search_complete)'
        """;

    private static readonly Argument<string> Shell = new("SHELL") { Description = "Trình dòng lệnh: bash, zsh hoặc fish. | The shell: bash, zsh or fish." };

    public static Command Create()
    {
        Shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        return new Command("completion", "Tập lệnh để bash, zsh hoặc fish gợi ý khi gõ. | Completion for bash, zsh or fish.") { Shell }
            .WithExamples(
                "source <(search completion bash)",
                "search completion zsh > ~/.zsh/_search",
                "search completion fish > ~/.config/fish/completions/search.fish")
            .Does(Run);
    }

    private static int Run(CommandRun run)
    {
        var script = run.Value(Shell) switch
        {
            "zsh" => Zsh,
            "fish" => Fish,
            _ => Bash,
        };
        if (run.Json)
        {
            run.Output.Json(new { Shell = run.Value(Shell), Script = script });
        }
        else
        {
            run.Output.Line(script);
        }

        return ExitCodes.Done;
    }
}
