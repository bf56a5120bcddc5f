using Search.Application.Contracts;
using Search.Application.Lines;
using Search.Documents;
using Search.Documents.Catalogues;

namespace Search.Api.Tests;

/// <summary>How a document is cited by the Party's rules, and what citation managers get.</summary>
[Collection("host")]
public sealed class CitedReferenceTests(ApiHostFixture host)
{
    [Theory]
    [InlineData("Chỉ thị", "33-CT/TW", "2019-03-20", "Ban Bí thư", "VỀ TĂNG CƯỜNG SỰ LÃNH ĐẠO CỦA ĐẢNG ĐỐI VỚI HỘI CỰU CHIẾN BINH VIỆT NAM",
        "Chỉ thị số 33-CT/TW, ngày 20/3/2019 của Ban Bí thư về tăng cường sự lãnh đạo của Đảng đối với Hội Cựu chiến binh Việt Nam")]
    [InlineData("Kế hoạch", "25-KH/TU", "2017-05-10", "Ban Thường vụ Tỉnh ủy Lâm Đồng", "THỰC HIỆN NGHỊ QUYẾT SỐ 04-NQ/TW CỦA BAN CHẤP HÀNH TRUNG ƯƠNG",
        "Kế hoạch số 25-KH/TU, ngày 10/5/2017 của Ban Thường vụ Tỉnh ủy Lâm Đồng thực hiện Nghị quyết số 04-NQ/TW của Ban Chấp hành Trung ương")]
    [InlineData("Nghị quyết", "12-NQ/ĐU", "2026-09-05", "Đảng ủy xã Tân Hội", "Về phát triển du lịch",
        "Nghị quyết số 12-NQ/ĐU, ngày 05/9/2026 của Đảng ủy xã Tân Hội về phát triển du lịch")]
    [InlineData("Quyết định", "15-QĐ/TW", "2016-12-26", "Bộ Chính trị", "Quy chế làm việc của Ban Chỉ đạo",
        "Quyết định số 15-QĐ/TW, ngày 26/12/2016 của Bộ Chính trị, Quy chế làm việc của Ban Chỉ đạo")]
    [InlineData("Kết luận", "07-KL/TW", "2017-02-01", null, null, "Kết luận số 07-KL/TW, ngày 01/02/2017")]
    [InlineData("Kế hoạch", null, "2018-11-12", "Tỉnh ủy Lâm Đồng", null, "Kế hoạch ngày 12/11/2018 của Tỉnh ủy Lâm Đồng")]
    [InlineData(null, "4011/UBND-VX2", null, null, "V/v tổ chức lễ hội", "Văn bản số 4011/UBND-VX2 V/v tổ chức lễ hội")]
    public void IsWrittenAsTheRulesHaveIt(string? type, string? number, string? date, string? issuer, string? title, string expected) =>
        Assert.Equal(expected, CitedReference.Of(new DocumentLine
        {
            Key = "x", Slug = "x", Url = "/van-ban/x", Status = "present", TypeName = type, Number = number, Issuer = issuer, Title = title,
            DisplayTitle = title is null ? null : DisplayTitle.Of(title, Catalogue.Default),
            Date = date is null ? null : DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        }));

    [Fact]
    public async Task CitationManagersKeepTheCapitalsOfTheTitle()
    {
        const string Path = "/api/documents/02-hd-bdntw-2017-01-16";
        var title = (await host.Client.JsonAsync(Path)).GetProperty("document").GetProperty("title").GetString()!;
        Assert.Contains(title, char.IsUpper);
        var ris = await host.Client.GetStringAsync(new Uri(Path + "/cite.ris", UriKind.Relative));
        Assert.Contains($"TI  - {title}\r\n", ris, StringComparison.Ordinal);
        var bib = await host.Client.GetStringAsync(new Uri(Path + "/cite.bib", UriKind.Relative));
        Assert.Contains($"title = {{{{{title}}}}}", bib, StringComparison.Ordinal);
    }
}
