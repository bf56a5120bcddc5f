using Microsoft.Extensions.Time.Testing;
using Search.Testing;

namespace Search.Ingestion.Tests;

/// <summary>The figures of the last runs, which whoever keeps the collection reads after a restart as before.</summary>
public sealed class RecentRunTests : SystemFixture
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task RunsOutlastARestart()
    {
        Write("a.txt", SampleDirective.Of("21-CT/TW", "05 tháng 4 năm 2013"));
        Write("rong.txt", "");
        await Ingest();
        _clock.Advance(TimeSpan.FromHours(1));
        Write("b.txt", SampleDirective.Of("22-CT/TW", "06 tháng 4 năm 2013"));
        await Ingest();
        var before = CollectionReader.RecentRuns;

        var after = Reopen().RecentRuns;

        Assert.Equal([(1, 1, 1), (1, 0, 1)], after.Select(run => (run.Ingested, run.Unchanged, run.Quarantined)));
        Assert.Equal([9, 8], after.Select(run => run.EndedAt.Hour));
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task ALookThatFoundNothingNewSaysNothing()
    {
        Write("a.txt", SampleDirective.Of("21-CT/TW", "05 tháng 4 năm 2013"));
        await Ingest();
        Reopen();

        await Ingest();

        Assert.Single(CollectionReader.RecentRuns);
    }

    [Fact]
    public async Task TheLastTwentyAreKept()
    {
        for (var i = 0; i < 23; i++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            Write("a.txt", SampleDirective.Of($"{i + 10}-CT/TW", "05 tháng 4 năm 2013"));
            await Ingest();
        }

        Assert.Equal(20, CollectionReader.RecentRuns.Count);
        Assert.Equal([23, 4], new[] { CollectionReader.RecentRuns[0], CollectionReader.RecentRuns[^1] }.Select(run => run.EndedAt.Minute));
    }

    protected override void Configure(KnowledgeOptions options) => options.Clock = _clock;
}
