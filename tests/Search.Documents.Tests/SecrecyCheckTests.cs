using System.Text;
using Search.Documents.Catalogues;
using Search.Documents.Secrecy;
using Search.Testing;

namespace Search.Documents.Tests;

/// <summary>Marks are found by looking for them, in any letterhead or none, and words that only look like them are not.</summary>
public sealed class SecrecyCheckTests
{
    private const string Project = "Search.Documents.Tests";
    private const string Prose =
        "Thực hiện chương trình công tác năm, Ban Thường vụ Tỉnh ủy báo cáo tình hình và kết quả thực hiện nhiệm vụ như sau:";

    private static readonly SecrecyCheck Check = new(Catalogue.Default);

    public static TheoryData<string, string, string> Heads => CaseTable.Theory(Project, "secrecy-heads");

    public static TheoryData<string, string, string> Names => CaseTable.Theory(Project, "secrecy-names");

    public static TheoryData<string, string, string> Texts => CaseTable.Theory(Project, "secrecy-texts");

    [Theory]
    [MemberData(nameof(Heads))]
    public void AHeadIsHeldBackForItsMarkAndForNothingElse(string mark, string level, string place)
    {
        string[] forms =
        [
            $"TỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU\n{mark}\nĐẢNG CỘNG SẢN VIỆT NAM\nNam Định, ngày 20 tháng 01 năm 2014\n\nBÁO CÁO\nvề tình hình quý I\n\n{Prose}\n",
            $"{mark}\nGhi chép không có tiêu đề\n{Prose}\n",
            $"TỈNH ỦY NAM ĐỊNH\nSố 15-BC/TU\n{Prose}\n\nPHỤ LỤC I\n{mark}\nDanh sách cán bộ\n",
        ];
        foreach (var text in forms.Concat(forms.Select(form => form.Normalize(NormalizationForm.FormD))))
        {
            Assert.True(string.Equals(level, Levels(text), StringComparison.Ordinal), $"{place}: {Levels(text)} for {text}");
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void ATextIsHeldBackForTheMarksOfItsHeads(string text, string levels, string place)
    {
        var found = Levels(text.Replace("§", Prose, StringComparison.Ordinal));

        Assert.True(string.Equals(levels, found, StringComparison.Ordinal), $"{place}: {found}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void APathIsHeldBackForTheMarksInItsNames(string path, string level, string place)
    {
        var found = string.Join(' ', Check.FindInName(path));

        Assert.True(string.Equals(level, found, StringComparison.Ordinal), $"{place}: {found}");
    }

    [Theory]
    [InlineData("secrecy", "Mật", "mat")]
    [InlineData("secrecy", "toi-mat", "toi-mat")]
    [InlineData("do-mat", "C", "mat")]
    [InlineData("dau-mat", "B", "toi-mat")]
    [InlineData("mat", "x", "mat")]
    [InlineData("do-mat", "Thường", "")]
    [InlineData("secrecy", "Không", "")]
    [InlineData("secrecy", "", "")]
    [InlineData("mat", "không", "")]
    [InlineData("ghi-chu", "C", "")]
    public void AFieldOfARecordIsReadByItsName(string name, string value, string level)
    {
        var source = Source("Văn bản thứ nhất.") with { Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value } };

        Assert.Equal(level, string.Join(' ', Check.Find(source, [])));
    }

    [Theory]
    [InlineData("Tối mật", "toi-mat")]
    [InlineData("MẬT - bản số 3", "mat")]
    [InlineData("Xem lại chỗ nói về tài liệu mật", "")]
    [InlineData("Bí mật nhà nước", "")]
    public void ARemarkIsHeldBackForAStampAlone(string remark, string level)
    {
        var source = Source("Văn bản thứ nhất.") with { Remarks = [remark] };

        Assert.Equal(level, string.Join(' ', Check.Find(source, [])));
    }

    [Fact]
    public void TheSamplesBearNoMark()
    {
        foreach (var file in Directory.EnumerateFiles(RepositoryFiles.PathOf("corpus"), "*.md"))
        {
            Assert.True(Levels(File.ReadAllText(file)).Length == 0, file);
        }
    }

    [Theory]
    [InlineData("<")]
    [InlineData("M Ậ T ")]
    [InlineData("M\u0323\u0302")]
    [InlineData("<td>MẬT</td>")]
    public void HostileTextEnds(string piece)
    {
        var text = new StringBuilder().Insert(0, piece, 200_000).ToString();

        Assert.InRange(Check.Find(Source(text), []).Count, 0, 3);
    }

    private static string Levels(string text)
    {
        var source = Source(text);
        return string.Join(' ', Check.Find(source, []).Order(StringComparer.Ordinal));
    }

    private static SourceText Source(string text) => new() { Name = "a.txt", Text = text, Encoding = "utf-8", Blocks = [] };
}
