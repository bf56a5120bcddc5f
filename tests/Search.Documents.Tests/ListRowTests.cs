using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Documents.Tests;

/// <summary>
/// A row of a list of documents is a part of a letterhead and a heading on one line, in whatever columns. No such row may
/// keep an analysis from going on to the next line.
/// </summary>
public sealed class ListRowTests
{
    private static readonly string[] Separators = ["\t", "     ", " | ", "<br>", "\t\t", " "];

    private static readonly string[][] Rows =
    [
        ["Số 31-KH/TU", "Cần Thơ, ngày 02/03/2023", "KẾ HOẠCH"],
        ["Số: 118/QĐ-UBND", "Huế, ngày 9 tháng 4 năm 2024", "QUYẾT ĐỊNH"],
        ["Cà Mau, ngày 14/10/2021", "Số 7-TB/TU", "THÔNG BÁO"],
        ["Số 45-CV/TU", "Sơn La, ngày 11/12/2020", "Kính gửi: Ban Tổ chức Tỉnh ủy"],
        ["TỈNH ỦY SƠN LA", "Số 45-CV/TU", "Nơi nhận:"],
        ["ĐẢNG CỘNG SẢN VIỆT NAM", "Số 3-NQ/TU", "T/M BAN THƯỜNG VỤ"],
        ["Số 12-HD/TU", "MẬT", "PHỤ LỤC"],
        ["1", "Số 9-CT/TU", "Lai Châu, ngày 01/02/2019", "CHỈ THỊ", "BÍ THƯ"],
        ["Số 31-KH/TU", "Số 32-KH/TU", "Cần Thơ, ngày 02/03/2023"],
    ];

    public static TheoryData<string, string> Files()
    {
        var data = new TheoryData<string, string>();
        foreach (var row in Rows)
        {
            data.Add($"| {string.Join(" | ", row)} |", ".md");
            foreach (var separator in Separators)
            {
                data.Add(string.Join(separator, row), ".txt");
                data.Add(string.Join(separator, row), ".md");
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void ARowAloneOrBetweenOthersIsReadToItsEnd(string row, string extension)
    {
        foreach (var text in new[] { row, $"{row}\n{row}\n{row}", $"Danh mục văn bản đã ban hành trong năm, kèm theo báo cáo này.\n\n{row}\n\nHết." })
        {
            var documents = new DocumentAnalysis(Catalogue.Default).Analyze(DocumentReaders.FromText("a" + extension, text));

            Assert.NotEmpty(documents);
            Assert.Equal(text.TrimEnd('|', ' ').Length, documents[^1].Span.End);
        }
    }

    [Fact]
    public void AnAnalysisEndsByItselfWhenItsStepsAreUsedUp()
    {
        var text = string.Concat(Enumerable.Repeat("Tiếp tục thực hiện nghị quyết của tỉnh.\n", 2_000));

        Assert.Throws<WorkBudgetException>(() => new DocumentAnalysis(Catalogue.Default)
            .Analyze(DocumentReaders.FromText("a.txt", text), new WorkBudget(5_000)));
    }

    [Fact]
    public void AnAnalysisEndsByItselfWhenItIsCanceled()
    {
        var text = string.Concat(Enumerable.Repeat("Tiếp tục thực hiện nghị quyết của tỉnh.\n", 2_000));

        Assert.ThrowsAny<OperationCanceledException>(() => new DocumentAnalysis(Catalogue.Default)
            .Analyze(DocumentReaders.FromText("a.txt", text), WorkBudget.For(text.Length, new CancellationToken(canceled: true))));
    }
}
