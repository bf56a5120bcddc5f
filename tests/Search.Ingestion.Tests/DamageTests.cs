using Search.Documents;
using Search.Store;

namespace Search.Ingestion.Tests;

/// <summary>What is damaged or lost is told of and mended; the rest is served all the while.</summary>
public sealed class DamageTests : SystemFixture
{
    private static readonly DocumentKey First = DocumentKey.Parse("81-KH/TU~quang-ngai@2014-09-13");
    private static readonly DocumentKey Second = DocumentKey.Parse("82-KH/TU~quang-ngai@2014-09-13");

    [Theory]
    [InlineData("nhiệm vụ thứ 81")]
    [InlineData("kế hoạch số 81")]
    [InlineData("\"issuer\":\"")]
    public async Task OneDamagedDocumentClosesNothingAndIsMendedFromItsSource(string bytes)
    {
        await Fill();
        Close();
        Flip(bytes);

        Assert.False(CollectionReader.Verify().IsSound);
        Assert.Contains(((DocumentKey[])[First, Second]), IsReadable);
        Write("c.txt", Paper(83, "Kế hoạch số 81-KH/TU ngày 13/9/2014 của Tỉnh ủy Quảng Ngãi"));
        await Ingest();
        Assert.NotNull(CollectionReader.Store.Read(DocumentKey.Parse("83-KH/TU~quang-ngai@2014-09-13")));

        var repair = await CollectionReader.RepairAsync();

        Assert.True(repair.IsComplete);
        Assert.True(CollectionReader.Verify().IsSound, string.Join('\n', CollectionReader.Verify().Store.Problems));
        Assert.NotNull(CollectionReader.Store.Read(First));
    }

    [Fact]
    public async Task ASourceThatIsGoneOrChangedMendsNothingAndIsTold()
    {
        await Fill();
        Close();
        Flip("nhiệm vụ thứ 81");
        Write("a.txt", Paper(81, "khác") + "\nThêm một dòng.\n");

        var repair = await CollectionReader.RepairAsync();

        Assert.Equal("sources/a.txt", Assert.Single(repair.Missing));
        Assert.False(CollectionReader.Verify().IsSound);
    }

    [Fact]
    public async Task IngestingAFileAgainMendsWhatIsStoredOfIt()
    {
        await Fill();
        Close();
        Flip("nhiệm vụ thứ 81");
        Assert.Throws<StoreDamagedException>(() => CollectionReader.Store.Read(First));
        Assert.NotEmpty(CollectionReader.DamageFound);

        var (summary, _) = await Ingest();

        Assert.Equal((1, 1), (summary.Ingested, summary.Unchanged));
        Assert.NotNull(CollectionReader.Store.Read(First));
    }

    [Fact]
    public async Task AStoreThatWentBackIsToldOfUntilSomebodyAcknowledgesIt()
    {
        await Fill();
        Close();
        var before = File.ReadAllBytes(StoreFile);
        Write("c.txt", Paper(83, "mới"));
        await Ingest();
        var revision = CollectionReader.Store.Revision;
        Close();
        File.WriteAllBytes(StoreFile, before);

        var warning = Assert.Single(CollectionReader.Warnings);
        Assert.Equal("lost-revisions", warning.Code);
        Assert.False(CollectionReader.Verify().IsSound);
        Assert.True(CollectionReader.Store.Revision > revision);
        Reopen();
        Assert.Equal(warning.Id, Assert.Single(CollectionReader.Warnings).Id);

        Assert.True(CollectionReader.Acknowledge(warning.Id));

        Assert.Empty(CollectionReader.Warnings);
        Assert.True(CollectionReader.Verify().IsSound);
        Assert.False(CollectionReader.Acknowledge(warning.Id));
        Assert.Equal(1, (await Ingest()).Summary.Ingested);
        Assert.Empty(Reopen().Warnings);
    }

    [Fact]
    public async Task NoNewStoreIsMadeBesideWhatALostOneLeft()
    {
        await Fill();
        Close();
        File.Delete(StoreFile);

        Assert.Throws<StoreDamagedException>(() => CollectionReader);
        Assert.False(File.Exists(StoreFile));

        Assert.NotNull(LostData.GoneFrom(Data, TimeProvider.System));
        LostData.BeginAnew(Data);
        Assert.Equal(2, (await Ingest()).Summary.Ingested);
    }

    [Fact]
    public async Task AReaderMakesAndChangesNothing()
    {
        Assert.Throws<StoreDamagedException>(() => KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = Data, Writes = false }));
        Assert.False(Directory.Exists(Data));
        await Fill();
        Close();
        Directory.Delete(Path.Combine(Data, "fulltext"), recursive: true);

        using var reader = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = Data, Writes = false });

        Assert.Equal(2, reader.Store.List().Count);
        Assert.True(reader.Verify().IsSound);
        Assert.True(reader.Verify().IsIndexBehind);
    }

    [Fact]
    public async Task ADocumentThatWasTakenOutDoesNotComeBackByItself()
    {
        await Fill();

        Assert.Equal([First], await CollectionReader.RemoveAsync(First, "tester"));
        Assert.Empty(await CollectionReader.RemoveAsync(First, "tester"));

        Assert.Equal(1, (await Ingest()).Summary.Quarantined);
        Assert.Equal(Second, Assert.Single(CollectionReader.Store.List()).Key);
        Assert.Contains("81-KH/TU", await File.ReadAllTextAsync(Path.Combine(Data, "logs", "removals.jsonl")), StringComparison.Ordinal);
        using (var snapshot = CollectionReader.Engine.OpenSnapshot())
        {
            Assert.Equal(CollectionReader.Store.Revision, snapshot.Revision);
        }

        CollectionReader.Store.Release("sources/a.txt");
        Assert.Equal(1, (await Ingest()).Summary.Ingested);
    }

    [Fact]
    public async Task AFolderThatVanishesTakesNothingOutUntilAPersonSaysSo()
    {
        for (var number = 100; number < 130; number++)
        {
            Write($"{number}.txt", Paper(number, "đủ"));
        }

        await Ingest();
        foreach (var file in Directory.EnumerateFiles(Sources).Order(StringComparer.Ordinal).Skip(2).Take(10))
        {
            File.Delete(file);
        }

        var left = await CollectionReader.IngestUnattendedAsync([Sources], progress: null, onDeferred: null, CancellationToken.None);

        Assert.Equal(0, left.Removed);
        Assert.Equal(30, CollectionReader.Store.List().Count);
        var warning = Assert.Single(CollectionReader.Warnings);
        Assert.Equal("folder-vanished", warning.Code);

        Assert.True(CollectionReader.Acknowledge(warning.Id));
        var gone = await CollectionReader.IngestUnattendedAsync([Sources], progress: null, onDeferred: null, CancellationToken.None);

        Assert.Equal(10, gone.Removed);
        Assert.Equal(20, CollectionReader.Store.List().Count);
    }

    private bool IsReadable(DocumentKey key)
    {
        try
        {
            return CollectionReader.Store.Read(key) is not null;
        }
        catch (StoreDamagedException)
        {
            return false;
        }
    }

    private async Task Fill()
    {
        Write("a.txt", Paper(81, "một"));
        Write("b.txt", Paper(82, "Kế hoạch số 81-KH/TU ngày 13/9/2014 của Tỉnh ủy Quảng Ngãi"));
        Assert.Equal(2, (await Ingest()).Summary.Ingested);
    }

    private static string Paper(int number, string about) =>
        $"TỈNH ỦY QUẢNG NGÃI\n*\nSố {number}-KH/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\nQuảng Ngãi, ngày 13 tháng 9 năm 2014\n\n"
        + $"KẾ HOẠCH\nthực hiện kế hoạch số {number}\n\nThực hiện {about}, Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy thực hiện nhiệm vụ thứ {number}.\n";
}
