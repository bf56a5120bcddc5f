using System.Diagnostics;

namespace Search.Api.Tests;

/// <summary>The program itself, where it cannot start.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("search-start-").FullName;

    [Fact]
    public async Task AStoreThatIsNoneEndsTheProgramWithASentence()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "knowledge.db"), new string('?', 5000));

        var (code, said) = await RunAsync();

        Assert.Equal(1, code);
        Assert.Contains("knowledge.db", said, StringComparison.Ordinal);
        Assert.Contains("khôi phục", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(int Code, string Said)> RunAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Search.Api.dll"), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = _folder,
            Environment = { ["Search__Data"] = _folder, ["DOTNET_ENVIRONMENT"] = "Production" },
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
