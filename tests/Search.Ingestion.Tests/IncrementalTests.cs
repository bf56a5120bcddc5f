using Search.Documents;
using Search.Testing.Files;

namespace Search.Ingestion.Tests;

public sealed class IncrementalTests : SystemFixture
{
    private const string Guide = """
        BAN ĐỐI NGOẠI TRUNG ƯƠNG
        *
        Số 09-HD/BĐNTW

        ĐẢNG CỘNG SẢN VIỆT NAM
        Hà Nội, ngày 16 tháng 01 năm 2018

        HƯỚNG DẪN
        thực hiện Chỉ thị số 77-CT/TW, ngày 06/7/2012 của Ban Bí thư khóa XI

        Thực hiện Chỉ thị số 77-CT/TW, ngày 06/7/2012 của Ban Bí thư khóa XI về công tác đối ngoại, Ban Đối ngoại Trung ương hướng dẫn như sau:

        I. MỤC ĐÍCH
        1. Nâng cao nhận thức về đối ngoại nhân dân.
        2. Tăng cường phối hợp.
        """;

    private const string Directive = """
        BAN CHẤP HÀNH TRUNG ƯƠNG
        *
        Số 77-CT/TW

        ĐẢNG CỘNG SẢN VIỆT NAM
        Hà Nội, ngày 06 tháng 7 năm 2012

        CHỈ THỊ
        CỦA BAN BÍ THƯ
        về công tác đối ngoại

        Ban Bí thư yêu cầu các cấp ủy quán triệt và thực hiện tốt công tác đối ngoại.

        T/M BAN BÍ THƯ
        Nguyễn Văn An
        """;

    private static readonly DocumentKey DirectiveKey = DocumentKey.Parse("77-CT/TW@2012-07-06");

    [Fact]
    public async Task OnlyWhatChangedGoesInAgain()
    {
        Write("a.txt", Guide);
        var changed = Write("b.txt", Directive);
        await Ingest();
        Assert.Equal(2, (await Ingest()).Summary.Unchanged);

        File.WriteAllText(changed, Directive + "\nThêm một dòng.\n");
        var (summary, events) = await Ingest();

        Assert.Equal((1, 1), (summary.Ingested, summary.Unchanged));
        Assert.Equal("sources/b.txt", Assert.Single(events, told => told.Outcome == IngestOutcome.Ingested).Path);
    }

    [Fact]
    public async Task TheSameBytesUnderANewTimeAreUnchanged()
    {
        var path = Write("a.txt", Guide);
        await Ingest();
        var revision = CollectionReader.Store.Revision;

        File.SetLastWriteTimeUtc(path, new DateTime(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(1, (await Ingest()).Summary.Unchanged);
        Assert.Equal(revision, CollectionReader.Store.Revision);
    }

    [Fact]
    public async Task AStubBecomesTheDocumentAndTheIndexFollows()
    {
        Write("a.txt", Guide);
        await Ingest();
        Assert.Equal(DocumentStatus.Stub, CollectionReader.Store.Summary(DirectiveKey)!.Status);

        Write("b.txt", Directive);
        await Ingest();

        var summary = CollectionReader.Store.Summary(DirectiveKey)!;
        Assert.Equal(DocumentStatus.Present, summary.Status);
        Assert.Equal(1, summary.CitedBy);
        Assert.Equal(CollectionReader.Store.Revision, CollectionReader.Engine.Revision);
        Assert.True(CollectionReader.Verify().IsSound);
    }

    [Fact]
    public async Task TheOrderInWhichFilesComeDoesNotMatter()
    {
        Write("a.txt", Guide);
        await Ingest();
        Write("b.txt", Directive);
        await Ingest();
        var oneByOne = Digest();
        Close();
        Directory.Delete(Data, recursive: true);

        await Ingest();

        Assert.Equal(oneByOne, Digest());
    }

    [Fact]
    public async Task ADeletedFileGoesAndItsCitedDocumentStaysAsAStub()
    {
        Write("a.txt", Guide);
        var path = Write("b.txt", Directive);
        await Ingest();
        File.Delete(path);

        var (summary, events) = await Ingest();

        Assert.Equal(1, summary.Removed);
        Assert.Contains(events, told => told is { Outcome: IngestOutcome.Removed, Path: "sources/b.txt" });
        Assert.Equal(DocumentStatus.Stub, CollectionReader.Store.Summary(DirectiveKey)!.Status);
        Assert.True(CollectionReader.Verify().IsSound);
    }

    [Fact]
    public async Task AMovedFileKeepsItsDocumentsWithoutBeingReadAgain()
    {
        var path = Write("a.txt", Guide);
        await Ingest();
        Directory.CreateDirectory(Path.Combine(Sources, "2018"));
        File.Move(path, Path.Combine(Sources, "2018", "a.txt"));

        var (summary, _) = await Ingest();

        Assert.Equal((0, 1, 0), (summary.Ingested, summary.Unchanged, summary.Removed));
        Assert.Equal("sources/2018/a.txt", Assert.Single(CollectionReader.Store.Files()).Path);
    }

    [Fact]
    public async Task AFolderThatIsNotThereIsToldAndTakesNothingOut()
    {
        Write("a.txt", Guide);
        await Ingest();
        Directory.Move(Sources, Sources + "-away");

        var (summary, events) = await Ingest();

        Assert.Equal((1, 0), (summary.Failed, summary.Removed));
        Assert.Equal("missing", Assert.Single(events).Code);
        Assert.Single(CollectionReader.Store.Files());
        Directory.Move(Sources + "-away", Sources);
    }

    [Fact]
    public async Task ASingleFileHasTheSamePathAsInItsFolder()
    {
        var path = Write("a.txt", Guide);
        Write("b.txt", Directive);

        await Ingest(path);
        var (summary, _) = await Ingest();

        Assert.Equal((1, 1), (summary.Ingested, summary.Unchanged));
    }

    [Fact]
    public async Task TwoFoldersOfOneNameDoNotHideEachOther()
    {
        Write("a.txt", Guide);
        var other = Path.Combine(Outside, "other", "sources");
        Directory.CreateDirectory(other);
        File.WriteAllText(Path.Combine(other, "a.txt"), Directive);

        await Ingest();
        await Ingest(other);

        Assert.Equal(["sources/a.txt", "sources~2/a.txt"], CollectionReader.Store.Files().Select(file => file.Path));
    }

    [Fact]
    public async Task AStoppedRunIsFinishedByTheNext()
    {
        Folders.Fill(Sources, 20, seed: 7);
        using var stop = new CancellationTokenSource();
        var told = new StopAfter(5, stop);

        var first = await CollectionReader.IngestAsync([Sources], told, stop.Token);
        var second = await CollectionReader.IngestAsync([Sources]);

        Assert.True(first.Stopped);
        Assert.False(second.Stopped);
        Assert.Equal(20, CollectionReader.Store.Statistics().Documents);
        Assert.True(CollectionReader.Verify().IsSound);
    }

    [Fact]
    public async Task AnyNumberOfProcessorsGivesTheSameIndex()
    {
        Folders.Fill(Sources, 24, seed: 11);
        await Ingest();
        var many = Digest();
        Close();
        Directory.Delete(Data, recursive: true);

        using var alone = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = Data, Parallelism = 1, IndexEvery = TimeSpan.Zero });
        await alone.IngestAsync([Sources]);
        using var snapshot = alone.Engine.OpenSnapshot();

        Assert.Equal(many, snapshot.Digest);
    }

    private string Digest()
    {
        using var snapshot = CollectionReader.Engine.OpenSnapshot();
        return snapshot.Digest;
    }

    private sealed class StopAfter(int files, CancellationTokenSource stop) : IProgress<IngestEvent>
    {
        public void Report(IngestEvent value)
        {
            if (value.Done == files)
            {
                stop.Cancel();
            }
        }
    }
}
