using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Search.Cli.Tests;

/// <summary>The real program in a process of its own: asked to end in the middle of its work as a service manager asks, and what it leaves on the disk.</summary>
public sealed class TerminationTests : IDisposable
{
    private const int Papers = 600;

    private readonly string _folder = Directory.CreateTempSubdirectory("search-term-").FullName;

    [Fact]
    public async Task ATerminatedIngestionEndsInOrderAndTheNextTakesInTheRest()
    {
        var sources = Directory.CreateDirectory(Path.Combine(_folder, "sources")).FullName;
        for (var i = 1; i <= Papers; i++)
        {
            await File.WriteAllTextAsync(Path.Combine(sources, $"{i:0000}.txt"), Paper(i));
        }

        var data = Path.Combine(_folder, "data");

        using var process = Start("ingest", sources, "--data", data, "--json", "--lang", "en");
        var reading = process.StandardError.ReadToEndAsync();
        var acknowledged = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            Assert.Equal("ingested", json.RootElement.GetProperty("outcome").GetString());
            acknowledged.Add(json.RootElement.GetProperty("path").GetString()!);
            if (acknowledged.Count == 1)
            {
                await TerminateAsync(process.Id);
            }
        }

        await process.WaitForExitAsync();
        var said = await reading;
        Assert.Equal(ExitCodes.Failed, process.ExitCode);
        Assert.Contains("Stopped as asked", said, StringComparison.Ordinal);
        Assert.Contains($"Ingested {acknowledged.Count} files", said, StringComparison.Ordinal);
        Assert.InRange(acknowledged.Count, 1, Papers - 1);

        // What was told is there with its documents and nothing else is; store and index agree.
        var listed = (await CliRun.OfAsync("list", "--data", data, "--json")).Json;
        Assert.Equal(
            acknowledged.Order(StringComparer.Ordinal),
            listed.EnumerateArray().Select(one => one.GetProperty("source").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(ExitCodes.Done, (await CliRun.OfAsync("verify", "--data", data)).ExitCode);

        var next = await CliRun.OfAsync("ingest", sources, "--data", data, "--json");
        Assert.Equal(ExitCodes.Done, next.ExitCode);
        Assert.Equal(Papers, (await CliRun.OfAsync("list", "--data", data, "--json")).Json.GetArrayLength());
        Assert.Equal(ExitCodes.Done, (await CliRun.OfAsync("verify", "--data", data)).ExitCode);
    }

    /// <summary>A store and an index are files of libraries that know nothing of rights; they are their owner's alone all the same.</summary>
    [Fact]
    public async Task WhatACommandMakesIsItsOwnersAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Rights of files are Unix's.");
            return;
        }

        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var data = Directory.CreateDirectory(Path.Combine(_folder, "data"), Owner | UnixFileMode.OtherRead | UnixFileMode.OtherExecute).FullName;
        await File.WriteAllTextAsync(Path.Combine(_folder, "a.txt"), Paper(1));

        using var process = Start("ingest", Path.Combine(_folder, "a.txt"), "--data", data, "--json");
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(ExitCodes.Done, process.ExitCode);
        foreach (var entry in Directory.EnumerateFileSystemEntries(data, "*", SearchOption.AllDirectories))
        {
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(entry) & ~Owner);
        }

        Assert.True(File.Exists(Path.Combine(data, "knowledge.db")));
    }

    [Fact]
    public async Task ALostStoreIsToldInJsonUntilItIsAcknowledged()
    {
        var data = Path.Combine(_folder, "data");
        await File.WriteAllTextAsync(Path.Combine(_folder, "a.txt"), Paper(1));
        Assert.Equal(ExitCodes.Done, (await CliRun.OfAsync("ingest", Path.Combine(_folder, "a.txt"), "--data", data)).ExitCode);
        foreach (var file in Directory.EnumerateFiles(data, "knowledge.db*"))
        {
            File.Delete(file);
        }

        var told = await CliRun.OfAsync("verify", "--data", data, "--json");
        Assert.Equal(ExitCodes.Failed, told.ExitCode);
        Assert.False(told.Json.GetProperty("sound").GetBoolean());
        var warning = Assert.Single(told.Json.GetProperty("warnings").EnumerateArray());
        Assert.Equal(ExitCodes.Failed, (await CliRun.OfAsync("ingest", Path.Combine(_folder, "a.txt"), "--data", data)).ExitCode);

        Assert.Equal(ExitCodes.Done, (await CliRun.OfAsync("verify", "--data", data, "--acknowledge", warning.GetProperty("id").GetString()!)).ExitCode);
        Assert.Equal(ExitCodes.Done, (await CliRun.OfAsync("ingest", Path.Combine(_folder, "a.txt"), "--data", data)).ExitCode);
        Assert.Equal(ExitCodes.Done, (await CliRun.OfAsync("verify", "--data", data)).ExitCode);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Paper(int number) => string.Create(CultureInfo.InvariantCulture, $"""
        TỈNH ỦY QUẢNG NGÃI
        *
        Số {number}-KH/TU

        ĐẢNG CỘNG SẢN VIỆT NAM
        Quảng Ngãi, ngày 13 tháng 9 năm 2014

        KẾ HOẠCH
        về nuôi trồng rong biển đợt {number}

        Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy thực hiện tốt.
        """);

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])["exec", typeof(SearchProgram).Assembly.Location, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static async Task TerminateAsync(int id)
    {
        using var kill = Process.Start("kill", ["-TERM", id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }
}
