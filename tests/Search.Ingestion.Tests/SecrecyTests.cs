using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Search.Ingestion.Tests;

/// <summary>A secrecy mark in the letterhead keeps a file out, wherever in it and however it is spelt.</summary>
public sealed class SecrecyTests : SystemFixture
{
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());

    private const string Words = "Nội dung chỉ dành cho người có thẩm quyền biết.";

    [Theory]
    [InlineData("MẬT\nTỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU")]
    [InlineData("TỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU\nTỐI MẬT")]
    [InlineData("TỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU\nTUYỆT MẬT")]
    [InlineData("TỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU\n(Mật)")]
    [InlineData("TỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU\nM Ậ T")]
    public async Task AMarkedPaperIsKeptOut(string head)
    {
        foreach (var form in (NormalizationForm[])[NormalizationForm.FormC, NormalizationForm.FormD])
        {
            Write($"{form}.txt", Paper(head).Normalize(form));
        }

        var (summary, events) = await Ingest();

        Assert.Equal((0, 2), (summary.Ingested, summary.Quarantined));
        Assert.All(events, told => Assert.Equal("secret", told.Code));
        Assert.Empty(CollectionReader.Store.List(includeStubs: true));
        Close();
        Assert.DoesNotContain("thẩm quyền biết", WholeDataFolder(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU")]
    public async Task TheWordInRunningTextKeepsNothingOut(string head)
    {
        Write("a.txt", Paper(head) + "\nCác cấp ủy giữ gìn bí mật nhà nước; tài liệu mật được quản lý riêng.\n");

        var (summary, _) = await Ingest();

        Assert.Equal(1, summary.Ingested);
    }

    [Fact]
    public async Task APaperThatBecomesSecretIsTakenOutWithItsText()
    {
        var path = Write("a.txt", Paper("TỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU"));
        await Ingest();
        Assert.Single(CollectionReader.Store.List());

        File.WriteAllText(path, Paper("MẬT\nTỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU"));
        await Ingest();

        Assert.Empty(CollectionReader.Store.List());
        Assert.Empty(CollectionReader.Store.Files());
        Close();
        Assert.DoesNotContain("thẩm quyền biết", WholeDataFolder(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WordsOfARemovedPaperLeaveTheFilesWithinAMinuteWhileOthersRead()
    {
        Write("secret.txt", Paper("MẬT\nTỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU"));
        Write("b.txt", "TỈNH ỦY NAM ĐỊNH\n*\nSố 17-BC/TU\nNam Định, ngày 5 tháng 6 năm 2015\nBÁO CÁO\nvề zirconalfa\n\nĐã thực hiện zirconalfa.\n");
        Write("c.txt", "TỈNH ỦY NAM ĐỊNH\n*\nSố 18-BC/TU\nNam Định, ngày 6 tháng 6 năm 2015\nBÁO CÁO\nvề thủy lợi\n\nĐã thực hiện thủy lợi.\n");
        await Ingest();
        var removed = CollectionReader.Store.List().Single(d => string.Equals(d.Number, "17-BC/TU", StringComparison.Ordinal));
        using (var held = CollectionReader.ReadAt(CollectionReader.Engine.Revision))
        {
            // An answer that is being given still reads the revision before; nothing can leave the log meanwhile.
            Assert.NotNull(held!.Read(removed.Key));
            await CollectionReader.RemoveAsync(removed.Key, "test");
            using var snapshot = CollectionReader.Engine.OpenSnapshot();
            Assert.Empty(snapshot.Suggest("zircon", 5));
            Assert.Null(snapshot.DidYouMean("zirconalf"));
        }

        _clock.Advance(TimeSpan.FromMinutes(1));

        foreach (var path in Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) is not (".lock" or ".jsonl")))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            Assert.False(bytes.AsSpan().IndexOf("zirconalfa"u8) >= 0, path);
        }
    }

    [Fact]
    public async Task AnOperatorCanLetALevelIn()
    {
        Write("a.txt", Paper("MẬT\nTỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU"));
        var options = new KnowledgeOptions { DataDirectory = Data };
        options.AllowedSecrecy.Add("mat");
        using var system = KnowledgeBase.Open(options);

        Assert.Equal(1, (await system.IngestAsync([Sources])).Ingested);
    }

    protected override void Configure(KnowledgeOptions options) => options.Clock = _clock;

    private static string Paper(string head) =>
        head + "\n\nĐẢNG CỘNG SẢN VIỆT NAM\nNam Định, ngày 20 tháng 01 năm 2014\n\nBÁO CÁO\nvề tình hình quý I\n\n" + Words + "\n";

    private string WholeDataFolder() => string.Concat(
        Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories).Select(path => Encoding.UTF8.GetString(File.ReadAllBytes(path))));
}
