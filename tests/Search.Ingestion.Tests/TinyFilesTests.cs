using System.Globalization;
using Search.Ingestion.Running;
using Search.Testing;

namespace Search.Ingestion.Tests;

/// <summary>Very many very small files: each has its outcome, and what a run tells at its end stays short.</summary>
public sealed class TinyFilesTests : SystemFixture
{
    private static readonly int Files = Campaign.Count(900, 3000);

    [Fact]
    public async Task EachOfManyTinyFilesHasItsOutcomeAndASecondRunChangesNothing()
    {
        for (var i = 0; i < Files; i++)
        {
            var (extension, text) = (i % 3) switch
            {
                0 => ("txt", string.Create(CultureInfo.InvariantCulture, $"Ghi {i}")),
                1 => ("txt", ""),
                _ => ("bin", "x"),
            };
            Write(string.Create(CultureInfo.InvariantCulture, $"{i / 100:000}/{i:0000}.{extension}"), text);
        }

        var (first, events) = await Ingest();

        Assert.Equal((Files / 3, Files / 3 * 2, 0), (first.Ingested, first.Quarantined, first.Failed));
        Assert.Equal(Files, events.Count);
        Assert.Equal(events.Select(told => told.Path).Order(StringComparer.Ordinal), events.Select(told => told.Path));
        Assert.Equal(
            [("empty", Files / 3), ("unknown-format", Files / 3)],
            first.ProblemCounts.Select(reason => (reason.First.Code!, reason.Files)));

        var (second, again) = await Ingest();

        Assert.Equal((0, Files / 3, Files / 3 * 2), (second.Ingested, second.Unchanged, second.Quarantined));
        Assert.Equal(events.Select(told => (told.Path, told.Code)), again.Select(told => (told.Path, told.Code)));
        Assert.Equal(first.Revision, second.Revision);
    }

    [Fact]
    public async Task ARunThatIsStoppedAmongThemIsBroughtToItsEndByTheNext()
    {
        for (var i = 0; i < 240; i++)
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"{i:000}.txt"), string.Create(CultureInfo.InvariantCulture, $"Ghi {i}"));
        }

        using var stop = new CancellationTokenSource();

        var stopped = await CollectionReader.IngestAsync([Sources], new After(40, stop.Cancel), stop.Token);
        var (rest, _) = await Ingest();

        Assert.True(stopped.Stopped);
        Assert.InRange(stopped.Ingested, 40, 239);
        Assert.Equal((240 - stopped.Ingested, stopped.Ingested), (rest.Ingested, rest.Unchanged));
        Assert.True(CollectionReader.Verify().IsSound);
    }

    [Fact]
    public void ASummaryListsTenThousandProblemsAndCountsThemAll()
    {
        var report = new RunReport(progress: null, isCounted: true) { Total = 25_000 };
        for (var i = 0; i < 25_000; i++)
        {
            report.Tell(
                string.Create(CultureInfo.InvariantCulture, $"a/{i}.txt"),
                i % 5 == 0 ? IngestOutcome.Failed : IngestOutcome.Quarantined,
                new FileRefusedException("empty", "Tệp rỗng.", "The file is empty."));
        }

        var summary = report.Summary(revision: 1, openCitations: 0, stopped: false);

        Assert.Equal(10_000, summary.Problems.Count);
        Assert.Equal((20_000, 5_000), (summary.Quarantined, summary.Failed));
        Assert.Equal(
            [(IngestOutcome.Failed, "a/0.txt", 5_000), (IngestOutcome.Quarantined, "a/1.txt", 20_000)],
            summary.ProblemCounts.Select(reason => (reason.First.Outcome, reason.First.Path, reason.Files)));
    }

    [Fact]
    public async Task APageOfTheQuarantineAndItsCountLeaveOutWhatIsNotToBeTold()
    {
        for (var i = 0; i < 5; i++)
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"{i}.txt"), "");
        }

        Write("5.bin", "x");
        await Ingest();
        var all = CollectionReader.Store.Quarantine();

        Assert.Equal(6, all.Count);
        Assert.Equal(all.Skip(2).Take(3), CollectionReader.Store.Quarantine(skip: 2, limit: 3));
        Assert.Equal("5.bin", Path.GetFileName(Assert.Single(CollectionReader.Store.Quarantine(withoutCode: "empty")).Path));
        Assert.Equal((6, 1), (CollectionReader.Store.CountQuarantine(), CollectionReader.Store.CountQuarantine("empty")));
        var told = new List<string>();
        CollectionReader.Store.EachRefused(entry => told.Add(entry.Path));
        Assert.Equal(all.Select(entry => entry.Path).Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    /// <summary>Does something once so many files are told.</summary>
    private sealed class After(int files, Action then) : IProgress<IngestEvent>
    {
        public void Report(IngestEvent value)
        {
            if (value.Done == files)
            {
                then();
            }
        }
    }
}
