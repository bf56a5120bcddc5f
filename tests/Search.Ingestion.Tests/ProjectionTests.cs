using System.IO.Compression;
using Microsoft.Extensions.Time.Testing;
using Search.Documents;
using Search.Engine;
using Search.Ingestion.Projection;
using Search.Testing.Files;
using Search.Store;
using Search.Testing;

namespace Search.Ingestion.Tests;

/// <summary>The index follows the store, whatever happened to it.</summary>
public sealed class ProjectionTests : SystemFixture
{
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());

    private string Index => Path.Combine(Data, "fulltext");

    [Fact]
    public async Task ADeletedIndexIsRebuiltAndOpeningSaysSo()
    {
        var digest = await Fill();
        Close();
        Directory.Delete(Index, recursive: true);

        Assert.True(CollectionReader.Report.Rebuilt);
        Assert.NotNull(CollectionReader.Report.Message);
        Assert.Equal(digest, Digest());
        Assert.True(CollectionReader.Verify().IsSound);
    }

    [Fact]
    public async Task AnIndexOfAnotherVersionIsRebuiltAndNotCalledDamaged()
    {
        var digest = await Fill();
        Close();
        Directory.Delete(Index, recursive: true);
        Directory.CreateDirectory(Index);
        File.WriteAllText(Path.Combine(Index, "manifest"), "{}");

        Assert.True(CollectionReader.Report.Rebuilt);
        Assert.StartsWith("Chỉ mục do phiên bản khác", CollectionReader.Report.Message, StringComparison.Ordinal);
        Assert.Equal(digest, Digest());
    }

    /// <summary>What a document says of another one changes how the other one is found: also where it was cited before.</summary>
    [Fact]
    public async Task AReplacedDocumentIsProjectedAgain()
    {
        const string Old = """
            TỈNH ỦY LÂM ĐỒNG                     ĐẢNG CỘNG SẢN VIỆT NAM
            *
            Số 31-KH/TU                          Lâm Đồng, ngày 12 tháng 3 năm 2012

            KẾ HOẠCH
            về công tác thư viện

            Các huyện ủy tổ chức thư viện cơ sở.
            """;
        const string New = """
            TỈNH ỦY LÂM ĐỒNG                     ĐẢNG CỘNG SẢN VIỆT NAM
            *
            Số 77-KH/TU                          Lâm Đồng, ngày 5 tháng 6 năm 2018

            KẾ HOẠCH
            về công tác thư viện

            Kế hoạch này {0} Kế hoạch số 31-KH/TU ngày 12/3/2012 của Tỉnh ủy Lâm Đồng.
            """;
        Write("a.txt", Old);
        Write("b.txt", New.Replace("{0}", "được ban hành sau", StringComparison.Ordinal));
        await Ingest();
        Assert.Empty(Found("bi-thay-the"));

        Write("b.txt", New.Replace("{0}", "thay thế", StringComparison.Ordinal));
        await Ingest();
        Assert.StartsWith("31-KH/TU", Assert.Single(Found("bi-thay-the")), StringComparison.Ordinal);

        Write("b.txt", New.Replace("{0}", "được ban hành sau", StringComparison.Ordinal));
        await Ingest();
        Assert.Empty(Found("bi-thay-the"));
        Assert.Equal(2, Found("chua-ro").Count);
    }

    /// <summary>A minus looks at the whole paper, from the letterhead to the recipients, and at nothing that is no paper's.</summary>
    [Fact]
    public async Task AMinusLooksAtTheWholePaper()
    {
        Write("a.txt", """
            TỈNH ỦY BÌNH THUẬN                     ĐẢNG CỘNG SẢN VIỆT NAM
            *
            Số 31-KH/TU                          Bình Thuận, ngày 12 tháng 3 năm 2012

            KẾ HOẠCH
            về công tác thư viện

            1. Các huyện ủy tổ chức thư viện cơ sở.

            2. Mỗi xã có một tủ sách.

            Nơi nhận:                            T/M BAN THƯỜNG VỤ
            - Ban Dân vận,                       PHÓ BÍ THƯ
            - Lưu Văn phòng.

                                                 Trần Hoàng
            """);
        await Ingest();

        using var snapshot = CollectionReader.Engine.OpenSnapshot();
        Assert.Equal(1, Hits("thư -\"kiểm tra\""));
        Assert.Equal(0, Hits("thư -\"Ban Dân vận\""));
        Assert.Equal(0, Hits("thư -\"cộng sản\""));
        Assert.Equal(0, Hits("thư -thuận"));
        Assert.Equal(0, Hits("thư -hoàng"));
        Assert.Equal(1, Hits("\"thư viện\""));
        Assert.Equal(0, Hits("thư -tủ"));

        int Hits(string typed) => snapshot.Search(QueryParser.Parse(typed).ToRequest(), CancellationToken.None).Hits.Count;
    }

    /// <summary>What holds changes with the day though nothing is stored: a replacement that takes effect later, a last day.</summary>
    [Fact]
    public async Task WhatHoldsChangesWithTheDayWithoutAnyIngestion()
    {
        _clock.SetUtcNow(_clock.GetUtcNow().AddDays(40));
        var start = DateOnly.FromDateTime(_clock.GetLocalNow().DateTime);
        var (takesEffect, lastDay) = (start.AddDays(10), start.AddDays(20));
        string Paper(int number, string day, string words) => $"""
            TỈNH ỦY LÂM ĐỒNG                     ĐẢNG CỘNG SẢN VIỆT NAM
            *
            Số {number}-KH/TU                          Lâm Đồng, ngày {day}

            KẾ HOẠCH
            về công tác thư viện đợt {number}

            {words}
            """;
        Write("a.txt", Paper(31, "12 tháng 3 năm 2012", "Các huyện ủy tổ chức thư viện cơ sở."));
        Write("b.txt", Paper(77, "5 tháng 6 năm 2018", $"Kế hoạch này có hiệu lực từ ngày {takesEffect:dd/MM/yyyy} và thay thế Kế hoạch số 31-KH/TU ngày 12/3/2012 của Tỉnh ủy Lâm Đồng."));
        Write("c.txt", Paper(90, "8 tháng 9 năm 2019", $"Kế hoạch này có hiệu lực đến hết ngày {lastDay:dd/MM/yyyy}."));
        await Ingest();
        Assert.Equal(["31-KH/TU~lam-dong@2012-03-12", "90-KH/TU~lam-dong@2019-09-08"], Found("con-hieu-luc").Order(StringComparer.Ordinal));
        Assert.Equal(0, CollectionReader.CatchUp(TestContext.Current.CancellationToken));

        _clock.Advance(TimeSpan.FromDays(10));
        Assert.True(CollectionReader.IsIndexOfAnotherDay);
        Assert.Equal(2, CollectionReader.CatchUp(TestContext.Current.CancellationToken)); // the plan that takes effect and the one it replaces
        Assert.StartsWith("31-KH/TU", Assert.Single(Found("bi-thay-the")), StringComparison.Ordinal);
        Assert.StartsWith("90-KH/TU", Assert.Single(Found("con-hieu-luc")), StringComparison.Ordinal);

        // A process that begins later brings up what it finds of an earlier day.
        Close();
        _clock.Advance(TimeSpan.FromDays(11));
        Assert.Equal(1, CollectionReader.Report.Caught);
        Assert.StartsWith("90-KH/TU", Assert.Single(Found("het-hieu-luc")), StringComparison.Ordinal);
        Assert.Empty(Found("con-hieu-luc"));
        Assert.Equal(0, CollectionReader.CatchUp(TestContext.Current.CancellationToken));
    }

    private List<string> Found(string validity)
    {
        using var snapshot = CollectionReader.Engine.OpenSnapshot();
        return snapshot.Search(
            new SearchRequest { Query = new AllQuery(), Filters = [new KeywordFilter(IndexFields.Validity, [validity])] }, CancellationToken.None)
            .Hits.Select(hit => hit.Group).ToList();
    }

    [Fact]
    public async Task ATruncatedSegmentIsFoundAndTheIndexRebuilt()
    {
        var digest = await Fill();
        Close();
        var segment = new DirectoryInfo(Index).GetFiles("_*", SearchOption.AllDirectories).MaxBy(file => file.Length)!;
        using (var file = segment.OpenWrite())
        {
            file.SetLength(segment.Length / 2);
        }

        Assert.True(CollectionReader.Report.Rebuilt);
        Assert.Contains(segment.Name, CollectionReader.Report.Message, StringComparison.Ordinal);
        Assert.Equal(digest, Digest());
    }

    [Fact]
    public async Task AnIndexThatIsAheadOfARestoredStoreIsRebuilt()
    {
        await Fill();
        Close();
        var backup = Directory.CreateTempSubdirectory("backup-").FullName;
        File.Copy(Path.Combine(Data, "knowledge.db"), Path.Combine(backup, "knowledge.db"));
        Folders.Fill(Sources, 6, seed: 3);
        await Ingest();
        Close();
        File.Copy(Path.Combine(backup, "knowledge.db"), Path.Combine(Data, "knowledge.db"), overwrite: true);
        Directory.Delete(backup, recursive: true);

        Assert.True(CollectionReader.Report.Rebuilt);
        Assert.True(CollectionReader.Acknowledge(Assert.Single(CollectionReader.Verify().Warnings).Id));
        Assert.True(CollectionReader.Verify().IsSound);
    }

    [Fact]
    public async Task AStoreOfANewerVersionIsRefused()
    {
        await Fill();
        Close();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(Data, "knowledge.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 999";
            command.ExecuteNonQuery();
        }

        var error = Assert.Throws<StoreDamagedException>(() => CollectionReader);
        Assert.Contains("999", error.Message, StringComparison.Ordinal);
    }

    /// <summary>The sample was written by the program when its store had format 1: twelve generated papers.</summary>
    [Fact]
    public async Task AStoreOfTheVersionBeforeIsBroughtUpAndOpeningSaysSo()
    {
        Directory.CreateDirectory(Data);
        using (var packed = File.OpenRead(Path.Combine(RepositoryFiles.Root, "tests", "Search.Ingestion.Tests", "Samples", "store-1.db.gz")))
        using (var sample = new GZipStream(packed, CompressionMode.Decompress))
        using (var store = File.Create(Path.Combine(Data, "knowledge.db")))
        {
            sample.CopyTo(store);
        }

        Assert.Contains("định dạng 1", CollectionReader.Report.Message, StringComparison.Ordinal);
        Assert.Contains("format 1", CollectionReader.Report.MessageEnglish, StringComparison.Ordinal);
        Assert.True(CollectionReader.Report.Rebuilt);
        Assert.True(CollectionReader.Verify().IsSound);
        Assert.Equal((12, 1), (CollectionReader.Store.Statistics().Documents, CollectionReader.Store.Statistics().Stubs));
        foreach (var document in CollectionReader.Store.List())
        {
            Assert.Contains(CollectionReader.Store.FindByTitle(document.Type!, document.Title!, 3), found => found.Key == document.Key);
        }

        Folders.Fill(Sources, 20, seed: 3);
        await Ingest();
        Assert.True(CollectionReader.Verify().IsSound);
        Reopen();
        Assert.Null(CollectionReader.Report.Message);
    }

    [Fact]
    public async Task AReaderBesideTheWriterSeesWhatWasWritten()
    {
        await Fill();
        using var reader = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = Data });
        Folders.Fill(Path.Combine(Sources, "more"), 5, seed: 9);
        await Ingest();

        reader.CatchUp();

        Assert.Equal(CollectionReader.Store.Revision, reader.Engine.Revision);
        await Assert.ThrowsAsync<StoreBusyException>(() => reader.IngestAsync([Sources]));
    }

    [Fact]
    public async Task EveryDocumentAndEveryStubIsInTheIndex()
    {
        await Fill();

        using var snapshot = CollectionReader.Engine.OpenSnapshot();

        Assert.Equal(CollectionReader.Store.List(includeStubs: true).Count, snapshot.Statistics.Groups);
        Assert.Contains(CollectionReader.Store.List(includeStubs: true), document => document.Status == DocumentStatus.Stub);
    }

    [Fact]
    public async Task ARebuiltIndexIsOneSegmentAndSaysTheSame()
    {
        // Enough passages for the threads of the indexer to write a segment each.
        Folders.Fill(Sources, 60, seed: 11);
        await Ingest();
        var digest = Digest();

        CollectionReader.Rebuild();

        using var snapshot = CollectionReader.Engine.OpenSnapshot();
        Assert.True(snapshot.Statistics.Entries > 256);
        Assert.Equal(1, snapshot.Statistics.Segments);
        Assert.Equal(digest, snapshot.Digest);
    }

    [Fact]
    public async Task AStopAfterTheCommitLeavesTheRebuiltIndex()
    {
        await Fill();
        using var stop = new CancellationTokenSource();
        var projection = new IndexProjection(
            CollectionReader.Store, new StoppedCompaction(CollectionReader.Engine, stop), CollectionReader.Catalogue, TimeProvider.System);

        Assert.NotEqual(0, projection.Rebuild(stop.Token));

        Assert.True(stop.IsCancellationRequested);
        Assert.Equal(CollectionReader.Store.Revision, CollectionReader.Engine.Revision);
    }

    private sealed class StoppedCompaction(ISearchEngine engine, CancellationTokenSource stop) : ISearchEngine, IMaintainable
    {
        public string Name => engine.Name;

        public long Revision => engine.Revision;

        public IIndexWriter OpenWriter() => engine.OpenWriter();

        public IIndexSnapshot OpenSnapshot() => engine.OpenSnapshot();

        public IndexVerification Verify(CancellationToken ct) => engine.Verify(ct);

        public void Compact(CancellationToken ct)
        {
            stop.Cancel();
            ct.ThrowIfCancellationRequested();
        }

        public void Purge(CancellationToken ct) => Compact(ct);

        public long CopyTo(string folder, CancellationToken ct) => ((IMaintainable)engine).CopyTo(folder, ct);

        public void Dispose()
        {
            // The engine is the fixture's.
        }
    }

    private async Task<string> Fill()
    {
        Folders.Fill(Sources, 20, seed: 5);
        await Ingest();
        return Digest();
    }

    private string Digest()
    {
        using var snapshot = CollectionReader.Engine.OpenSnapshot();
        return snapshot.Digest;
    }

    protected override void Configure(KnowledgeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Clock = _clock;
    }
}
