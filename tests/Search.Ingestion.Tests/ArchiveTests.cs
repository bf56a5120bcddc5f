using System.Text;
using Search.Documents;
using Search.Testing.Files;

namespace Search.Ingestion.Tests;

/// <summary>Names in archives are read as what they are, and no entry takes the place of another.</summary>
public sealed class ArchiveTests : SystemFixture
{
    private static readonly Encoding Cp1258 = CodePagesEncodingProvider.Instance.GetEncoding(1258)!;
    private static readonly Encoding Cp437 = CodePagesEncodingProvider.Instance.GetEncoding(437)!;

    [Fact]
    public async Task OneNameTwiceGivesBothDocumentsAndTheNextRunChangesNothing()
    {
        Write("lot.zip", Zip(Encoding.UTF8, ("scan.txt", Paper(11)), ("scan.txt", Paper(12)), ("scan.txt", Paper(13)), ("scan (2).txt", Paper(14))));

        var (first, _) = await Ingest();
        var (second, _) = await Ingest();

        Assert.Equal((4, 0), (first.Ingested, first.Quarantined));
        Assert.Equal(
            ["11-KH/TU", "12-KH/TU", "13-KH/TU", "14-KH/TU"],
            CollectionReader.Store.List().Select(one => one.Number).Order(StringComparer.Ordinal));
        Assert.Equal((0, 4, 0), (second.Ingested, second.Unchanged, second.Removed));
        Assert.True(CollectionReader.Verify().IsSound);
    }

    [Fact]
    public async Task NamesOfAVietnameseWindowsAreReadAndKeptApart()
    {
        // Decoded as UTF-8 the two names are one: every letter beyond ASCII is a byte that is no UTF-8.
        Write("lot.zip", Zip(
            Cp1258,
            (TonesApart("Kế hoạch số 1.txt"), Paper(21)),
            (TonesApart("Kề hoách số 1.txt"), Paper(22)),
            (TonesApart("Văn bản/Đề án.txt"), Paper(23))));

        Assert.Equal(3, (await Ingest()).Summary.Ingested);

        Assert.Equal(
            ["sources/lot.zip!/Kế hoạch số 1.txt", "sources/lot.zip!/Kề hoách số 1.txt", "sources/lot.zip!/Văn bản/Đề án.txt"],
            Paths());
    }

    [Fact]
    public async Task NamesInTheCodePageOfTheFormatAndInUnmarkedUTF8AreRead()
    {
        Write("dos.zip", Zip(Cp437, ("công vàn.txt", Paper(31)), ("bàn sô 2.txt", Paper(32))));
        Write("utf.zip", Zip(RawUtf8.Instance, ("Chỉ thị.txt", Paper(33)), ("Chi thi.txt", Paper(34))));

        Assert.Equal(4, (await Ingest()).Summary.Ingested);

        Assert.Equal(
            ["sources/dos.zip!/bàn sô 2.txt", "sources/dos.zip!/công vàn.txt", "sources/utf.zip!/Chi thi.txt", "sources/utf.zip!/Chỉ thị.txt"],
            Paths());
    }

    [Fact]
    public async Task AnEntryThatIsRefusedTakesNoNameFromAnother()
    {
        Write("lot.zip", Zip(Encoding.UTF8, ("../a.txt", Paper(41)), ("__/a.txt", Paper(42)), ("b.txt", ""), ("b.txt", Paper(43))));

        var (summary, _) = await Ingest();

        Assert.Equal((2, 2), (summary.Ingested, summary.Quarantined));
        Assert.Equal(
            ["sources/lot.zip!/__/a.txt", "sources/lot.zip!/b.txt"],
            CollectionReader.Store.Quarantine().Select(entry => entry.Path).Order(StringComparer.Ordinal));
        var again = (await Ingest()).Summary;
        Assert.Equal((0, 2, 2, 0), (again.Ingested, again.Unchanged, again.Quarantined, again.Removed));
    }

    [Fact]
    public async Task ArchivesAndMessagesInsideOneAnotherAreOpened()
    {
        var inner = Zip(("kế hoạch.txt", Paper(51)), ("ảnh.png", "x"));
        var mail = ListAndMailTests.Mail("Xin gửi kèm kế hoạch của Tỉnh ủy.", ("hồ sơ.zip", inner));
        Write("lot.zip", FileForms.Zip([("thư.eml", mail), ("a.zip", Zip(("b.txt", Paper(52)))), ("hỏng.zip", [1, 2, 3]), ("c.txt", Encoding.UTF8.GetBytes(Paper(53)))]));

        var (first, events) = await Ingest();
        var (second, _) = await Ingest();

        Assert.Equal(
            [
                ("sources/lot.zip!/a.zip!/b.txt", null), ("sources/lot.zip!/c.txt", null), ("sources/lot.zip!/hỏng.zip", "broken-package"),
                ("sources/lot.zip!/thư.eml!/hồ sơ.zip!/kế hoạch.txt", null), ("sources/lot.zip!/thư.eml!/hồ sơ.zip!/ảnh.png", "unknown-format"),
                ("sources/lot.zip!/thư.eml!/thu.txt", (string?)null),
            ],
            events.Select(told => (told.Path, told.Code)).OrderBy(told => told.Path, StringComparer.Ordinal));
        Assert.Equal((4, 2), (first.Ingested, first.Quarantined));
        Assert.Equal((0, 4, 2, 0), (second.Ingested, second.Unchanged, second.Quarantined, second.Removed));
        Assert.Equal(3, CollectionReader.Store.List().Count(one => one.Number is not null));
    }

    [Fact]
    public async Task ArchivesThatLieTooDeepAreRefusedByName()
    {
        var nested = Zip(("a.txt", Paper(61)));
        for (var i = 0; i < 5; i++)
        {
            nested = FileForms.Zip([("x.zip", nested)]);
        }

        Write("lot.zip", nested);

        var (_, events) = await Ingest();

        Assert.Equal("too-deep", Assert.Single(events).Code);
    }

    private IEnumerable<string> Paths() => CollectionReader.Store.Files().Select(file => file.Path).Order(StringComparer.Ordinal);

    /// <summary>As the code page writes: letters with their shape, tones as marks after them.</summary>
    private static string TonesApart(string name) => string.Concat(name.Select(letter =>
    {
        var apart = letter.ToString().Normalize(NormalizationForm.FormD);
        var tones = string.Concat(apart.Where(c => c is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323'));
        return string.Concat(apart.Where(c => !tones.Contains(c, StringComparison.Ordinal))).Normalize(NormalizationForm.FormC) + tones;
    }));

    private static string Paper(int number) =>
        $"TỈNH ỦY QUẢNG NGÃI\n*\nSố {number}-KH/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\nQuảng Ngãi, ngày 13 tháng 9 năm 2014\n\n"
        + "KẾ HOẠCH\nvề công tác đối ngoại\n\nBan Thường vụ Tỉnh ủy yêu cầu các cấp ủy thực hiện tốt nhiệm vụ đối ngoại năm nay.\n";

    /// <summary>UTF-8 under another name, so that the archive does not mark it.</summary>
    private sealed class RawUtf8 : Encoding
    {
        public static readonly RawUtf8 Instance = new();

        public override int GetByteCount(char[] chars, int index, int count) => UTF8.GetByteCount(chars, index, count);

        public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
            UTF8.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

        public override int GetCharCount(byte[] bytes, int index, int count) => UTF8.GetCharCount(bytes, index, count);

        public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
            UTF8.GetChars(bytes, byteIndex, byteCount, chars, charIndex);

        public override int GetMaxByteCount(int charCount) => UTF8.GetMaxByteCount(charCount);

        public override int GetMaxCharCount(int byteCount) => UTF8.GetMaxCharCount(byteCount);
    }
}
