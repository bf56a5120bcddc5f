using System.Text;
using Search.Documents;
using Search.Testing.Files;

namespace Search.Ingestion.Tests;

/// <summary>Files that must not stop the worker: each gets its reason, and the good one beside it goes in.</summary>
public sealed class RefusalTests : SystemFixture
{
    private const string Good = """
        TỈNH ỦY QUẢNG NGÃI
        *
        Số 90-KH/TU

        ĐẢNG CỘNG SẢN VIỆT NAM
        Quảng Ngãi, ngày 13 tháng 9 năm 2014

        KẾ HOẠCH
        về công tác đối ngoại

        Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy thực hiện tốt.
        Liên hệ đồng chí An, điện thoại 0912345678, email an@example.org.
        """;

    public static TheoryData<string, string, string> Refused => new()
    {
        { "empty.txt", "", "empty" },
        { "blank.md", " \n\t \n", "blank" },
        { "binary.txt", "PK\0\u0001\u0002", "binary" },
        { "picture.png", "xyz", "unknown-format" },
        { "broken.docx", "no zip at all", "broken-package" },
        { "broken.zip", "no zip at all", "broken-package" },
        { "broken.pdf", "no pdf at all", "broken-pdf" },
        { "deep.html", Repeat("<div>", 100_000), "too-deep" },
        { "bold.html", Repeat("<b><i>", 50_000), "too-deep" },
        { "attribute.html", "<p " + Repeat("a=1 ", 50_000) + ">x</p>", "too-deep" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task ABadFileIsQuarantinedWithAReasonInBothLanguages(string name, string content, string code)
    {
        Write(name, content);
        Write("good.txt", Good);

        var (summary, events) = await Ingest();

        Assert.Equal((1, 1), (summary.Ingested, summary.Quarantined));
        var refused = Assert.Single(events, told => told.Outcome == IngestOutcome.Quarantined);
        Assert.Equal(code, refused.Code);
        Assert.NotEqual(refused.Reason, refused.ReasonEnglish);
        Assert.False(string.IsNullOrEmpty(refused.Step));
        Assert.Equal(code, Assert.Single(CollectionReader.Store.Quarantine()).Code);
    }

    // What is tested here is that a file ends by itself, and with which reason; how fast it does on a quiet machine is measured
    // by the benchmarks.
    protected override void Configure(KnowledgeOptions options) => options.FileTimeout = TimeSpan.FromMinutes(10);

    public static TheoryData<string> Hostile => [.. HostileFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task AHostileFileDoesNotHoldUpTheOthers(string name)
    {
        Write(name, HostileFiles.All[name]());
        Write("zgood.txt", Good);

        var (summary, _) = await Ingest();

        Assert.Equal(2, summary.Ingested + summary.Quarantined);
        Assert.NotNull(CollectionReader.Store.File("sources/zgood.txt"));
        Assert.DoesNotContain(summary.Problems, told => told.Code is "timeout" or "unexpected");
        Assert.All(summary.Problems, told => Assert.NotEqual(told.Reason, told.ReasonEnglish));
    }

    [Fact]
    public async Task AZipBombIsToldBeforeItUnpacks()
    {
        Write("bomb.zip", FileForms.Zip([("a.txt", new byte[200 << 20])]));
        Write("bomb.docx", FileForms.Zip([("word/document.xml", new byte[100 << 20])]));

        var (summary, events) = await Ingest();

        Assert.Equal(2, summary.Quarantined);
        Assert.All(events, told => Assert.Equal("package-limits", told.Code));
    }

    [Fact]
    public async Task AnEntityInAWordFileIsRefused()
    {
        Write("entity.docx", FileForms.Zip([("word/document.xml", Encoding.UTF8.GetBytes(
            "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>"))]));

        var (_, events) = await Ingest();

        Assert.Equal("broken-docx", Assert.Single(events).Code);
    }

    [Fact]
    public async Task ARefusedFileIsNotTriedAgainUntilItChangesOrIsReleased()
    {
        var path = Write("a.txt", "");
        await Ingest();
        var again = await Ingest();
        Assert.Equal((1, 1), (again.Summary.Quarantined, Assert.Single(CollectionReader.Store.Quarantine()).Attempts));

        File.WriteAllText(path, Good);

        Assert.Equal(1, (await Ingest()).Summary.Ingested);
        Assert.Empty(CollectionReader.Store.Quarantine());
    }

    [Fact]
    public async Task ALinkOutOfTheFolderIsToldAndNotFollowed()
    {
        var secret = Path.Combine(Outside, "outside.txt");
        File.WriteAllText(secret, Good);
        Write("good.txt", Good);
        File.CreateSymbolicLink(Path.Combine(Sources, "link.txt"), secret);
        Directory.CreateSymbolicLink(Path.Combine(Sources, "folder"), Outside);

        var (summary, events) = await Ingest();

        Assert.Equal((1, 2), (summary.Ingested, summary.Quarantined));
        var refused = events.Where(told => told.Outcome == IngestOutcome.Quarantined).ToList();
        Assert.All(refused, told => Assert.Equal("link-outside", told.Code));
        Assert.All(refused, told => Assert.NotEqual(told.Reason, told.ReasonEnglish));
        Assert.Equal("sources/good.txt", Assert.Single(CollectionReader.Store.Files()).Path);
    }

    [Fact]
    public async Task AFileThatVanishesWhileReadIsToldAndTheRestGoesIn()
    {
        Write("a.txt", Good);
        var vanishing = Write("b.txt", Good.Replace("90-KH/TU", "91-KH/TU", StringComparison.Ordinal));
        Write("c.txt", Good.Replace("90-KH/TU", "92-KH/TU", StringComparison.Ordinal));

        // The folder is listed, and asked about each file, before any of them is read.
        var told = new List<IngestEvent>();
        var summary = await CollectionReader.IngestAsync(
            [Sources],
            new Told(told),
            file =>
            {
                if (string.Equals(file.FullPath, vanishing, StringComparison.Ordinal))
                {
                    File.Delete(vanishing);
                }

                return true;
            },
            onDeferred: null,
            CancellationToken.None);

        Assert.Equal((2, 1, 0), (summary.Ingested, summary.Failed, summary.Quarantined));
        var failed = Assert.Single(told, one => one.Outcome == IngestOutcome.Failed);
        Assert.Equal(("sources/b.txt", "vanished", "load"), (failed.Path, failed.Code, failed.Step));
        Assert.NotEqual(failed.Reason, failed.ReasonEnglish);
        Assert.Empty(CollectionReader.Store.Quarantine());
        Assert.Equal(["sources/a.txt", "sources/c.txt"], CollectionReader.Store.Files().Select(file => file.Path));
        Assert.True(CollectionReader.Verify().IsSound);
        Assert.Equal(0, (await Ingest()).Summary.Failed);
    }

    [Fact]
    public async Task ANameWithControlCharactersIsToldWithoutThem()
    {
        File.WriteAllText(Path.Combine(Sources, "a\u001b[31m.txt"), Good);

        var (_, events) = await Ingest();

        var told = Assert.Single(events);
        Assert.Equal("bad-name", told.Code);
        Assert.DoesNotContain(told.Path, char.IsControl);
    }

    [Fact]
    public async Task ANameThatLeadsOutOfAnArchiveIsRefused()
    {
        Write("lot.zip", FileForms.Zip([("../../evil.txt", Encoding.UTF8.GetBytes(Good)), ("good.txt", Encoding.UTF8.GetBytes(Good))]));

        var (summary, events) = await Ingest();

        Assert.Equal((1, 1), (summary.Ingested, summary.Quarantined));
        Assert.Contains(events, told => string.Equals(told.Code, "bad-name", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PersonalDataIsMaskedAndSpansHold()
    {
        Write("a.txt", Good);

        await Ingest();

        var record = CollectionReader.Store.Read(Assert.Single(CollectionReader.Store.List()).Key)!;
        Assert.DoesNotContain("0912345678", record.SourceText, StringComparison.Ordinal);
        Assert.DoesNotContain("an@example.org", record.SourceText, StringComparison.Ordinal);
        Assert.Equal(Good.Length, record.SourceText!.Length);
        Assert.Equal("90-KH/TU", record.Summary.Number);
        Assert.True(CollectionReader.Verify().IsSound);
    }

    private sealed class Told(List<IngestEvent> events) : IProgress<IngestEvent>
    {
        public void Report(IngestEvent value) => events.Add(value);
    }

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
