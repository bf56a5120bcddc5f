using Search.Documents;
using Search.Documents.Catalogues;
using Search.Ingestion.Reading;
using Search.Testing.Files;
using Search.Testing;

namespace Search.Ingestion.Tests;

/// <summary>The same letters written by LibreOffice in every format that offices keep: their letterheads
/// are read alike. What needs a program that is missing is skipped; CI installs all of them.</summary>
public sealed class OfficeFormatTests : SystemFixture
{
    /// <summary>Converting takes a second or two each.</summary>
    private const int Slow = 1;

    // Formats that take the road of another one: in the whole campaign.
    private const int None = 0;

    private const int Letters = 6;

    private static readonly ChildLimits Limits = new(TimeSpan.FromMinutes(5), 6L << 30, 64L << 20);

    [Theory]
    [InlineData("docx", Letters)]
    [InlineData("doc", Slow)]
    [InlineData("odt", None)]
    [InlineData("rtf", None)]
    [InlineData("pdf", Letters)]
    public async Task LettersOfAnOfficeKeepTheirLetterheads(string format, int count)
    {
        Assert.SkipWhen(count == None && !Campaign.IsWhole, "Read as .doc is; the whole campaign reads it");
        count = Campaign.Count(count, Math.Max(6, count * 3));
        var papers = Papers(count);
        Export(papers, format);

        var (summary, events) = await Ingest();

        Assert.True(summary.Quarantined == 0, string.Join('\n', events.Where(told => told.Code is not null).Select(told => $"{told.Path} {told.Code} {told.ReasonEnglish}")));
        AssertLetters(papers, Math.Max(1, (count * 9) / 10));
    }

    [Fact]
    public async Task MailAndWebPagesOfLettersKeepTheirLetterheads()
    {
        var papers = Papers(Letters);
        for (var i = 0; i < papers.Count; i++)
        {
            Write($"{i}.mht", WebArchive(papers[i]));
        }

        await Ingest();

        AssertLetters(papers, Letters);
    }

    [Fact]
    public async Task FilesToConvertWaitForOneAnotherAndFilesOfTodayForNone()
    {
        var readers = FormatReaders.Create(new KnowledgeOptions());
        var first = await Turn("a.doc");
        var second = Turn("b.rtf");

        Assert.Null(await Turn("c.docx"));
        Assert.False(second.IsCompleted);
        first!.Dispose();
        first.Dispose();
        (await second)!.Dispose();

        Task<IDisposable?> Turn(string name) => ((IDeferrableReader)readers.For(name)!).TakeTurnAsync(name, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData('"', "a.fodt")]
    [InlineData('\'', "a.fodt")]
    [InlineData('\'', "a.odt")]
    public async Task FlatDocumentsAreReadHoweverTheirSignsAreQuoted(char quote, string name)
    {
        var paragraphs = ((string[])["HUYỆN ỦY ĐỨC CƠ", "*", "Số 12-KH/HU", "ĐẢNG CỘNG SẢN VIỆT NAM", "Đức Cơ, ngày 05 tháng 3 năm 2021", "KẾ HOẠCH", "về công tác dân vận", "Ban Thường vụ Huyện ủy yêu cầu các chi bộ thực hiện."])
            .Select(text => $"<text:p>{text}</text:p>");
        Write(name, ("<?xml version='1.0' encoding='UTF-8'?><office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
            + $"office:version='1.2' office:mimetype='application/vnd.oasis.opendocument.text'><office:body><office:text>{string.Concat(paragraphs)}</office:text></office:body></office:document>").Replace('\'', quote));

        var (_, events) = await Ingest();

        if (Assert.Single(events).Code is "needs-libreoffice")
        {
            Assert.Skip("LibreOffice is not installed.");
        }

        var document = Assert.Single(CollectionReader.Store.List());
        Assert.Equal(("12-KH/HU", "về công tác dân vận"), (document.Number, document.Title));
    }

    [Theory]
    [InlineData("that-is-a-page.doc")]
    [InlineData("that-is-a-page.rtf")]
    public async Task AFileIsReadByWhatItIs(string name)
    {
        var paper = Papers(1)[0];
        Write(name, FileForms.Html(paper));
        Write("word.doc", FileForms.Docx(paper));
        Write("archive.doc", WebArchive(paper));

        var (summary, _) = await Ingest();

        Assert.Equal((3, 0), (summary.Ingested, summary.Quarantined));
        AssertLetters([paper], 1);
    }

    [Theory]
    [InlineData(".doc", new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 })]
    [InlineData(".odt", new byte[] { 1, 2, 3 })]
    [InlineData(".rtf", new byte[] { 0x7B, 0x5C, 0x72, 0x74, 0x66 })]
    public void AMissingProgramIsSaidWithHowToGetIt(string extension, byte[] bytes)
    {
        var options = new KnowledgeOptions { ProgramPath = Outside };

        Assert.False(FileReading.TryRead("a" + extension, bytes, options, out _, out var error));

        Assert.Equal("needs-libreoffice", error.Code);
        Assert.Contains("libreoffice-writer-nogui", error.Message, StringComparison.Ordinal);
        Assert.Contains(extension, error.MessageEn, StringComparison.Ordinal);
    }

    /// <summary>However busy the machine is: these tests are about letters, not about time.</summary>
    protected override void Configure(KnowledgeOptions options)
    {
        options.FileTimeout = options.OcrPageTimeout = options.OfficeTimeout = TimeSpan.FromHours(1);
        options.OcrTimeout = TimeSpan.FromHours(3);
    }

    private static List<Paper> Papers(int count)
    {
        var generator = new PaperGenerator(2025, Catalogue.Default);
        return [.. Enumerable.Range(0, count).Select(_ => generator.Next())];
    }

    /// <summary>Has LibreOffice write the letters, from pages.</summary>
    private void Export(List<Paper> papers, string format)
    {
        var office = ChildProcess.Find("soffice");
        Assert.False(office is null && Environment.GetEnvironmentVariable("CI") is "true", "CI installs LibreOffice");
        Assert.SkipWhen(office is null, "LibreOffice is not installed");
        Assert.SkipWhen(format is "pdf" && ChildProcess.Find("pdftotext") is null, "poppler-utils is not installed");
        var pages = Directory.CreateDirectory(Path.Combine(Outside, "pages")).FullName;
        var files = papers.Select((paper, i) =>
        {
            var file = Path.Combine(pages, $"{i}.html");
            File.WriteAllBytes(file, FileForms.Html(paper));
            return file;
        });
        var target = format is "docx" ? "docx:MS Word 2007 XML" : format is "doc" ? "doc:MS Word 97" : format is "rtf" ? "rtf:Rich Text Format" : format is "odt" ? "odt:writer8" : "pdf:writer_web_pdf_Export";
        var result = ChildProcess.Run(
            office!,
            [
                "--headless", "--norestore", "--nologo", $"-env:UserInstallation={new Uri(Path.Combine(Outside, "profile")).AbsoluteUri}",
                .. format is "pdf" ? [] : (string[])["--infilter=HTML (StarWriter)"],
                "--convert-to", target, "--outdir", Sources, .. files,
            ],
            default,
            Limits);
        Assert.True(Directory.GetFiles(Sources).Length == papers.Count, result.Error);
    }

    private void AssertLetters(List<Paper> papers, int atLeast)
    {
        var documents = CollectionReader.Store.List();
        var right = papers.Count(paper => documents.Any(document =>
            string.Equals(document.Number, paper.Number, StringComparison.Ordinal) && document.Date == paper.Day && string.Equals(document.Province, paper.Place, StringComparison.Ordinal)
            && document.Title?.StartsWith(paper.Title[..20], StringComparison.OrdinalIgnoreCase) == true));
        Assert.True(right >= atLeast, $"{right} of {papers.Count}: " + string.Join('\n', documents.Select(document => $"{document.Key} {document.Title}")));
    }

    private static byte[] WebArchive(Paper paper) => System.Text.Encoding.ASCII.GetBytes(
        "From: <Saved by an office>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n"
        + "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\nContent-Location: file:///C:/a.htm\r\n\r\n"
        + Convert.ToBase64String(FileForms.Html(paper), Base64FormattingOptions.InsertLineBreaks)
        + "\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: file:///C:/a.png\r\n\r\nAAAA\r\n--b--\r\n");
}
