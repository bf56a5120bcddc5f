using Search.Application.Contracts;
using Search.Application.Reading;
using Search.Application.UseCases;
using Search.Documents;
using Search.Ingestion;

namespace Search.Api.Tests;

/// <summary>Documents that may be one and the same are shown with one another and stay two.</summary>
public sealed class ResemblanceTests : IDisposable
{
    private const string Body =
        "Thực hiện chương trình công tác năm, Ban Thường vụ Huyện ủy xây dựng kế hoạch kiểm tra việc lãnh đạo cải cách hành chính tại các đảng bộ cơ sở. "
        + "Đoàn kiểm tra làm việc với từng cấp ủy, xem xét nghị quyết đã ban hành, đối chiếu kết quả giải quyết hồ sơ của người dân và doanh nghiệp. "
        + "Văn phòng Huyện ủy chuẩn bị tài liệu, theo dõi tiến độ và tổng hợp báo cáo trước ngày cuối cùng của quý ba.";

    private readonly string _folder = Directory.CreateTempSubdirectory("search-resemblance-").FullName;

    [Theory]
    [InlineData("printed and read from its image", true)]
    [InlineData("issued with a number", true)]
    [InlineData("of another day", false)]
    [InlineData("of another committee", false)]
    [InlineData("of other words", false)]
    public async Task NearlyEqualTextsAreShownWithOneAnother(string other, bool isShown)
    {
        var second = other switch
        {
            "printed and read from its image" => Paper("", "", Body.Replace("đối chiếu", "dối chiêu", StringComparison.Ordinal).Replace("tiến độ", "tiên dộ", StringComparison.Ordinal) + "\n\n2"),
            "issued with a number" => Paper("17-KH/HU", "12", Body),
            "of another day" => Paper("", "15", Body),
            "of another committee" => Paper("", "", Body + " Phụ lục kèm theo.", "HUYỆN ỦY KIM BÔI"),
            _ => Paper("", "", "Hội Nông dân huyện vận động hội viên trồng rừng gỗ lớn, chăm sóc cây ăn quả và góp công làm đường liên thôn trong mùa khô."),
        };
        using var system = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = Path.Combine(_folder, "data") });
        var papers = Directory.CreateDirectory(Path.Combine(_folder, "papers")).FullName;
        await File.WriteAllTextAsync(Path.Combine(papers, "a.txt"), Paper("", other is "of another day" ? "12" : "", Body), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(papers, "b.txt"), second, TestContext.Current.CancellationToken);
        await system.IngestAsync([papers]);
        var knowledge = new CollectionReader(system, TimeProvider.System);
        var documents = new DocumentService(knowledge, new LookupService(knowledge, new CitationService(knowledge)));

        var shown = system.Store.List().ToDictionary(document => document.Key, document => PossiblySame(documents, document.Key));

        Assert.Equal(2, shown.Count);
        foreach (var (key, others) in shown)
        {
            Assert.Equal(isShown ? shown.Keys.Where(one => !one.Equals(key)).Select(one => one.Value) : [], others.Select(one => one.Document.Key));
            Assert.All(others, one => Assert.InRange(one.Likeness, 0.6, 1));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IReadOnlyList<ResemblanceLine> PossiblySame(DocumentService documents, DocumentKey key) =>
        documents.Describe(documents.Record(key.Value)).PossiblySame;

    private static string Paper(string number, string day, string body, string committee = "HUYỆN ỦY LẠC SƠN") =>
        $"{committee}\n*\nSố {(number.Length > 0 ? number : "     -KH/HU")}\n\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        + $"Hòa Bình, ngày {(day.Length > 0 ? day : "   ")} tháng 5 năm 2023\n\nKẾ HOẠCH\nkiểm tra công tác cải cách hành chính\n\n{body}\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nBùi Văn Thắng\n";
}
