using System.Diagnostics;
using Search.Testing;

namespace Search.Architecture.Tests;

/// <summary>The commands that work on a folder load nothing of the web: they start in a moment and need no server's memory.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("search-architecture-").FullName;

    private string Data => Path.Combine(_folder, "index");

    [Fact]
    public async Task TheCommandsOfAFolderLoadNoAssemblyOfAspNetCore()
    {
        var paper = Path.Combine(_folder, "chi-thi.txt");
        await File.WriteAllTextAsync(paper, SampleDirective.Of("29-CT/TW", "18 tháng 9 năm 2013"));
        string[][] commands =
        [
            ["ingest", paper, "--data", Data],
            ["query", "khuyến học", "--data", Data],
            ["list", "--data", Data],
            ["show", "29-CT/TW", "--data", Data],
            ["cite", paper, "--data", Data],
        ];
        var found = new List<string>();
        foreach (var command in commands)
        {
            found.AddRange((await LoadedAsync(command)).Where(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))
                .Select(name => $"{command[0]} loads {name}"));
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string[]> LoadedAsync(string[] command)
    {
        var report = Path.Combine(_folder, "loaded.txt");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        start.Environment[StartupHook.Report] = report;
        foreach (var argument in (string[])["exec", Path.Combine(AppContext.BaseDirectory, "search.dll"), .. command])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var (written, complaints) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', command)}: {process.ExitCode}\n{await written}\n{await complaints}");
        var loaded = await File.ReadAllLinesAsync(report);
        File.Delete(report);
        // The program itself is among them, or the report tells nothing.
        Assert.Contains("search", loaded);
        return loaded;
    }
}
