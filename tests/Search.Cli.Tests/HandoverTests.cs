using Microsoft.Extensions.Logging.Abstractions;
using Search.Ingestion;
using Search.Ingestion.Handover;
using Search.Testing;

namespace Search.Cli.Tests;

/// <summary>A command beside a host that writes the data folder hands its files to it.</summary>
public sealed class HandoverTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hand-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task FilesGoThroughTheHostWithTheSameAnswerAndExitCode()
    {
        var data = Path.Combine(_folder, "data");
        var sources = Path.Combine(_folder, "sources");
        Directory.CreateDirectory(sources);
        File.Copy(RepositoryFiles.PathOf("corpus", "04-ct-tw-2011-07-06.md"), Path.Combine(sources, "a.md"));
        await File.WriteAllTextAsync(Path.Combine(sources, "rong.txt"), "");
        using var host = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = data });
        await host.IngestAsync([]);
        using var service = new HandoverService(host, data, NullLogger<HandoverService>.Instance);
        await service.StartAsync(CancellationToken.None);
        var socket = Path.Combine(data, "host.sock");
        while (!File.Exists(socket))
        {
            await Task.Delay(20);
        }

        var run = await CliRun.OfAsync("ingest", sources, "--data", data, "--json");

        Assert.Equal(ExitCodes.Quarantined, run.ExitCode);
        Assert.Contains("\"04-CT/TW@2011-07-06\"", run.Out, StringComparison.Ordinal);
        Assert.Contains("bị cách ly: tệp rỗng", run.Error, StringComparison.Ordinal);
        Assert.Single(host.Store.List());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(socket));
        }

        await service.StopAsync(CancellationToken.None);
        Assert.False(File.Exists(socket));
        Assert.Null(await HostIngestion.TryIngestAsync(data, [sources], progress: null, CancellationToken.None));
    }
}
