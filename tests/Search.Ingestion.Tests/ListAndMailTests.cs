using System.Text;
using Search.Documents;
using Search.Testing.Files;

namespace Search.Ingestion.Tests;

/// <summary>Files that hold several documents: lists out of registers and spreadsheets, messages with attached files.</summary>
public sealed class ListAndMailTests : SystemFixture
{
    [Theory]
    [InlineData("a.csv", "Số, ký hiệu;Tên loại;Tác giả văn bản;Ngày, tháng văn bản;Trích yếu nội dung;Nội dung văn bản\n5-KH/HU;Kế hoạch;Huyện ủy Đức Trọng;2.3.2020;về dân vận;Thực hiện công tác dân vận.\n6-KH/HU;Kế hoạch;Huyện ủy Đức Trọng;43893;về dân vận;Thực hiện công tác tổ chức.\n")]
    [InlineData("a.jsonl", "[{\"Số hiệu\":\"5-KH/HU\",\"Ngày ban hành\":\"2020-3-2T00:00:00\",\"content\":\"Thực hiện công tác dân vận.\"},{\"so_ky_hieu\":\"6-KH/HU\",\"date\":\"ngày 03 tháng 3 năm 2020\",\"text\":\"Thực hiện công tác tổ chức.\"}]")]
    [InlineData("a.jsonl", "{\"number\":\"5-KH/HU\",\"date\":\"02/03/2020\",\"text\":\"Thực hiện công tác dân vận.\"}\n{\"number\":\"6-KH/HU\",\"date\":\"3/3/2020\",\"text\":\"Thực hiện công tác tổ chức.\"}\n")]
    [InlineData("a.json", "[\n  {\n    \"so_hieu\": \"5-KH/HU\",\n    \"ngay_ban_hanh\": \"02/03/2020\",\n    \"noi_dung\": \"Thực hiện công tác dân vận.\"\n  },\n  {\"number\": \"6-KH/HU\", \"date\": \"3/3/2020\", \"text\": \"Thực hiện công tác tổ chức.\"}\n]\n")]
    [InlineData("a.json", "{\n  \"total\": 2,\n  \"tags\": [\"a\"],\n  \"items\": [\n    {\"number\": \"5-KH/HU\", \"date\": \"02/03/2020\", \"text\": \"Thực hiện công tác dân vận.\"},\n    {\"number\": \"6-KH/HU\", \"date\": \"3/3/2020\", \"text\": \"Thực hiện công tác tổ chức.\"}\n  ]\n}\n")]
    [InlineData("a.json", "{\"number\":\"5-KH/HU\",\"date\":\"02/03/2020\",\"text\":\"Thực hiện công tác dân vận.\"}\n{\"number\":\"6-KH/HU\",\"date\":\"3/3/2020\",\"text\":\"Thực hiện công tác tổ chức.\"}\n")]
    public async Task EveryRowOfAListIsADocumentWithItsDate(string name, string list)
    {
        Write(name, list);

        var (summary, _) = await Ingest();

        Assert.Equal((2, 0), (summary.Ingested, summary.Quarantined));
        Assert.Equal(
            [("05-KH/HU", new DateOnly(2020, 3, 2)), ("06-KH/HU", new DateOnly(2020, 3, 3))],
            CollectionReader.Store.List().Select(document => (document.Number!, document.Date!.Value)).Order());
    }

    [Theory]
    [InlineData("a.csv", "Số;Trích yếu\n5-KH/HU;về dân vận\n", "no-text-column")]
    [InlineData("a.jsonl", "[]", "blank")]
    [InlineData("a.jsonl", "[{\"text\": ", "broken-list")]
    [InlineData("a.json", "{\n  \"name\": \"x\",\n  \"files\": [{\"size\": 3}, {\"size\": 4}]\n}", "no-text-column")]
    [InlineData("a.json", "[{\"size\": 3}, {\"size\": 4}]", "no-text-column")]
    [InlineData("a.json", "{\n  \"name\": \"x\"\n}", "no-text-column")]
    [InlineData("a.eml", "From: a@b.vn\r\nSubject: x\r\n\r\n", "blank")]
    public async Task AListOrMessageWithoutDocumentsIsRefusedByName(string name, string content, string code)
    {
        Write(name, content);

        var (_, events) = await Ingest();

        var refused = Assert.Single(events);
        Assert.Equal((IngestOutcome.Quarantined, code), (refused.Outcome, refused.Code));
        Assert.NotEqual(refused.Reason, refused.ReasonEnglish);
    }

    [Theory]
    [InlineData("tháng 8/2019")]
    [InlineData("2019")]
    [InlineData("31/02/2020")]
    [InlineData("2/13/2020")]
    public async Task ADateThatIsNoneStaysUnknownAndIsSaid(string date)
    {
        Write("a.jsonl", $"{{\"number\":\"5-KH/HU\",\"date\":\"{date}\",\"text\":\"Nội dung.\"}}");

        await Ingest();

        var document = CollectionReader.Store.Read(Assert.Single(CollectionReader.Store.List()).Key)!;
        Assert.EndsWith("@?", document.Document!.Key.ToString(), StringComparison.Ordinal);
        Assert.Null(document.Document.Date);
        Assert.Equal(date, document.Document.Inferences["date"].Value);
    }

    [Fact]
    public async Task AMessageAndEachAttachedFileAreSources()
    {
        var paper = new PaperGenerator(31, Search.Documents.Catalogues.Catalogue.Default).Next();
        Write("thu.eml", Mail(
            "Kính gửi các đồng chí, xin gửi kèm kế hoạch.",
            ("kế hoạch.docx", FileForms.Docx(paper)),
            ("kế hoạch.docx", FileForms.Docx("<w:p><w:r><w:t>Phụ lục gửi kèm.</w:t></w:r></w:p>")),
            ("../../ảnh.png", [1, 2, 3])));

        var (_, events) = await Ingest();

        Assert.Equal(
            [
                ("sources/thu.eml!/kế hoạch (2).docx", IngestOutcome.Ingested), ("sources/thu.eml!/kế hoạch.docx", IngestOutcome.Ingested),
                ("sources/thu.eml!/thu.txt", IngestOutcome.Ingested), ("sources/thu.eml!/ảnh.png", IngestOutcome.Quarantined),
            ],
            events.Select(told => (told.Path, told.Outcome)).OrderBy(told => told.Path, StringComparer.Ordinal));
        Assert.Contains(CollectionReader.Store.List(), document => string.Equals(document.Number, paper.Number, StringComparison.Ordinal) && document.Date == paper.Day);
    }

    [Fact]
    public void AMessageIsReadAsOneTextWithoutStoring()
    {
        Assert.True(FileReading.TryRead("thu.eml", Mail("Kính gửi.", ("a.txt", Encoding.UTF8.GetBytes("Nội dung gửi kèm."))), options: null, out var text, out _));

        Assert.Equal("Kính gửi.\n\nNội dung gửi kèm.", text.Text.Replace("\r", "", StringComparison.Ordinal));
        Assert.Equal("Nội dung gửi kèm.", text.Blocks[^1].Span.Slice(text.Text).ToString());
    }

    [Fact]
    public void AMessageNestedWithoutEndIsReadOrRefused()
    {
        var nested = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n"));

        // Whatever it is taken for, it comes back.
        FileReading.TryRead("a.eml", Encoding.ASCII.GetBytes("MIME-Version: 1.0\r\n" + nested), options: null, out _, out var error);
        Assert.NotNull(error);
    }

    internal static byte[] Mail(string text, params (string Name, byte[] Bytes)[] files)
    {
        var mail = new StringBuilder("From: a@b.vn\r\nTo: c@d.vn\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        mail.Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(text))).Append("\r\n");
        foreach (var (name, bytes) in files)
        {
            mail.Append("--x\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"=?utf-8?B?")
                .Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(name))).Append("?=\"\r\n\r\n").Append(Convert.ToBase64String(bytes)).Append("\r\n");
        }

        return Encoding.ASCII.GetBytes(mail.Append("--x--\r\n").ToString());
    }
}
