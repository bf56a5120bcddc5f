using Microsoft.Extensions.Logging.Abstractions;
using Search.Documents.Catalogues;
using Search.Testing.Files;

namespace Search.Ingestion.Tests;

/// <summary>
/// Scans take minutes to read and hold nothing up. The programs are stand-ins that find no text layer and recognize one
/// paper as soon as a file says that they may.
/// </summary>
public sealed class LongReadTests : SystemFixture
{
    private static readonly byte[] Scan = "%PDF-1.4 a picture"u8.ToArray();

    private readonly PaperGenerator _papers = new(1, Catalogue.Default);

    private string Programs => Path.Combine(Outside, "programs");

    [Fact]
    public async Task AScanIsPutOffUntilTheOtherFilesAreIn()
    {
        Recognize();
        Write("a.pdf", Scan);
        Write("b.txt", FileForms.Text(_papers.Next()));

        var (summary, events) = await Ingest();

        Assert.Equal(["sources/b.txt", "sources/a.pdf"], events.Select(told => told.Path));
        Assert.Equal([1, 2], events.Select(told => told.Done));
        Assert.Equal(2, summary.Documents);
        Assert.Equal(2, (await Ingest()).Summary.Unchanged);
    }

    [Fact]
    public async Task WhileAScanIsReadOtherRunsWriteAndLeaveItAlone()
    {
        Write("a.pdf", Scan);
        Write("b.txt", FileForms.Text(_papers.Next()));
        var first = await BeginAsync();

        Write("c.txt", FileForms.Text(_papers.Next()));
        var second = (await Ingest()).Events;
        Assert.Equal(["sources/b.txt", "sources/c.txt"], second.Select(told => told.Path));
        Assert.Equal(CollectionReader.Store.Revision, CollectionReader.Engine.Revision);
        Assert.False(first.IsCompleted);

        Recognize();
        Assert.Equal(2, (await first).Ingested);
        Assert.Equal(3, CollectionReader.Store.Statistics().Documents);
        Assert.True(CollectionReader.Verify().IsSound);
    }

    [Fact]
    public async Task AScanThatChangesWhileItIsReadIsTriedByTheNextRun()
    {
        Write("a.pdf", Scan);
        var run = await BeginAsync();

        Write("a.pdf", [.. Scan, .. " another"u8]);
        Recognize();

        var failed = Assert.Single((await run).Problems);
        Assert.Equal(("changing", IngestOutcome.Failed), (failed.Code, failed.Outcome));
        Assert.Equal(0, CollectionReader.Store.Statistics().Documents);
        Assert.Equal(1, (await Ingest()).Summary.Ingested);
    }

    [Fact]
    public async Task AScanInAnArchiveIsTakenOutAgainWhenItsTurnComes()
    {
        Recognize();
        Write("all.zip", FileForms.Zip([("a.pdf", Scan), ("b.txt", FileForms.Text(_papers.Next()))]));

        Assert.Equal(["b.txt", "a.pdf"], (await Ingest()).Events.Select(told => Path.GetFileName(told.Path)));
        Assert.Equal(2, CollectionReader.Store.Statistics().Documents);
    }

    [Fact]
    public async Task AStopLeavesTheScanToTheNextRun()
    {
        Write("a.pdf", Scan);
        using var stop = new CancellationTokenSource();
        var run = await BeginAsync(stop.Token);

        await stop.CancelAsync();
        Assert.True((await run).Stopped);
        Recognize();

        Assert.Equal(1, (await Ingest()).Summary.Ingested);
    }

    [Fact]
    public async Task TheRunningWorkerTakesInWhatAppearsWhileItReadsAScan()
    {
        Write("a.pdf", Scan);
        var told = new Waiting();
        using var worker = new IngestionWorker(
            CollectionReader,
            new IngestionWorkerOptions { Folders = [Sources], PollInterval = TimeSpan.FromMilliseconds(50) },
            NullLogger<IngestionWorker>.Instance,
            progress: told);
        await worker.StartAsync(CancellationToken.None);
        while (!File.Exists(Path.Combine(Programs, "begun")))
        {
            await Task.Delay(20);
        }

        Write("b.txt", FileForms.Text(_papers.Next()));
        await told.For("sources/b.txt");
        Recognize();
        await told.For("sources/a.pdf");

        await worker.StopAsync(CancellationToken.None);
        Assert.Equal(2, CollectionReader.Store.Statistics().Documents);
    }

    protected override void Configure(KnowledgeOptions options)
    {
        Directory.CreateDirectory(Programs);
        Program("pdftotext", """cat > /dev/null; printf '<page width="595" height="842">\n</page>\n'""");
        Program("pdfinfo", "cat > /dev/null; echo 'Pages: 1'");
        Program("pdftoppm", "cat > /dev/null; echo picture");
        Program("tesseract", $"""
            if [ "$1" = --list-langs ]; then echo vie; exit; fi
            cat > /dev/null; touch '{Programs}/begun'
            while [ ! -e '{Programs}/may' ]; do sleep 0.05; done
            cat '{Programs}/text'
            """);
        File.WriteAllLines(Path.Combine(Programs, "text"), Table(new PaperGenerator(2, Catalogue.Default).Next()));
        options.ProgramPath = Programs;
        options.IndexEvery = TimeSpan.Zero;
    }

    /// <summary>What the program that recognizes prints of a paper: a row for the page, then one a word, with its box.</summary>
    private static IEnumerable<string> Table(Paper paper)
    {
        yield return "1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t";
        var line = 0;
        foreach (var text in paper.Lines)
        {
            line++;
            var left = 200;
            foreach (var word in text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
            {
                yield return $"5\t1\t1\t1\t{line}\t1\t{left}\t{line * 60}\t{word.Length * 20}\t30\t95\t{word}";
                left += (word.Length * 20) + 10;
            }
        }
    }

    private void Program(string name, string script)
    {
        var path = Path.Combine(Programs, name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private void Recognize() => File.WriteAllText(Path.Combine(Directory.CreateDirectory(Programs).FullName, "may"), "");

    /// <summary>Begins a run and returns once only scans are left.</summary>
    private async Task<Task<IngestSummary>> BeginAsync(CancellationToken ct = default)
    {
        var putOff = new TaskCompletionSource();
        var run = CollectionReader.IngestAsync([Sources], progress: null, putOff.SetResult, ct);
        await await Task.WhenAny(putOff.Task, run);
        return run;
    }

    /// <summary>Lets a test wait until a file is in.</summary>
    private sealed class Waiting : IProgress<IngestEvent>
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<string, TaskCompletionSource> _files = new(StringComparer.Ordinal);

        public Task For(string path) => Of(path).Task;

        public void Report(IngestEvent value)
        {
            if (value.Outcome == IngestOutcome.Ingested)
            {
                Of(value.Path).TrySetResult();
            }
        }

        private TaskCompletionSource Of(string path) =>
            _files.GetOrAdd(path, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }
}
