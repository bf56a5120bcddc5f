using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Search.Testing.Files;

/// <summary>Papers as files of every format that is read.</summary>
public static class FileForms
{
    public static byte[] Text(Paper paper) => Utf8(string.Join("\n\n", paper.Lines) + "\n");

    public static byte[] Markdown(Paper paper) => Utf8(string.Join(
        "\n\n",
        [
            .. paper.LeftHead, .. paper.RightHead, "# " + paper.Type.ToUpperInvariant(), $"**{paper.Title}**",
            .. paper.Paragraphs, .. paper.Closing,
        ]));

    public static byte[] Html(Paper paper)
    {
        var page = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Cổng thông tin</title></head><body>")
            .Append("<nav><a href=\"/\">Trang chủ</a></nav><main><table><tr><td>")
            .AppendJoin("<br>", paper.LeftHead).Append("</td><td>").AppendJoin("<br>", paper.RightHead)
            .Append("</td></tr></table><h1>").Append(paper.Type.ToUpperInvariant()).Append("</h1><p>")
            .Append(WebUtility.HtmlEncode(paper.Title)).Append("</p>");
        foreach (var line in paper.Paragraphs.Concat(paper.Closing))
        {
            page.Append("<p>").Append(WebUtility.HtmlEncode(line)).Append("</p>\n");
        }

        return Utf8(page.Append("</main></body></html>").ToString());
    }

    public static byte[] Docx(Paper paper)
    {
        var body = new StringBuilder();
        body.Append("<w:tbl><w:tr><w:tc>").AppendJoin("", paper.LeftHead.Select(Paragraph)).Append("</w:tc><w:tc>")
            .AppendJoin("", paper.RightHead.Select(Paragraph)).Append("</w:tc></w:tr></w:tbl>");
        foreach (var line in (string[])[paper.Type.ToUpperInvariant(), paper.Title, .. paper.Paragraphs, .. paper.Closing])
        {
            body.Append(Paragraph(line));
        }

        return Docx(body.ToString());
    }

    /// <summary>A Word file around the given body, with optional further parts.</summary>
    public static byte[] Docx(string body, params (string Name, string Xml)[] parts) => Zip(
    [
        ("word/document.xml", Utf8(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
            + body + "</w:body></w:document>")),
        .. parts.Select(part => (part.Name, Utf8(part.Xml))),
    ]);

    /// <summary>A workbook of one sheet, with what stands at the margins of its pages and in a text box.</summary>
    public static byte[] Workbook(string sheet, IEnumerable<string[]> rows, string margins = "", string box = "")
    {
        const string Sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
        var data = string.Concat(rows.Select((row, i) => $"<row r=\"{i + 1}\">" + string.Concat(row.Select((cell, j) =>
            $"<c r=\"{(char)('A' + j)}{i + 1}\" t=\"inlineStr\"><is><t>{WebUtility.HtmlEncode(cell)}</t></is></c>")) + "</row>"));
        return Zip(
        [
            ("_rels/.rels", Utf8($"<Relationships xmlns=\"{Package}\"><Relationship Id=\"r1\" Type=\"{Links}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")),
            ("xl/workbook.xml", Utf8($"<workbook xmlns=\"{Sheets}\" xmlns:r=\"{Links}\"><sheets><sheet name=\"{sheet}\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>")),
            ("xl/_rels/workbook.xml.rels", Utf8($"<Relationships xmlns=\"{Package}\"><Relationship Id=\"r1\" Type=\"{Links}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>")),
            ("xl/worksheets/sheet1.xml", Utf8($"<worksheet xmlns=\"{Sheets}\"><sheetData>{data}</sheetData>{margins}</worksheet>")),
            ("xl/drawings/drawing1.xml", Utf8($"<d:wsDr xmlns:d=\"urn:d\" xmlns:a=\"urn:a\"><a:p><a:r><a:t>{box}</a:t></a:r></a:p></d:wsDr>")),
        ]);
    }

    public static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> entries)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
                entry.LastWriteTime = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(bytes);
            }
        }

        return memory.ToArray();
    }

    public static byte[] JsonLines(IEnumerable<Paper> papers) => Utf8(string.Join('\n', papers.Select(paper =>
        JsonSerializer.Serialize(new { text = string.Join("\n\n", paper.Lines) }))));

    /// <summary>A PDF with a text layer: codes are UTF-16, and a character map says so.</summary>
    public static byte[] Pdf(params IReadOnlyList<string>[] pages)
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', pages.Select((_, i) => $"{6 + (2 * i)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /Helvetica /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Helvetica /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>",
            Stream(CharacterMap()),
        };
        for (var i = 0; i < pages.Length; i++)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 3000] /Contents {7 + (2 * i)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
            objects.Add(Stream(Content(pages[i])));
        }

        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var xref = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }

        file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    private static string Content(IReadOnlyList<string> lines)
    {
        var content = new StringBuilder("BT /F1 10 Tf 30 2960 Td\n");
        foreach (var line in lines)
        {
            content.Append('<').Append(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(line))).Append("> Tj 0 -28 Td\n");
        }

        return content.Append("ET").ToString();
    }

    private static string CharacterMap()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        for (var block = 0; block < 256; block += 64)
        {
            map.Append("64 beginbfrange\n");
            for (var high = block; high < block + 64; high++)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{high:X2}00> <{high:X2}FF> <{high:X2}00>\n");
            }

            map.Append("endbfrange\n");
        }

        return map.Append("endcmap end end").ToString();
    }

    private static string Stream(string content) =>
        string.Create(CultureInfo.InvariantCulture, $"<< /Length {content.Length} >>\nstream\n{content}\nendstream");

    private static string Paragraph(string text) =>
        $"<w:p><w:r><w:t xml:space=\"preserve\">{WebUtility.HtmlEncode(text)}</w:t></w:r></w:p>";

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
