using System.Text.Json;

namespace Search.Cli.Tests;

/// <summary>Runs a command line in this process and keeps what it wrote.</summary>
internal sealed record CliRun(int ExitCode, string Out, string Error)
{
    public JsonElement Json
    {
        get
        {
            using var json = JsonDocument.Parse(Out);
            return json.RootElement.Clone();
        }
    }

    /// <summary>Each line of the answer as JSON.</summary>
    public IEnumerable<JsonElement> Lines() => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.Clone();
    });

    public static async Task<CliRun> OfAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await SearchProgram.RunAsync(args, output, error);
        return new CliRun(code, output.ToString(), error.ToString());
    }
}
