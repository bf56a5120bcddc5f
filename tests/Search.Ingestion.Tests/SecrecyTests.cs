using System.Text;
using Microsoft.Extensions.Time.Testing;
using Search.Testing.Files;

namespace Search.Ingestion.Tests;

/// <summary>A secrecy mark in the letterhead keeps a file out, wherever in it and however it is spelt.</summary>
public sealed class SecrecyTests : SystemFixture
{
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());

    private const string Words = "Nội dung chỉ dành cho người có thẩm quyền biết.";

    [Theory]
    [InlineData("MẬT\nTỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU")]
    [InlineData("TỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU\nTỐI MẬT")]
    [InlineData("TỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU\nTUYỆT MẬT")]
    [InlineData("TỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU\n(Mật)")]
    [InlineData("TỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU\nM Ậ T")]
    public async Task AMarkedPaperIsKeptOut(string head)
    {
        foreach (var form in (NormalizationForm[])[NormalizationForm.FormC, NormalizationForm.FormD])
        {
            Write($"{form}.txt", Paper(head).Normalize(form));
        }

        var (summary, events) = await Ingest();

        Assert.Equal((0, 2), (summary.Ingested, summary.Quarantined));
        Assert.All(events, told => Assert.Equal("secret", told.Code));
        Assert.Equal(0, Assert.Single(CollectionReader.RecentRuns).Quarantined);
        Assert.Empty(CollectionReader.Store.List(includeStubs: true));
        Close();
        Assert.DoesNotContain("thẩm quyền biết", WholeDataFolder(), StringComparison.Ordinal);
    }

    /// <summary>What is seen of a page and is no part of its text.</summary>
    [Theory]
    [InlineData("<aside>MẬT</aside>")]
    [InlineData("<nav><b>TỐI</b> MẬT</nav>")]
    [InlineData("<button>Mật</button>")]
    [InlineData("<img src=\"dau.png\" alt=\"Tuyệt mật\">")]
    [InlineData("<input value=\"MẬT\">")]
    [InlineData("<svg><text>M&#7852;T</text></svg>")]
    [InlineData("</main><p>Mật, bản số 3</p><main>")]
    [InlineData("<table><caption>Mật</caption><tr><td>x</td><td>y</td></tr></table>")]
    [InlineData("<footer>Trang 1 - Mật</footer>")]
    [InlineData("<p title=\"Tối mật\">x</p>")]
    [InlineData("<template><p>Mật</p></template>")]
    [InlineData("<noscript><p>Mật</p></noscript>")]
    [InlineData("<iframe srcdoc='&lt;p&gt;Tối mật&lt;/p&gt;'></iframe>")]
    [InlineData("<style>.a::before{content:\"M\\1EACT\"}</style>")]
    [InlineData("<style>@page{@top-center{content: 'Tối mật'}}</style>")]
    [InlineData("<span role=\"img\" aria-label=\"Mật\"></span>")]
    [InlineData("<img src=\"a.png\" data-caption=\"Tuyệt mật\">")]
    [InlineData("<input placeholder=\"Mật\">")]
    [InlineData("<details><summary>Thông tin</summary><p>Tối mật</p></details>")]
    public async Task APageIsKeptOutForWhatItShowsBesideItsText(string mark)
    {
        Write("a.html", $"<body><main>{Page()}{mark}{Page()}</main></body>");
        Write("b.html", $"<body><main>{Page()}<p hidden>MẬT</p><nav>Bảo vệ bí mật nhà nước</nav><template>Mật độ dân số</template><style>a::after{{content:'Bí mật nhà nước'}}</style><input placeholder='Đổi mật khẩu'>{Page()}</main></body>");

        var (summary, events) = await Ingest();

        Assert.Equal((1, 1), (summary.Ingested, summary.Quarantined));
        Assert.Equal("secret", events.Single(told => told.Path.EndsWith("a.html", StringComparison.Ordinal)).Code);
    }

    /// <summary>Boxes, drawn letters, pictures, headers and footers, which lie anywhere on the page.</summary>
    [Theory]
    [InlineData("word/document.xml", "<w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>Mật, bản chỉ đọc tại chỗ</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>")]
    [InlineData("word/document.xml", "<w:pict><v:shape><v:textpath string=\"TỐI MẬT\"/></v:shape></w:pict>")]
    [InlineData("word/document.xml", "<w:drawing><docPr id=\"1\" name=\"Picture 1\" descr=\"Dấu Mật\"/></w:drawing>")]
    [InlineData("word/document.xml", "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice Requires=\"w\"/><mc:Fallback><w:p><w:r><w:t>Mật</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>")]
    [InlineData("word/header1.xml", "<w:pict><v:shape><v:textpath string=\"MẬT\"/></v:shape></w:pict>")]
    [InlineData("word/footer1.xml", "<w:t>Báo cáo số 12 - Mật</w:t>")]
    [InlineData("docProps/core.xml", "<keywords>Mật</keywords>")]
    [InlineData("docProps/custom.xml", "<property name=\"Độ mật\">C</property>")]
    [InlineData("docProps/app.xml", "<Company>Mật</Company>")]
    [InlineData("customXml/item1.xml", "<a>Tuyệt mật</a>")]
    [InlineData("word/comments.xml", "<w:t>Tối mật</w:t>")]
    [InlineData("word/diagrams/data1.xml", "<w:t>Mật</w:t>")]
    [InlineData("word/charts/chart1.xml", "<w:t>Mật, bản số 2</w:t>")]
    [InlineData("word/header2.xml", "<w:sdt><w:sdtContent><w:t>Mật</w:t></w:sdtContent></w:sdt>")]
    [InlineData("word/document.xml", "<w:drawing><docPr id=\"1\" name=\"Mật\"/></w:drawing>")]
    [InlineData("word/document.xml", "<w:drawing><a:p xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:r><a:t>Mật, chỉ đọc tại chỗ</a:t></a:r></a:p></w:drawing>")]
    [InlineData("docProps/custom.xml", "<property name=\"do-mat\">Tối mật</property>")]
    public async Task AWordFileIsKeptOutForMarksAnywhereOnItsPages(string part, string mark)
    {
        const string Space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        mark = mark.Replace("<w:pict>", "<w:pict xmlns:v=\"urn:schemas-microsoft-com:vml\">", StringComparison.Ordinal);
        var body = string.Concat(Paper("TỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU").Split('\n').Select(line => $"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>"));
        Write("a.docx", part is "word/document.xml"
            ? FileForms.Docx($"{body}<w:p><w:r>{mark}<w:t>{Words}</w:t></w:r></w:p>")
            : FileForms.Docx(body, (part, $"<w:hdr {Space}><w:p><w:r>{mark}</w:r></w:p></w:hdr>")));

        var (summary, events) = await Ingest();

        Assert.Equal((0, 1), (summary.Ingested, summary.Quarantined));
        Assert.Equal("secret", Assert.Single(events).Code);
    }

    [Fact]
    public async Task AListOrALetterIsKeptOutForWhatItSaysOfAPaper()
    {
        var paper = Paper("TỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU");
        Write("a.csv", $"Số ký hiệu,Độ mật,Nội dung\n15-BC/TU,Mật,\"{paper}\"\n16-BC/TU,,\"{paper.Replace("15-", "16-", StringComparison.Ordinal)}\"\n");
        Write("c.csv", $"Số ký hiệu,Ghi chú,Nội dung\n25-BC/TU,\"Tài liệu mật, thu hồi\",\"{paper.Replace("15-", "25-", StringComparison.Ordinal)}\"\n26-BC/TU,,\"{paper.Replace("15-", "26-", StringComparison.Ordinal)}\"\n");
        Write("b.eml", "From: a@x.vn\nSubject: =?utf-8?B?" + Convert.ToBase64String(Encoding.UTF8.GetBytes("TỐI MẬT - gửi báo cáo"))
            + "?=\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + paper);

        var (summary, events) = await Ingest();

        Assert.Equal((2, 3), (summary.Ingested, summary.Quarantined));
        Assert.Equal(3, events.Count(told => string.Equals(told.Code, "secret", StringComparison.Ordinal)));
    }

    /// <summary>A name, an archive, a message say it of what lies in them.</summary>
    [Fact]
    public async Task AFileIsKeptOutForWhatItsNameItsArchiveOrItsMessageSays()
    {
        byte[] Bytes(int number) => Encoding.UTF8.GetBytes(Paper("TỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU").Replace("15-", $"{number}-", StringComparison.Ordinal));
        string Mail(int number, string headers) => $"From: a@x.vn\n{headers}MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{Encoding.UTF8.GetString(Bytes(number))}";
        Write("MẬT - báo cáo.txt", Bytes(31));
        Write("Tối mật/báo cáo.txt", Bytes(32));
        Write("a.zip", FileForms.Zip([("Mật/a.txt", Bytes(33)), ("b.txt", Bytes(34))]));
        Write("b.eml", Mail(35, "Subject: A\nX-Do-Mat: =?utf-8?B?" + Convert.ToBase64String(Encoding.UTF8.GetBytes("Tối mật")) + "?=\n"));
        Write("c.eml", Mail(36, "Subject: A\nX-Topic: =?utf-8?B?" + Convert.ToBase64String(Encoding.UTF8.GetBytes("Mật độ dân số")) + "?=\n"));
        Write("d.eml", "Subject: A\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nMật\n"
            + $"--x\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n<body>{Page()}</body>\n--x--\n");
        Write("luật-bảo-vệ-bí-mật-nhà-nước.txt", Bytes(37));

        var (summary, events) = await Ingest();

        Assert.Equal((3, 5), (summary.Ingested, summary.Quarantined));
        Assert.Equal(5, events.Count(told => string.Equals(told.Code, "secret", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("C", false)]
    [InlineData("Mật", false)]
    [InlineData("Thường", true)]
    [InlineData("Không", true)]
    [InlineData("", true)]
    public async Task ARowOfAListIsKeptOutForItsLevel(string level, bool isTaken)
    {
        Write("a.csv", $"Số ký hiệu,Độ mật,Nội dung\n15-BC/TU,{level},\"{Paper("TỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU")}\"\n");

        var (summary, _) = await Ingest();

        Assert.Equal(isTaken, summary.Ingested == 1);
    }

    /// <summary>What a workbook shows outside its cells, and above a list of documents.</summary>
    [Theory]
    [InlineData("MẬT", "", "", "")]
    [InlineData("Bảng", "<headerFooter><oddFooter>&amp;LTrang &amp;P&amp;R&amp;\"Arial,Bold\"&amp;12Tối mật</oddFooter></headerFooter>", "", "")]
    [InlineData("Bảng", "", "Mật", "")]
    [InlineData("Bảng", "", "", "(Tối mật)")]
    [InlineData("Bảng", "", "", "Độ mật: Mật")]
    public async Task AWorkbookIsKeptOutForWhatItShowsAroundItsCells(string sheet, string margins, string box, string above)
    {
        string[][] table = [["TỈNH ỦY NAM ĐỊNH", above], ["Số 15-BC/TU"], ["TT", "Đơn vị"], ["1", "Chi bộ"]];
        string[][] list = [["DANH SÁCH", above], ["Số ký hiệu", "Nội dung"], ["15-BC/TU", Words]];
        Write("table.xlsx", FileForms.Workbook(sheet, table, margins, box));
        Write("list.xlsx", FileForms.Workbook(sheet, list, margins, box));
        Write("plain.xlsx", FileForms.Workbook("Trang", [.. list.Select(row => row.Where(cell => !string.Equals(cell, above, StringComparison.Ordinal)).ToArray())], "", "Bí mật nhà nước"));

        var (summary, events) = await Ingest();

        Assert.Equal((1, 2), (summary.Ingested, summary.Quarantined));
        Assert.Equal(2, events.Count(told => string.Equals(told.Code, "secret", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("TỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU")]
    public async Task TheWordInRunningTextKeepsNothingOut(string head)
    {
        Write("a.txt", Paper(head) + "\nCác cấp ủy giữ gìn bí mật nhà nước; tài liệu mật được quản lý riêng.\n");

        var (summary, _) = await Ingest();

        Assert.Equal(1, summary.Ingested);
    }

    [Fact]
    public async Task APaperThatBecomesSecretIsTakenOutWithItsText()
    {
        var path = Write("a.txt", Paper("TỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU"));
        await Ingest();
        Assert.Single(CollectionReader.Store.List());

        File.WriteAllText(path, Paper("MẬT\nTỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU"));
        await Ingest();

        Assert.Empty(CollectionReader.Store.List());
        Assert.Empty(CollectionReader.Store.Files());
        Close();
        Assert.DoesNotContain("thẩm quyền biết", WholeDataFolder(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WordsOfARemovedPaperLeaveTheFilesWithinAMinuteWhileOthersRead()
    {
        Write("secret.txt", Paper("MẬT\nTỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU"));
        Write("b.txt", "TỈNH ỦY NAM ĐỊNH\n*\nSố 17-BC/TU\nNam Định, ngày 5 tháng 6 năm 2015\nBÁO CÁO\nvề zirconalfa\n\nĐã thực hiện zirconalfa.\n");
        Write("c.txt", "TỈNH ỦY NAM ĐỊNH\n*\nSố 18-BC/TU\nNam Định, ngày 6 tháng 6 năm 2015\nBÁO CÁO\nvề thủy lợi\n\nĐã thực hiện thủy lợi.\n");
        await Ingest();
        var removed = CollectionReader.Store.List().Single(d => d.Key.Value.StartsWith("17-BC/TU", StringComparison.Ordinal));
        using (var held = CollectionReader.ReadAt(CollectionReader.Engine.Revision))
        {
            // An answer that is being given still reads the revision before; nothing can leave the log meanwhile.
            Assert.NotNull(held!.Read(removed.Key));
            await CollectionReader.RemoveAsync(removed.Key, "test");
            using var snapshot = CollectionReader.Engine.OpenSnapshot();
            Assert.Empty(snapshot.Suggest("zircon", 5));
            Assert.Null(snapshot.DidYouMean("zirconalf"));
        }

        _clock.Advance(TimeSpan.FromMinutes(1));

        foreach (var path in Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) is not (".lock" or ".jsonl")))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            Assert.False(bytes.AsSpan().IndexOf("zirconalfa"u8) >= 0, path);
        }
    }

    [Fact]
    public async Task AnOperatorCanLetALevelIn()
    {
        Write("a.txt", Paper("MẬT\nTỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU"));
        var options = new KnowledgeOptions { DataDirectory = Data };
        options.AllowedSecrecy.Add("mat");
        using var system = KnowledgeBase.Open(options);

        Assert.Equal(1, (await system.IngestAsync([Sources])).Ingested);
    }

    protected override void Configure(KnowledgeOptions options) => options.Clock = _clock;

    private static string Paper(string head) =>
        head + "\n\nĐẢNG CỘNG SẢN VIỆT NAM\nNam Định, ngày 20 tháng 01 năm 2014\n\nBÁO CÁO\nvề tình hình quý I\n\n" + Words + "\n";

    private static string Page() => string.Concat(Paper("TỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU").Split('\n').Select(line => $"<p>{line}</p>"));

    private string WholeDataFolder() => string.Concat(
        Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories).Select(path => Encoding.UTF8.GetString(File.ReadAllBytes(path))));
}
