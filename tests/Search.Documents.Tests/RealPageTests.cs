using Search.Documents.Catalogues;

namespace Search.Documents.Tests;

/// <summary>Papers as web pages, converters and hands leave them: wrapped, below a page's head, behind front matter of others.</summary>
public sealed class RealPageTests
{
    private const string Body = "Thực hiện chương trình công tác năm, cơ quan yêu cầu các đơn vị trực thuộc thực hiện tốt các nội dung sau đây.";

    private static readonly DocumentAnalysis Analysis = new(Catalogue.Default);

    [Theory]
    [InlineData("|\n**HỘI ĐỒNG NHÂN\nDÂN**\nTỈNH SƠN LA\n-------\n|\n**CỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM**\nĐộc lập - Tự do - Hạnh phúc\n-----\n|\n|\nSố:\n77/2024/NQ-HĐND\n|\n*Sơn La, ngày\n09 tháng 7 năm 2024 *\n|\n\n**NGHỊ\nQUYẾT**\n\nQUY\nĐỊNH MỨC THU\n\n", "77/2024/NQ-HĐND", "2024-07-09", "nghi-quyet", "Hội đồng nhân dân tỉnh Sơn La")]
    [InlineData("|\n**BAN\nCHẤP HÀNH TRUNG ƯƠNG**\n*\n|\n**ĐẢNG\nCỘNG SẢN VIỆT NAM**\n|\n|\nSố\n51-QĐ/TW\n|\n*Hà\nNội, ngày 14\ntháng 9 năm 2022*\n|\n\n**QUY ĐỊNH**\n\nVỀ TẶNG HUY HIỆU\n\n- Căn cứ Điều lệ Đảng;\n\nBộ Chính trị quy định như sau:\n\n", "51-QĐ/TW", "2022-09-14", "quy-dinh", "Bộ Chính trị")]
    [InlineData("BỘ\nCÔNG THƯƠNG\n-------\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 0417/QĐ-BCT\nHà Nội, ngày 3 tháng\n4 năm 2023\nQUYẾT ĐỊNH\nVỀ VIỆC BAN HÀNH QUY CHẾ\n", "417/QĐ-BCT", "2023-04-03", "quyet-dinh", "Bộ Công Thương")]
    public void ALetterheadThatANarrowColumnBrokeIsReadWhole(string head, string number, string date, string type, string issuer)
    {
        foreach (var name in new[] { "a.md", "a.txt" })
        {
            var document = Assert.Single(Analyze(name, head + Body + "\n"));

            Assert.Equal(number, document.Docket?.Canonical);
            Assert.Equal(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), document.Date);
            Assert.Equal(type, document.Type);
            Assert.Equal(issuer, document.Issuer);
        }
    }

    [Theory]
    [InlineData("Quy định số 22-QĐ/TW về công tác kiểm tra của Đảng", "quy-dinh", "về công tác kiểm tra của Đảng")]
    [InlineData("Thực hiện Quyết định số 21-QĐ/TW về công tác kiểm tra", "quyet-dinh", "Thực hiện Quyết định số 21-QĐ/TW về công tác kiểm tra")]
    public void AHeadingNamesTheTypeThatASignLeavesOpenAndIsATitleWithoutTheOwnNumber(string heading, string type, string title)
    {
        var document = Assert.Single(Analyze("a.md", $"---\nso_hieu: 22-QĐ/TW\nngay_ban_hanh: 28/07/2021\n---\n\n# {heading}\n\n{Body}\n"));

        Assert.Equal("22-QĐ/TW@2021-07-28", document.Key.Value);
        Assert.Equal(type, document.Type);
        Assert.Equal(title, document.Title);
    }

    [Fact]
    public void ALetterheadBelowThePagesHeadAndRecordIsFound()
    {
        const string Text = "Trang chủ | Giới thiệu | Liên hệ\n\nMọi hành vi đăng lại mà không được đồng ý là vi phạm quy định về sở hữu trí tuệ của trang thông tin này.\n\n"
            + "**Số hiệu:**\n|\n88-KL/TU\n|\n**Loại văn bản:**\n|\nVăn bản khác\n|\n**Ngày ban hành:**\n|\n05/06/2024\n|\n\n"
            + "**TỈNH ỦY LÀO CAI**\n*\n**ĐẢNG CỘNG SẢN VIỆT NAM**\n\nSố 88-KL/TU\n\n*Lào Cai, ngày 05 tháng 6 năm 2024*\n\n**KẾT LUẬN**\n\nvề công tác cán bộ\n\n" + Body + "\n";
        var document = Assert.Single(Analyze("a.md", Text));

        Assert.Equal("88-KL/TU~lao-cai@2024-06-05", document.Key.Value);
        Assert.Equal("ket-luan", document.Type);
        var furniture = Assert.Single(document.Parts, part => part.Kind == DocumentPartKind.Furniture);
        Assert.Contains("sở hữu trí tuệ", furniture.Span.Slice(Text), StringComparison.Ordinal);
        Assert.DoesNotContain(document.Passages, passage => furniture.Span.Overlaps(passage.Span));
    }

    [Theory]
    [InlineData("so_hieu: 19-HD/BTCTW\nngay_ban_hanh: 03/02/2023\nco_quan_ban_hanh: Ban Tổ chức Trung ương\nloai_van_ban: Hướng dẫn\ndocid: \"218852\"")]
    [InlineData("docid: 19-HD/BTCTW\nissued_date: 2023-02-03\nauthority: Ban Tổ chức Trung ương\ntype: Hướng dẫn\ndate: 2025-01-01")]
    [InlineData("so_hieu: 19-HD/BTCTW\npromulgated-date: 2023-02-03\nissued-by: Ban Tổ chức Trung ương\nloai_van_ban: Hướng dẫn")]
    [InlineData("so-hieu: \"19 - HD/BTCTW\"\nngay-ban-hanh: ngày 3 tháng 2 năm 2023\nloai-van-ban: Hướng dẫn\nlayout: page")]
    public void FrontMatterOfAnyPageIsASecondOpinion(string matter)
    {
        var document = Assert.Single(Analyze("a.md", $"---\n{matter}\n---\n\n# Công tác đảng viên\n\n{Body}\n"));

        Assert.Equal("19-HD/BTCTW@2023-02-03", document.Key.Value);
        Assert.Equal("huong-dan", document.Type);
        Assert.Equal("Ban Tổ chức Trung ương", document.Issuer);
        Assert.Contains("number", document.Inferences.Keys);
    }

    [Theory]
    [InlineData("issuer: Thông báo của Ban Dân vận Trung ương\nissued-by: Ban Tổ chức Trung ương", "Ban Tổ chức Trung ương")]
    [InlineData("issuer: Hướng dẫn số 19", null)]
    public void APaperOfSomebodyIsNoIssuer(string matter, string? issuer)
    {
        var document = Assert.Single(Analyze("a.md", $"---\nnumber: 19-HD/XYTW\ndate: 2023-02-03\ntype: Hướng dẫn\n{matter}\n---\n\n# Công tác đảng viên\n\n{Body}\n"));

        Assert.Equal(issuer, document.Issuer);
    }

    [Fact]
    public void TheLetterheadComesBeforeFrontMatterAndADifferenceIsNoted()
    {
        const string Text = "---\nso_hieu: 12-KH/TU\nngay_ban_hanh: 2020-01-01\n---\n\nTỈNH ỦY SƠN LA\n*\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 21-KH/TU\nSơn La, ngày 10 tháng 01 năm 2020\n\nKẾ HOẠCH\nkiểm tra năm\n\n" + Body + "\n";
        var document = Assert.Single(Analyze("a.md", Text));

        Assert.Equal("21-KH/TU~son-la@2020-01-10", document.Key.Value);
        Assert.Equal("12-KH/TU", document.Inferences["otherNumber"].Value);
        Assert.Contains("otherDate", document.Inferences.Keys);
    }

    [Theory]
    [InlineData("TRIỂN KHAI NGHỊ QUYẾT SỐ 29-NQ/TW NGÀY 04/11/2013")]
    [InlineData("THỰC HIỆN CHỈ THỊ SỐ 35-CT/TW NGÀY 14/6/2024\nCỦA BỘ CHÍNH TRỊ")]
    [InlineData("HƯỚNG DẪN THỰC HIỆN QUY ĐỊNH SỐ 11-QĐ/TW NGÀY 18/2/2019")]
    [InlineData("SỬA\nĐỔI, BỔ SUNG QUYẾT ĐỊNH SỐ 45-QĐ/TU NGÀY 01 THÁNG 02 NĂM\n2021 CỦA BAN THƯỜNG VỤ")]
    public void ANumberThatATitleCitesOpensNoDocumentAndIsNotTheDocuments(string title)
    {
        var text = $"TỈNH ỦY YÊN BÁI\n*\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 64-CTr/TU\nYên Bái, ngày 20 tháng 12 năm 2024\n\nCHƯƠNG TRÌNH\n\n{title}\n\n{Body}\n";
        foreach (var name in new[] { "a.md", "a.txt" })
        {
            Assert.Equal("64-CTr/TU~yen-bai@2024-12-20", Assert.Single(Analyze(name, text)).Key.Value);
        }
    }

    [Fact]
    public void TextsWithoutNumberShareAKeyOnlyWhereTheirWordsAreTheSame()
    {
        var notice = string.Concat(Enumerable.Repeat("Trang này giữ bản quyền của bản dịch và không cho phép đăng lại. ", 12));
        var one = Assert.Single(Analyze("a.md", $"{notice}\n\nCông tác thủy lợi đạt kết quả tốt trong năm qua.\n")).Key;
        var other = Assert.Single(Analyze("b.md", $"{notice}\n\nThu ngân sách vượt dự toán được giao trong năm qua.\n")).Key;
        var again = Assert.Single(Analyze("c.txt", $"{notice}\r\n\r\nCông tác thủy lợi đạt kết quả\r\ntốt trong năm qua.\r\n")).Key;

        Assert.NotEqual(one, other);
        Assert.Equal(one, again);
        Assert.True(one.IsUnrecognized);
    }

    [Fact]
    public void TheLineOfAuthorityBeforeTheBasisIsNoSignatureAndNoTitle()
    {
        const string Text = "BỘ Y TẾ\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 91/QĐ-BYT\nHà Nội, ngày 08 tháng 01 năm 2021\n\nQUYẾT ĐỊNH\n\nPHÊ DUYỆT ĐỀ ÁN\n\nBỘ TRƯỞNG BỘ Y TẾ\n\nCăn cứ Nghị định số 75/2017/NĐ-CP ngày 20 tháng 6 năm 2017 của Chính phủ;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Phê duyệt đề án kèm theo quyết định này.\n\nNơi nhận:\n- Lưu: VT.\n\nBỘ TRƯỞNG\n\nLê Văn Bình\n";
        var document = Assert.Single(Analyze("a.txt", Text));

        Assert.Equal("PHÊ DUYỆT ĐỀ ÁN", document.Title);
        Assert.Equal("Lê Văn Bình", document.Signer);
        Assert.Contains("Căn cứ Nghị định", document.BodySpan!.Value.Slice(Text), StringComparison.Ordinal);
    }

    [Fact]
    public void AWebPageSavedAsTextIsReadWithoutItsTags()
    {
        const string Text = "<html><head><style>p { color: red }</style></head><body><p>TỈNH ỦY B&#7854;C NINH</p><p>Số 5-TB/TU</p><p>Bắc Ninh, ngày 01/02/2020</p><p>THÔNG BÁO<br>về họp</p></body></html>";
        var document = Assert.Single(Analyze("a.txt", Text));

        Assert.Equal("05-TB/TU~bac-ninh@2020-02-01", document.Key.Value);
        Assert.DoesNotContain('<', document.Read(Text, document.Span));
    }

    [Theory]
    [InlineData("Một **đoạn** văn &amp; một [đường dẫn](https://vi.du)\nvà phần viết tiếp câu đang viết dở.", "Một đoạn văn & một đường dẫn và phần viết tiếp câu đang viết dở.")]
    [InlineData("Số 12\\-CT/TU của *Tỉnh ủy*<br>dòng sau", "Số 12-CT/TU của Tỉnh ủy\ndòng sau")]
    [InlineData("| Số | Ngày |\n|---|---|\n| 1 | **2** |", "Số\tNgày\n1\t2")]
    public void WhatIsReadHasNoMarkup(string markdown, string read)
    {
        var document = Assert.Single(Analyze("a.md", markdown));

        Assert.Equal(read, document.Read(markdown, document.Span).ReplaceLineEndings("\n"));
    }

    private static IReadOnlyList<Document> Analyze(string name, string text)
    {
        var documents = Analysis.Analyze(DocumentReaders.FromText(name, text));
        SpanChecks.AllInside(documents, text);
        return documents;
    }
}
