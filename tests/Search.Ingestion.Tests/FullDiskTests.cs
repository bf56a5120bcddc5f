using System.Diagnostics;
using Search.Testing.Files;

namespace Search.Ingestion.Tests;

/// <summary>No room left: what is acknowledged stays, the rest says so and goes in once there is room.</summary>
public sealed class FullDiskTests : SystemFixture
{
    private const int Papers = 60;

    private long _maxStoreBytes;

    [Fact]
    public async Task AStoreThatMayNotGrowRefusesClearlyAndGoesOnLater()
    {
        Folders.Fill(Sources, Papers, seed: 11);
        _maxStoreBytes = 600 << 10;

        var (first, events) = await Ingest();

        Assert.InRange(first.Failed, 1, Papers - 1);
        Assert.InRange(first.Ingested, 1, Papers - 1);
        Assert.All(events.Where(told => told.Outcome == IngestOutcome.Failed), told => Assert.Equal("store", told.Code));
        Assert.All(events.Where(told => told.Outcome == IngestOutcome.Ingested), told => Assert.NotNull(CollectionReader.Store.File(told.Path)));
        Assert.Equal(CollectionReader.Store.Revision, CollectionReader.Engine.Revision);
        Assert.True(CollectionReader.Verify().IsSound);

        _maxStoreBytes = 0;
        Reopen();
        var (second, _) = await Ingest();

        Assert.Equal((0, first.Failed), (second.Failed, second.Ingested));
        Assert.True(CollectionReader.Verify().IsSound);
    }

    [Fact]
    public async Task AFullFileSystemLosesNothingThatWasAcknowledged()
    {
        Directory.CreateDirectory(Data);
        Assert.SkipWhen(!OperatingSystem.IsLinux() || Mount("-t", "tmpfs", "-o", "size=2m", "tmpfs", Data) != 0, "mounting a tmpfs is not allowed here");
        try
        {
            Folders.Fill(Sources, Papers * 3, seed: 12);

            var (first, events) = await Ingest();

            Assert.NotEqual(0, first.Failed);
            Assert.All(events.Where(told => told.Outcome == IngestOutcome.Ingested), told => Assert.NotNull(CollectionReader.Store.File(told.Path)));
            Assert.Equal(0, Mount("-o", "remount,size=300m", Data));
            var (second, _) = await Ingest();
            Assert.Equal(0, second.Failed);
            Assert.Equal(first.Ingested + second.Ingested, CollectionReader.Store.Files().Count);
            Assert.True(CollectionReader.Verify().IsSound);
        }
        finally
        {
            Close();
            using var process = Process.Start("umount", ["-l", Data]);
            await process.WaitForExitAsync();
        }
    }

    protected override void Configure(KnowledgeOptions options) => options.MaxStoreBytes = _maxStoreBytes;

    private static int Mount(params string[] arguments)
    {
        using var process = Process.Start("mount", arguments);
        process.WaitForExit();
        return process.ExitCode;
    }
}
