using Search.Application.Contracts;
using Search.Application.Errors;

namespace Search.Api.Tests;

/// <summary>Where documents begin and end in a file, as people said it: every offset still points at what was found.</summary>
public sealed class ExtentTests : CorrectedStore
{
    private const string Key = "77-KH/TU~lam-dong@2018-03-02";
    private const string Cited = "Thực hiện Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư.";

    [Fact]
    public async Task WhatWasAppendedIsCutOffAndComesBack()
    {
        Plan("a.txt", 77, new DateOnly(2018, 3, 2), Cited);
        Append("a.txt", "Trang quảng cáo của người quét: mua máy quét giá rẻ. Xem Chỉ thị số 05-CT/TW ngày 09/6/2011 của Ban Bí thư.");
        await IngestAsync();
        var before = Digest();
        Assert.Contains("máy quét", Opened.Documents.Record(Key).Text, StringComparison.Ordinal);

        var made = await CorrectAsync(new CorrectionRequest { Kind = "extent", Document = Key, To = "BÍ THƯ\n\nNguyễn  Văn Nam" });

        Assert.Equal("applied", made.State);
        Check("Nguyễn Văn Nam");
        // A longer file at the same path: what was said still holds.
        Plan("a.txt", 77, new DateOnly(2018, 3, 2), "Một câu thêm ở đầu.\n\n" + Cited);
        Append("a.txt", "Trang quảng cáo của người quét: mua máy quét giá rẻ. Xem Chỉ thị số 05-CT/TW ngày 09/6/2011 của Ban Bí thư.");
        await IngestAsync();
        Check("Nguyễn Văn Nam");
        Assert.Equal("applied", Assert.Single(Opened.Corrections.List(Key, null)).State);

        Plan("a.txt", 77, new DateOnly(2018, 3, 2), Cited);
        Append("a.txt", "Trang quảng cáo của người quét: mua máy quét giá rẻ. Xem Chỉ thị số 05-CT/TW ngày 09/6/2011 của Ban Bí thư.");
        await IngestAsync();
        Opened.Corrections.Undo(made.Id, "an");
        await Opened.Corrections.ApplyAsync();
        Assert.Equal(before, Digest());

        void Check(string last)
        {
            var record = Opened.Documents.Record(Key);
            var (source, document) = (record.SourceText!, record.Document!);
            Assert.Equal((source.IndexOf("TỈNH ỦY", StringComparison.Ordinal), source.LastIndexOf(last, StringComparison.Ordinal) + last.Length), (document.Span.Start, document.Span.End));
            Assert.Equal("04-CT/TW@2011-07-06", Assert.Single(Opened.System.Store.CitationsOf(document.Key), citation => !citation.IsSelf).Target!.Key.Value);
            Assert.All(Opened.System.Store.CitationsOf(document.Key), citation => Assert.Equal(citation.Text, source[citation.Span.Start..citation.Span.End]));
            Assert.Empty(Opened.Search.Search(new SearchQuery { Q = "\"quảng cáo\"", Verbatim = true }, CancellationToken.None).Hits);
            Assert.Single(Present());
            Assert.True(Opened.System.Verify().IsSound);
        }
    }

    [Fact]
    public async Task WhatWasSaidOfAFileHoldsWhereItIsMovedTo()
    {
        Plan("a.txt", 77, new DateOnly(2018, 3, 2), Cited);
        Append("a.txt", "Trang quảng cáo của người quét: mua máy quét giá rẻ.");
        await IngestAsync();
        var made = await CorrectAsync(new CorrectionRequest { Kind = "extent", Document = Key, To = "BÍ THƯ\n\nNguyễn Văn Nam" });
        File.Move(Path.Combine(Sources, "a.txt"), Path.Combine(Sources, "chuyen-den.txt"));
        await IngestAsync();

        Assert.Equal("applied", Opened.Corrections.Get(made.Id).State);
        Assert.Equal(made.Id, Assert.Single(Opened.Corrections.List(Key, null)).Id);
        Assert.DoesNotContain("máy quét", Opened.Documents.Record(Key).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADocumentBeginsWhereAPersonSaysAndSeveralAreOne()
    {
        Plan("a.txt", 77, new DateOnly(2018, 3, 2), Cited);
        Append("a.txt", "DANH SÁCH ĐẠI BIỂU\n\nCác đại biểu dự hội nghị tỉnh ủy mở rộng năm nay.");
        Plan("b.txt", 78, new DateOnly(2018, 3, 2), Cited);
        Plan("c.txt", 79, new DateOnly(2018, 3, 3), "Nội dung của mẫu văn bản kèm theo.");
        Append("b.txt", (await File.ReadAllTextAsync(Path.Combine(Sources, "c.txt"))).TrimEnd());
        File.Delete(Path.Combine(Sources, "c.txt"));
        await IngestAsync();
        Assert.Equal(3, Present().Count);

        var list = await CorrectAsync(new CorrectionRequest { Kind = "extent", Document = Key, From = "DANH SÁCH ĐẠI BIỂU" });
        var one = await CorrectAsync(new CorrectionRequest { Kind = "extent", Document = "78-KH/TU~lam-dong@2018-03-02", To = "văn bản kèm theo.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nNguyễn Văn Nam" });

        Assert.Equal(("applied", "applied"), (list.State, one.State));
        Assert.Equal([Key, "78-KH/TU~lam-dong@2018-03-02"], Present().Select(document => document.Key.Value).Where(key => key.Contains("KH/TU", StringComparison.Ordinal)));
        Assert.EndsWith("Nguyễn Văn Nam", Opened.Documents.Record(Key).Text, StringComparison.Ordinal);
        var other = Opened.System.Store.Read(Present().Single(document => !document.Key.Value.Contains("KH/TU", StringComparison.Ordinal)).Key)!;
        Assert.StartsWith("DANH SÁCH ĐẠI BIỂU", other.Text, StringComparison.Ordinal);
        Assert.EndsWith("năm nay.", other.Text, StringComparison.Ordinal);
        Assert.Contains("mẫu văn bản kèm theo", Opened.Documents.Record("78-KH/TU~lam-dong@2018-03-02").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsCutOffCannotLetASecretFileIn()
    {
        Plan("a.txt", 77, new DateOnly(2018, 3, 2), Cited);
        await IngestAsync();
        Append("a.txt", "Trang quảng cáo.");
        await IngestAsync();
        Assert.Equal("applied", (await CorrectAsync(new CorrectionRequest { Kind = "extent", Document = Key, To = "BÍ THƯ\n\nNguyễn Văn Nam" })).State);
        Append("a.txt", "TỈNH ỦY LÂM ĐỒNG\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 80-KH/TU\tĐà Lạt, ngày 03 tháng 3 năm 2018\nTỐI MẬT\n\nKẾ HOẠCH\nvề việc riêng\n\nNội dung.");
        await IngestAsync();
        Assert.Empty(Present());
        Assert.Equal("secret", Assert.Single(Opened.System.Store.Quarantine()).Code);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("không có những chữ này", null)]
    [InlineData("Nguyễn Văn Nam", "TỈNH ỦY LÂM ĐỒNG")]
    [InlineData("Nội", null)]
    [InlineData("TỈNH ỦY LÂM ĐỒNG", "BÍ THƯ Nguyễn Văn Nam")]
    public async Task WhatIsNoPlaceInTheTextIsSaid(string? from, string? to)
    {
        Plan("a.txt", 77, new DateOnly(2018, 3, 2), "Nội dung. Nội dung khác.");
        await IngestAsync();
        Assert.Throws<SearchException>(() => Opened.Corrections.Add(new CorrectionRequest { Kind = "extent", Document = Key, From = from, To = to }, "ha", null));
    }

    private void Append(string name, string text) => File.AppendAllText(Path.Combine(Sources, name), "\n\n" + text + "\n");
}
