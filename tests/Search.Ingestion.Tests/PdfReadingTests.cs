using Search.Documents;
using Search.Ingestion.Reading;

namespace Search.Ingestion.Tests;

/// <summary>Pages by the boxes of their words: what pdftotext and tesseract write, put together to text.</summary>
public sealed class PdfReadingTests
{
    [Fact]
    public void AHyphenAtTheEndOfALineStays() => Assert.Equal(
        ["Căn cứ Nghị định số 26/2024/NĐ-CP của Chính phủ và Kết luận 12-KL/TU về công tác dân vận, dịch Covid-19 ở cơ sở."],
        Texts(Page(1,
            Line(100, "Căn cứ Nghị định số 26/2024/NĐ-", 60, 540),
            Line(116, "CP của Chính phủ và Kết luận 12-", 60, 540),
            Line(132, "KL/TU về công tác dân vận, dịch Covid-", 60, 540),
            Line(148, "19 ở cơ sở.", 60, 160))));

    [Fact]
    public void WhatIsFilledIntoAGapStandsInItsLine()
    {
        var pages = PdfTextLayer.Read(System.Text.Encoding.UTF8.GetBytes(Layer(
            [("Số:", 100, 117, 100), ("64", 124, 140, 102)],
            [("/QĐ-UBND", 155, 219, 100)],
            [("Sơn", 270, 300, 100), ("La,", 304, 320, 100), ("ngày", 324, 350, 100)],
            [("7", 362, 370, 102), ("tháng", 380, 410, 100)],
            [("12", 422, 434, 102), ("năm", 444, 466, 100), ("2024", 470, 496, 102)],
            [("Cột", 60, 80, 300), ("ngày", 84, 110, 300)],
            [("12", 400, 412, 300)])));

        Assert.Equal(
            ["Số: 64 /QĐ-UBND", "Sơn La, ngày 7 tháng 12 năm 2024", "Cột ngày", "12"],
            Assert.Single(pages).Lines.Select(line => line.Text()));
    }

    [Fact]
    public void AYearThatANarrowColumnBreaksOffIsNoPageNumber() => Assert.Equal(
        ["HUYỆN ỦY VÂN CANH", "Vân Canh, ngày 14 tháng 3 năm 2012", "7"],
        Texts(new PdfPage(1, 595, 842,
        [
            [Line(20, "7", 60, 66), Line(36, "HUYỆN ỦY VÂN CANH", 60, 220)],
            [Line(36, "Vân Canh, ngày 14 tháng 3 năm", 300, 520), Line(52, "2012", 300, 330)],
        ])).Select(text => text.Replace('\n', ' ')));

    /// <summary>Blocks of one line each as pdftotext writes them.</summary>
    private static string Layer(params (string Text, int Left, int Right, int Top)[][] blocks)
    {
        var output = new System.Text.StringBuilder("<page width=\"595\" height=\"842\">\n");
        foreach (var block in blocks)
        {
            output.Append("<block>\n<line>\n");
            foreach (var (text, left, right, top) in block)
            {
                output.Append(System.Globalization.CultureInfo.InvariantCulture, $"<word xMin=\"{left}\" yMin=\"{top}\" xMax=\"{right}\" yMax=\"{top + 13}\">{text}</word>\n");
            }

            output.Append("</line>\n</block>\n");
        }

        return output.Append("</page>\n").ToString();
    }

    [Fact]
    public void ARaisedFigureIsTheMarkOfANote()
    {
        var line = new PdfLine(
        [
            new PdfWord("8-QĐ/HU", 100, 100, 150, 114), new PdfWord("2", 150.1, 99.5, 154, 107), new PdfWord("ngày", 158, 100, 180, 114),
            new PdfWord("5", 184, 100, 190, 114), new PdfWord("m", 194, 100, 202, 114), new PdfWord("2", 202.1, 99.5, 206, 107),
        ]);
        var source = PdfText.Build("a.pdf", [new PdfPage(1, 595, 842, [[line]])], "pdf", 1000);

        Assert.Equal("8-QĐ/HU[2] ngày 5 m2", source.Text);
        Assert.Equal("[2]", source.Text.Substring(source.Blocks[0].Edits[0].Start, source.Blocks[0].Edits[0].Length));
    }

    [Fact]
    public void HeadsFeetAndPageNumbersAreNoText()
    {
        var pages = Enumerable.Range(1, 4).Select(page => Page(
            page,
            Line(40, $"CÔNG BÁO/Số {200 + page}/Ngày {page}-5-2026", 180, 400),
            Line(40, $"{page}", 520, 530),
            Line(200, page == 1 ? "Chỉ thị này được phổ biến đến" : page < 4 ? "các chi bộ ở cơ sở và tiếp tục" : "toàn thể đảng viên.", 60, 540),
            Line(810, $"Trang {page}/4", 280, 320))).ToArray();
        var source = PdfText.Build("a.pdf", pages, "pdf", 10_000);
        var text = Assert.Single(source.Blocks, block => block.Kind != BlockKind.Furniture);

        Assert.Equal("Chỉ thị này được phổ biến đến các chi bộ ở cơ sở và tiếp tục các chi bộ ở cơ sở và tiếp tục toàn thể đảng viên.", text.Span.Slice(source.Text).ToString());
        Assert.Equal(12, source.Blocks.Count(block => block.Kind == BlockKind.Furniture));
        Assert.Contains("CÔNG BÁO/Số 203", source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ALetterheadThatStandsHighOnOnePageStays() => Assert.Equal(
        ["HUYỆN ỦY ĐỨC TRỌNG", "Nội dung"],
        Texts(Page(1, Line(30, "HUYỆN ỦY ĐỨC TRỌNG", 60, 200)), Page(2, Line(300, "Nội dung", 60, 120))));

    [Fact]
    public void TwoColumnsOfARecognizedPageAreReadOneAfterTheOther()
    {
        // The closing of a letter as recognition gives it: T/M stands above the recipients, and lines run across.
        var page = PdfRecognizedPage.Read(1, Table(
            [("giao Ban Tuyên giáo theo dõi việc thực hiện kế hoạch này trong toàn huyện.", 100, 1000)],
            [("T/M BAN THƯỜNG VỤ", 1300, 1080)],
            [("Nơi nhận:", 200, 1130), ("PHÓ BÍ THƯ", 1400, 1132)],
            [("- Thường trực Tỉnh ủy,", 200, 1180)],
            [("- Lưu Văn phòng.", 200, 1230), ("Trần Thị Bình", 1380, 1232)]));

        Assert.Equal(
            [
                "giao Ban Tuyên giáo theo dõi việc thực hiện kế hoạch này trong toàn huyện.",
                "Nơi nhận:\n- Thường trực Tỉnh ủy,\n- Lưu Văn phòng.",
                "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ",
                "Trần Thị Bình",
            ],
            page.Blocks.Select(block => string.Join('\n', block.Select(line => line.Text()))));
    }

    [Theory]
    [InlineData("Ký bởi: Văn phòng\nEmail: a@b.vn\nThời gian ký: 01.02.2024 08:00:00 +07:00", true, nameof(PageDoubt.Scan))]
    [InlineData("7", true, nameof(PageDoubt.Scan))]
    [InlineData("Nơi nhận: Như trên.", false, nameof(PageDoubt.None))]
    [InlineData("", false, nameof(PageDoubt.None))]
    [InlineData("UY BAN NHAN DAN TINH AN GIANG CONG HOA XA HOI CHU NGHIA VIET NAM QUYET DINH ve viec phe duyet ke hoach phat trien kinh te xa hoi cua tinh nam hai nghin", true, nameof(PageDoubt.Unmarked))]
    [InlineData("UY BAN NHAN DAN TINH AN GIANG CONG HOA XA HOI CHU NGHIA VIET NAM QUYET DINH ve viec phe duyet ke hoach phat trien kinh te xa hoi cua tinh nam hai nghin", false, nameof(PageDoubt.None))]
    [InlineData("\uE001\uE002\uE003 \uE004\uE005 \uE006\uE007\uE008 \uE001\uE002\uE003 \uE004\uE005", false, nameof(PageDoubt.None))]
    [InlineData("Fkù wkù vr pôw fxd Eq Eíwkzư Wuzqj xrqj yhg ylhf wkxf klhq qjkl txbhw wuzqj xrqj gdqj odq wkx pzrl ed fxd Eq Fkds kdqk Wuzqj xrqj Gdqj frqj vdq", false, nameof(PageDoubt.Garbage))]
    [InlineData("Sè 12-CV/HU KÕ ho¹ch thùc hiÖn ChØ thÞ cña Bé ChÝnh trÞ vÒ ®¶ng viªn, c¸n bé vµ c«ng t¸c d©n vËn trong t×nh h×nh míi, giao Ban Tuyªn gi¸o theo dâi", true, nameof(PageDoubt.None))]
    [InlineData("The Committee shall report to the Congress on the work of the term and the results of the implementation of the resolution in the provinces by this date", false, nameof(PageDoubt.None))]
    [InlineData("Ban Thường vụ Huyện ủy yêu cầu các chi bộ quán triệt và thực hiện Chỉ thị số 12-CT/TU ngày 5/6/2020 của Ban Thường vụ Tỉnh ủy trong toàn đảng bộ huyện", true, nameof(PageDoubt.None))]
    public void PagesAreDoubtedOneByOne(string text, bool isImage, string expected)
    {
        var page = Page(1, [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((line, i) => Line(200 + (20 * i), line, 60, 540))]);
        var other = Page(2, Line(200, "Trang này có một lớp chữ đầy đủ và không cần nhận dạng lại, vì chữ của nó là chữ mà người đọc nhìn thấy trên giấy khi mở tệp ra xem.", 60, 540));

        Assert.Equal([expected, nameof(PageDoubt.None)], PageDoubts.Of([page, other], () => [isImage ? 0.98 : 0, 0]).Select(doubt => doubt.Why.ToString()));
    }

    [Fact]
    public void ImagesAreAddedUpToTheShareOfTheirPage()
    {
        const string Table = """
            page   num  type   width height color comp bpc  enc interp  object ID x-ppi y-ppi size ratio
            --------------------------------------------------------------------------------------------
               1     0 image    1653   600  gray    1   1  ccitt  no         7  0   200   200 37.4K 7.8%
               1     1 image    1653  1738  gray    1   1  ccitt  no         8  0   200   200 37.4K 7.8%
               2     2 image     200   200  rgb     3   8  image  no        25  0   200   200 38.5K 1.0%
               2     3 smask    1653  2338  gray    1   8  image  no        25  0   200   200 1276B 0.1%
            """;
        var shares = PdfImages.Coverage(System.Text.Encoding.UTF8.GetBytes(Table), [new PdfPage(1, 595, 842, []), new PdfPage(2, 595, 842, [])]);

        Assert.InRange(shares[0], 0.98, 1.02);
        Assert.InRange(shares[1], 0.005, 0.02);
    }

    private static string[] Texts(params PdfPage[] pages)
    {
        var source = PdfText.Build("a.pdf", pages, "pdf", 100_000);
        return [.. source.Blocks.Select(block => block.Span.Slice(source.Text).ToString())];
    }

    private static PdfPage Page(int number, params PdfLine[] lines) => new(number, 595, 842, lines.Length == 0 ? [] : [lines]);

    /// <summary>A line whose words share its width evenly, with blanks of a quarter of its height between.</summary>
    private static PdfLine Line(double top, string text, double left, double right)
    {
        var words = text.Split(' ');
        var width = (right - left - (3.5 * (words.Length - 1))) / words.Length;
        return new PdfLine([.. words.Select((word, i) => new PdfWord(word, left + (i * (width + 3.5)), top, left + (i * (width + 3.5)) + width, top + 14))]);
    }

    private static byte[] Table(params (string Text, int Left, int Top)[][] rows)
    {
        var table = new System.Text.StringBuilder("level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext\n1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t\n");
        for (var line = 0; line < rows.Length; line++)
        {
            foreach (var (text, left, top) in rows[line])
            {
                var at = left;
                foreach (var word in text.Split(' '))
                {
                    var width = 20 * word.Length;
                    table.Append(System.Globalization.CultureInfo.InvariantCulture, $"5\t1\t1\t1\t{line + 1}\t1\t{at}\t{top}\t{width}\t38\t91.5\t{word}\n");
                    at += width + 12;
                }
            }
        }

        return System.Text.Encoding.UTF8.GetBytes(table.ToString());
    }
}
