using System.Text;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Ingestion.Reading;
using Search.Testing.Files;

namespace Search.Ingestion.Tests;

/// <summary>One paper in every format gives one document with the same letterhead.</summary>
public sealed class FormatTests : SystemFixture
{
    private readonly Paper _paper = new PaperGenerator(77, Catalogue.Default).Next();

    private string? _programs;

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.md")]
    [InlineData("a.html")]
    [InlineData("a.docx")]
    [InlineData("a.zip")]
    [InlineData("a.jsonl")]
    public async Task APaperKeepsItsLetterhead(string name)
    {
        Write(name, Form(name));

        await Ingest();

        AssertPaper();
    }

    [Fact]
    public async Task APdfKeepsItsLetterheadAndItsPages()
    {
        Assert.SkipWhen(ChildProcess.Find("pdftotext") is null, "pdftotext is not installed");
        Write("a.pdf", FileForms.Pdf([.. _paper.Lines.Take(12)], [.. _paper.Lines.Skip(12)]));

        await Ingest();

        AssertPaper();
        Assert.True(new PdfReader(new KnowledgeOptions()).TryRead("a.pdf", File.ReadAllBytes(Path.Combine(Sources, "a.pdf")), out var read, out _));
        Assert.Equal([1, 2], read.Blocks.Select(block => block.Page).Distinct());
    }

    [Fact]
    public async Task AScanWithoutRecognitionSaysHowToGetIt()
    {
        Assert.SkipWhen(ChildProcess.Find("pdftotext") is null, "pdftotext is not installed");
        var programs = Directory.CreateDirectory(Path.Combine(Outside, "programs"));
        File.CreateSymbolicLink(Path.Combine(programs.FullName, "pdftotext"), ChildProcess.Find("pdftotext")!);
        _programs = programs.FullName;
        Write("scan.pdf", FileForms.Pdf(new List<string>()));

        var (_, events) = await Ingest();

        var told = Assert.Single(events);
        Assert.Equal("needs-ocr", told.Code);
        Assert.Contains("tesseract-ocr-vie", told.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AScanIsRecognisedPageByPageAndSaysSo()
    {
        var isMissing = !new PdfScan(new KnowledgeOptions()).IsAvailable;
        Assert.False(isMissing && Environment.GetEnvironmentVariable("CI") is "true", "CI installs tesseract with Vietnamese data");
        Assert.SkipWhen(isMissing, "tesseract, its Vietnamese data or poppler-utils is not installed");
        Write("scan.pdf", Scans.Of(
            ["TINH UY QUANG NGAI", "So 90-KH/TU", "DANG CONG SAN VIET NAM", "Quang Ngai, ngay 13 thang 9 nam 2014", "KE HOACH"],
            ["Ban Thuong vu Tinh uy yeu cau", "thuc hien Chi thi so 04-CT/TW."]));

        var (summary, _) = await Ingest();

        Assert.Equal(1, summary.Ingested);
        Assert.Equal(PdfScan.Encoding, CollectionReader.Store.File("sources/scan.pdf")!.Encoding);
        var text = CollectionReader.Store.Read(Assert.Single(CollectionReader.Store.List()).Key)!.SourceText;
        Assert.Contains("90-KH/TU", text, StringComparison.Ordinal);
        Assert.Contains("04-CT/TW", text, StringComparison.Ordinal);
        Assert.True(new PdfReader(new KnowledgeOptions()).TryRead("scan.pdf", File.ReadAllBytes(Path.Combine(Sources, "scan.pdf")), out var read, out _));
        Assert.Equal([1, 2], read.Blocks.Select(block => block.Page).Distinct());
    }

    [Fact]
    public void AWordFileIsReadWithNumberingNotesAndWithoutWhatWasDeleted()
    {
        const string space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        var bytes = FileForms.Docx(
            """
            <w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>Mục đích</w:t></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Một</w:t></w:r></w:p>
            <w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Hai</w:t></w:r></w:p>
            <w:p><w:r><w:t>còn </w:t></w:r><w:del><w:r><w:delText>đã xóa </w:delText></w:r></w:del><w:ins><w:r><w:t>lại</w:t></w:r></w:ins><w:r><w:footnoteReference w:id="2"/></w:r></w:p>
            """,
            ("word/styles.xml", $"<w:styles {space}><w:style w:styleId=\"H1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>"),
            ("word/numbering.xml", $"<w:numbering {space}><w:abstractNum w:abstractNumId=\"5\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num></w:numbering>"),
            ("word/footnotes.xml", $"<w:footnotes {space}><w:footnote w:id=\"2\"><w:p><w:r><w:t>Chú thích.</w:t></w:r></w:p></w:footnote></w:footnotes>"));

        Assert.True(new DocxReader(100_000).TryRead("a.docx", bytes, out var text, out _));

        Assert.Equal("Mục đích\n\nI. Một\n\nII. Hai\n\ncòn lại[1]\n\n[1] Chú thích.", text.Text);
        Assert.Equal(
            [BlockKind.Heading, BlockKind.ListItem, BlockKind.ListItem, BlockKind.Paragraph, BlockKind.Note],
            text.Blocks.Select(block => block.Kind));
        Assert.All(text.Blocks, block => Assert.False(string.IsNullOrWhiteSpace(block.Content.Slice(text.Text))));
    }

    [Fact]
    public void APageIsReadWithoutItsSurroundings()
    {
        var page = """
            <html><body><nav>Trang chủ</nav><main><h2>Mục đích</h2><p>Thực hiện
            Chỉ thị<sup><a href="#1">1</a></sup>.</p><ol start="3"><li>Ba<ul><li>nhỏ</li></ul></li></ol>
            <table><tr><td>Năm</td><td>2011</td></tr></table><script>alert(1)</script></main><footer>Liên hệ</footer></body></html>
            """;

        Assert.True(new HtmlReader(100_000).TryRead("a.html", Encoding.UTF8.GetBytes(page), out var text, out _));

        Assert.Equal("Mục đích\n\nThực hiện Chỉ thị[1].\n\n3. Ba\n\n- nhỏ\n\nNăm\t2011", text.Text);
    }

    [Fact]
    public void BlocksOfAWordFileKnowTheirPageWhereWordNotedItsBreaks()
    {
        const string Turn = "<w:lastRenderedPageBreak/>";
        var pages = Pages(FileForms.Docx(
            "<w:p><w:r><w:t>Trang một</w:t></w:r></w:p>"
            + $"<w:p><w:r><w:t>bắt đầu ở trang một,</w:t>{Turn}<w:t> hết ở trang hai</w:t></w:r></w:p>"
            + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>hàng ở trang hai</w:t></w:r></w:p></w:tc></w:tr>"
            + $"<w:tr><w:tc><w:p><w:r>{Turn}<w:t>hàng ở trang ba</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
            + $"<w:p><w:r>{Turn}<w:t>Trang bốn</w:t></w:r></w:p>",
            ("word/header1.xml", "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:r><w:t>Đầu trang</w:t></w:r></w:p></w:hdr>")));

        Assert.Equal([0, 1, 1, 2, 3, 4], pages);
    }

    [Theory]
    [InlineData("<Properties><Pages>1</Pages></Properties>", 1)]
    [InlineData("<Properties><Pages>7</Pages></Properties>", 0)]
    [InlineData("<Properties/>", 0)]
    public void AWordFileWithoutNotedBreaksKnowsItsPageOnlyWhenItHasOne(string counted, int page) =>
        Assert.Equal([page], Pages(FileForms.Docx("<w:p><w:r><w:t>Một đoạn</w:t></w:r></w:p>", ("docProps/app.xml", counted))));

    [Fact]
    public async Task AListNamesFilesBesideItAndNothingElse()
    {
        Write("bodies/a.text", "Các cấp ủy thực hiện tốt công tác đối ngoại.");
        File.WriteAllText(Path.Combine(Outside, "outside.text"), "bên ngoài");
        Write("list.csv", "number;type;date;title;file\n90-KH/TW;ke-hoach;2014-09-13;Kế hoạch;bodies/a.text\n91-KH/TW;ke-hoach;2014-09-13;Khác;../outside.text\n");

        var (_, events) = await Ingest();

        Assert.Contains(events, told => told is { Path: "sources/list.csv!/000001.md", Outcome: IngestOutcome.Ingested });
        Assert.Contains(events, told => told is { Path: "sources/list.csv!/000002.md", Code: "missing" });
    }

    [Fact]
    public void AChildThatRunsTooLongOrSaysTooMuchIsEnded()
    {
        var shell = ChildProcess.Find("sh")!;
        var limits = new ChildLimits(TimeSpan.FromMilliseconds(300), 1L << 30, 1000);

        Assert.True(ChildProcess.Run(shell, ["-c", "sleep 60"], default, limits).IsLate);
        Assert.True(ChildProcess.Run(shell, ["-c", "while :; do echo xxxxxxxxxxxxxxxxxxxx; done"], default, limits with { Time = TimeSpan.FromSeconds(60) }).IsTooLong);
    }

    protected override void Configure(KnowledgeOptions options) => options.ProgramPath = _programs;

    private static IEnumerable<int> Pages(byte[] docx)
    {
        Assert.True(new DocxReader(1 << 20).TryRead("a.docx", docx, out var read, out _));
        return read.Blocks.Select(block => block.Page);
    }

    private byte[] Form(string name) => Path.GetExtension(name) switch
    {
        ".txt" => FileForms.Text(_paper),
        ".md" => FileForms.Markdown(_paper),
        ".html" => FileForms.Html(_paper),
        ".docx" => FileForms.Docx(_paper),
        ".zip" => FileForms.Zip([("deep/a.docx", FileForms.Docx(_paper))]),
        _ => FileForms.JsonLines([_paper]),
    };

    private void AssertPaper()
    {
        var document = Assert.Single(CollectionReader.Store.List());
        Assert.Equal(_paper.Number, document.Number);
        Assert.Equal(_paper.Day, document.Date);
        Assert.Equal(_paper.Place, document.Province);
        Assert.StartsWith(_paper.Title[..20], document.Title, StringComparison.OrdinalIgnoreCase);
        Assert.True(CollectionReader.Verify().IsSound);
    }
}
