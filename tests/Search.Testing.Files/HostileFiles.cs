using System.Text;
using Search.Testing;

namespace Search.Testing.Files;

/// <summary>Files made to be slow, large or broken. Each either goes in or is refused with a reason; none may hold up the
/// worker.</summary>
public static class HostileFiles
{
    /// <summary>Name to content. The content is made when it is asked for: some of it is large.</summary>
    public static IReadOnlyDictionary<string, Func<byte[]>> All { get; } = new Dictionary<string, Func<byte[]>>(StringComparer.Ordinal)
    {
        ["links.md"] = () => Repeat("[a](", 50_000),
        ["quotes.md"] = () => Repeat(">", 50_000),
        ["lists.md"] = () => Utf8(string.Concat(Enumerable.Range(0, Campaign.Size(2_000)).Select(depth => new string(' ', depth * 2) + "- x\n"))),
        ["brackets.md"] = () => Repeat("![[", 50_000),
        ["emphasis.md"] = () => Repeat("*a_ ", 50_000),
        ["ticks.md"] = () => Utf8(string.Concat(Enumerable.Range(1, 600).Select(count => new string('`', count) + " x "))),
        ["tables.md"] = () => Repeat("|a", 200_000),
        ["marks.txt"] = () => Utf8("Chỉ thị e" + new string('\u0301', Campaign.Size(100_000))),
        ["line.txt"] = () => Utf8("Chỉ thị " + new string('a', Campaign.Size(2_000_000))),
        ["long-line.txt"] = () => Repeat("a", 100 << 20),
        ["lines.txt"] = () => Repeat("a\n", 400_000),
        ["blank-lines.txt"] = () => Utf8("a" + new string('\n', Campaign.Size(1_000_000)) + "b"),
        ["letterheads.txt"] = () => Repeat("TỈNH ỦY QUẢNG NGÃI\n*\nSố 90-KH/TU\n", 20_000),
        ["numbers.txt"] = () => Repeat("04-CT/TW ", 50_000),
        ["citations.txt"] = () => Repeat("Chỉ thị số 04-CT/TW, ngày 06/7/2011 của Ban Bí thư;\n", 10_000),
        ["parens.txt"] = () => Repeat("(sau đây gọi tắt là ", 20_000),
        ["commas.txt"] = () => Utf8("Chỉ thị số " + string.Concat(Enumerable.Repeat("04, ", Campaign.Size(50_000)))),
        ["nul.txt"] = () => Utf8("Chỉ thị\0\0\0"),
        ["invalid.txt"] = () => [.. Utf8("Chỉ thị "), 0xC3, 0x28, 0xFF, 0xFE, 0x80],
        ["surrogate.txt"] = () => [0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00],
        ["deep.html"] = () => Repeat("<div>", 100_000),
        ["bold.html"] = () => Repeat("<b><i>", 50_000),
        ["unmatched.html"] = () => Repeat("<div></x>", 100_000),
        ["ruby.html"] = () => Repeat("<rt>", 100_000),
        ["tree.html"] = () => Utf8(string.Concat(Enumerable.Repeat("<p>Chỉ thị<b>x</b><i>y</i>", Campaign.Count(10_000, 400_000)))),
        ["attribute.html"] = () => Utf8("<p " + string.Concat(Enumerable.Repeat("a=1 ", 50_000)) + ">x</p>"),
        ["paragraphs.html"] = () => Repeat("<p>Chỉ thị", 50_000),
        ["cells.html"] = () => Utf8("<table>" + string.Concat(Enumerable.Repeat("<tr><td>a", Campaign.Size(50_000)))),
        ["entities.html"] = () => Repeat("&amp;&#x1EC9;&notit;", 50_000),
        ["bomb.docx"] = () => FileForms.Zip([("word/document.xml", new byte[100 << 20])]),
        ["bomb.zip"] = () => FileForms.Zip([("a.txt", new byte[200 << 20])]),
        ["entries.zip"] = () => FileForms.Zip(Enumerable.Range(0, 20_000).Select(i => ($"{i}.txt", Array.Empty<byte>()))),
        ["entity.docx"] = () => FileForms.Zip([("word/document.xml", Utf8("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>"))]),
        ["deep.docx"] = () => FileForms.Docx(string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 20_000))),
        ["paragraphs.docx"] = () => FileForms.Docx(string.Concat(Enumerable.Repeat("<w:p><w:r><w:t>Chỉ thị</w:t></w:r></w:p>", Campaign.Size(50_000)))),
        ["broken.pdf"] = () => Utf8("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\ntrailer << /Root 1 0 R >>\n"),
    };

    private static byte[] Repeat(string text, int times)
    {
        var count = Campaign.Size(times);
        return Utf8(new StringBuilder(text.Length * count).Insert(0, text, count).ToString());
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
