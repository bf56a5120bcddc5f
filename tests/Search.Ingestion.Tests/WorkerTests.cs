using Microsoft.Extensions.Logging.Abstractions;
using Search.Documents.Catalogues;
using Search.Testing.Files;

namespace Search.Ingestion.Tests;

public sealed class WorkerTests : SystemFixture
{
    private readonly PaperGenerator _papers = new(1, Catalogue.Default);

    [Fact]
    public async Task AFileIsTakenOnceItHasStoppedGrowing()
    {
        using var worker = Worker();
        var path = Write("a.txt", FileForms.Text(_papers.Next()));

        Assert.Equal(0, (await worker.PollAsync(CancellationToken.None))!.Ingested);
        await File.AppendAllTextAsync(path, "thêm một dòng\n");
        Assert.Equal(0, (await worker.PollAsync(CancellationToken.None))!.Ingested);
        Assert.Equal(1, (await worker.PollAsync(CancellationToken.None))!.Ingested);
        Assert.Single(CollectionReader.Store.List());
    }

    [Fact]
    public async Task ADeletedFileIsNoticed()
    {
        using var worker = Worker();
        var path = Write("a.txt", FileForms.Text(_papers.Next()));
        await worker.PollAsync(CancellationToken.None);
        await worker.PollAsync(CancellationToken.None);
        File.Delete(path);

        Assert.Equal(1, (await worker.PollAsync(CancellationToken.None))!.Removed);
        Assert.Empty(CollectionReader.Store.List());
    }

    [Fact]
    public async Task TheRunningWorkerTakesInWhatAppearsAndStopsWhenAsked()
    {
        var taken = new TaskCompletionSource<string>();
        using var worker = Worker(new Progress(taken));
        await worker.StartAsync(CancellationToken.None);

        Write("a.txt", FileForms.Text(_papers.Next()));

        Assert.Equal("sources/a.txt", await taken.Task);
        await worker.StopAsync(CancellationToken.None);
        Assert.Equal(CollectionReader.Store.Revision, CollectionReader.Engine.Revision);
    }

    [Fact]
    public async Task AFolderThatIsNotThereYetIsWaitedFor()
    {
        using var worker = new IngestionWorker(
            CollectionReader,
            new IngestionWorkerOptions { Folders = [Path.Combine(Outside, "later")] },
            NullLogger<IngestionWorker>.Instance);

        Assert.Null(await worker.PollAsync(CancellationToken.None));
    }

    private IngestionWorker Worker(IProgress<IngestEvent>? progress = null) => new(
        CollectionReader,
        new IngestionWorkerOptions { Folders = [Sources], PollInterval = TimeSpan.FromMilliseconds(100) },
        NullLogger<IngestionWorker>.Instance,
        progress: progress);

    private sealed class Progress(TaskCompletionSource<string> taken) : IProgress<IngestEvent>
    {
        public void Report(IngestEvent value)
        {
            if (value.Outcome == IngestOutcome.Ingested)
            {
                taken.TrySetResult(value.Path);
            }
        }
    }
}
