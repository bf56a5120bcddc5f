using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Search.Ingestion.Tests;

/// <summary>The meter is one for the process, so that these tests run while no other does.</summary>
[CollectionDefinition("metrics", DisableParallelization = true)]
public sealed class MetricsCollection;

[Collection("metrics")]
public sealed class MetricsTests : SystemFixture
{
    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _steps = new(StringComparer.Ordinal);

    [Fact]
    public async Task TheCountersCountWhatTheSummarySays()
    {
        Write("a.txt", Paper("90", "thực hiện Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư; theo Quyết định số 12 trước đây"));
        Write("b.txt", Paper("91", "thực hiện Kế hoạch số 90-KH/TU ngày 13/9/2014 của Tỉnh ủy Quảng Ngãi"));
        Write("empty.txt", "");
        Write("picture.png", "xyz");
        using var listener = Listen();

        var (first, _) = await Ingest();
        File.Delete(Path.Combine(Sources, "b.txt"));
        var (second, _) = await Ingest();

        Assert.True(first is { Ingested: 2, Quarantined: 2 } && second is { Unchanged: 1, Quarantined: 2, Removed: 1 });
        Assert.Equal(first.Ingested, _counts["search.ingest.files outcome=ingested"]);
        Assert.Equal(first.Quarantined, _counts["search.ingest.files outcome=quarantined"]);
        Assert.Equal(second.Unchanged, _counts["search.ingest.files outcome=unchanged"]);
        Assert.Equal(second.Removed, _counts["search.ingest.files outcome=removed"]);
        Assert.DoesNotContain("search.ingest.files outcome=failed", _counts.Keys);
        Assert.Equal(first.Documents, _counts["search.ingest.documents"]);
        Assert.True(first.Citations >= 2);
        Assert.Equal(
            first.Citations,
            _counts["search.ingest.citations state=linked"] + _counts["search.ingest.citations state=open"]);
    }

    [Fact]
    public async Task OfASecretPaperNothingIsCountedOrTimed()
    {
        Write("a.txt", "MẬT\n" + Paper("90", "thực hiện tốt công tác đối ngoại"));
        using var listener = Listen();

        Assert.Equal(1, (await Ingest()).Summary.Quarantined);

        Assert.DoesNotContain(_counts.Keys, name => name.StartsWith("search.ingest", StringComparison.Ordinal));
        Assert.DoesNotContain("secrecy", _steps.Keys);
    }

    [Fact]
    public async Task EveryStepIsTimedOnceForEachFileThatReachesIt()
    {
        Write("a.txt", Paper("90", "thực hiện tốt công tác đối ngoại"));
        Write("empty.txt", "");
        using var listener = Listen();

        await Ingest();

        Assert.Equal(2, _steps["decode"]);
        foreach (var step in (string[])["read", "describe", "secrecy", "cite", "resolve", "store"])
        {
            Assert.Equal(1, _steps[step]);
        }

        Assert.True(_steps["commit"] >= 1 && _steps["index"] >= 1);
    }

    private MeterListener Listen()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, found) =>
            {
                if (instrument.Meter.Name is "Search" && instrument.Name.StartsWith("search.ingest.", StringComparison.Ordinal))
                {
                    found.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, by, tags, _) =>
        {
            var name = instrument.Name;
            foreach (var (key, value) in tags)
            {
                name += $" {key}={value}";
            }

            _counts.AddOrUpdate(name, by, (_, sum) => sum + by);
        });
        listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) =>
        {
            Assert.True(seconds >= 0);
            _steps.AddOrUpdate((string)tags[0].Value!, 1, (_, sum) => sum + 1);
        });
        listener.Start();
        return listener;
    }

    private static string Paper(string number, string text) => $"""
        TỈNH ỦY QUẢNG NGÃI
        *
        Số {number}-KH/TU

        ĐẢNG CỘNG SẢN VIỆT NAM
        Quảng Ngãi, ngày 13 tháng 9 năm 2014

        KẾ HOẠCH
        về công tác đối ngoại

        Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy {text}.
        """;
}
