using System.Text;
using Search.Testing;

namespace Search.Documents.Tests;

/// <summary>No text makes reading throw or leave its bounds, and none makes it wait: the sizes of a campaign would take minutes if any step were quadratic.</summary>
public sealed class HostileTextTests
{
    private static readonly Lazy<Dictionary<string, string>> Texts = new(Build);

    public static TheoryData<string, string> Shapes()
    {
        var rows = new TheoryData<string, string>();
        foreach (var name in Texts.Value.Keys)
        {
            rows.Add(name, "case.md");
            rows.Add(name, "case.txt");
        }

        return rows;
    }

    private static Dictionary<string, string> Build() =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["open brackets"] = Repeat("[a](", 50_000),
            ["only brackets"] = Repeat("(", 100_000),
            ["quotes"] = Repeat("> ", 50_000),
            ["glued quotes"] = Repeat(">", 50_000),
            ["nested lists"] = string.Concat(Enumerable.Range(0, Campaign.Size(2_000)).Select(i => new string(' ', 2 * i) + "- a\n")),
            ["list in list"] = Repeat("- ", 30_000),
            ["many nested lines"] = Repeat(Repeat("1. ", 12) + "x\n", 5_000),
            ["nested divs"] = Repeat("<div>", 100_000),
            ["back quotes"] = Repeat("`", 200_000),
            ["emphasis"] = Repeat("*_", 100_000),
            ["bars"] = Repeat("|", 100_000),
            ["one long line"] = new string('a', Campaign.Size(10_000_000)),
            ["one long line of numbers"] = Repeat("số 04-CT/TW ", 100_000),
            ["number lines"] = Repeat("Số 04-CT/TW\n", 20_000),
            ["letterhead lines"] = Repeat("TỈNH ỦY NAM ĐỊNH\nĐẢNG CỘNG SẢN VIỆT NAM\n", 5_000),
            ["stamps"] = "ĐẢNG CỘNG SẢN VIỆT NAM\n" + Repeat("CÔNG VĂN ĐẾN\n", 20_000),
            ["equal headings"] = "văn bản.\n" + Repeat("\n\nNHIỆM VỤ VÀ GIẢI PHÁP\n\nMột câu văn.\n", 20_000),
            ["annexes"] = Repeat("Một câu văn dài vừa đủ để được coi là nội dung của văn bản.\nPHỤ LỤC\n", 5_000),
            ["tabs"] = Repeat("a\t", 500_000),
            ["marks on one letter"] = "a" + Repeat("\u0301", 100_000),
            ["marks everywhere"] = Repeat("e" + Repeat("\u0301", 500) + " ", 500),
            ["spaces"] = new string(' ', Campaign.Size(2_000_000)) + "x",
            ["open quotation in a title"] = "CHỈ THỊ\n" + Repeat("“về\n", 20_000),
            ["addressees"] = "Kính gửi:\n" + Repeat("- a;\n", 20_000),
            ["dates"] = Repeat("Hà Nội, ngày 1 tháng 2 năm 2020\n", 10_000),
            ["signatures"] = Repeat("T/M BAN THƯỜNG VỤ\nKẾ HOẠCH\nmột câu văn dài vừa đủ để được coi là nội dung.\n", 3_000),
            ["lone surrogates"] = Repeat("\uD800\uDC00\uD800 \uDC00a\n", 5_000),
            ["front matter without end"] = "---\n" + Repeat("a: b\n", 20_000),
            ["front matter of brackets"] = "---\na: " + Repeat("[", 2_000) + "\n---\nx",
            ["front matter aliases"] = "---\na: &a [x]\nb: *a\n---\nx",
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void EndsAndStaysInside(string shape, string name)
    {
        var text = Texts.Value[shape];
        var source = DocumentReaders.FromText(name, text);
        CheckBlocks(source);
        SpanChecks.AllInside(Samples.Analysis.Analyze(source), text);
    }

    [Fact]
    public void RandomLinesOfTheFieldNeverThrow()
    {
        string[] lines =
        [
            "ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "TỈNH ỦY NAM ĐỊNH", "BAN TUYÊN GIÁO",
            "*", "-----", "Số 12-CT/TU", "Số   -CV/TU", "Số 12-", "CT/TU", "Hà Nội, ngày 1 tháng 2 năm 2020", "ngày   tháng   năm", "CHỈ THỊ", "KẾ HOẠCH",
            "CỦA BAN BÍ THƯ", "về một việc", "V/v một việc", "Kính gửi: Các ban", "- Các sở;", "Nơi nhận:", "- Như trên,", "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ",
            "(Đã ký)", "Nguyễn Văn An", "SAO LỤC", "PHỤ LỤC 1", "(Ban hành kèm theo Quyết định số 1-QĐ/TU)", "CÔNG VĂN ĐẾN", "Ngày 2/3/2020", "MẬT", "TUYỆT MẬT",
            "I. MỤC ĐÍCH", "1. Một việc", "1.1. Việc nhỏ", "a) Điểm", "Điều 5. Tên điều", "Chương II", "Một là, việc này", "(i) việc kia", "| a | b |", "|---|---|",
            "## Đầu mục", "**đậm**", "", "", "", "Một câu văn đủ dài để bất kỳ ai cũng thấy đây là nội dung của một văn bản nào đó, không phải đầu đề.",
            "hợp giữa các ban ngành còn chưa chặt chẽ, thống nhất; chưa phát huy được sức mạnh", "12", "./.", "\u200B", "\uD800", "\t\t", "số 04-CT/TW ngày 06/7/2011",
        ];
        var random = new Random(20110706);
        for (var round = 0; round < Campaign.Count(500, 1_500); round++)
        {
            var text = new StringBuilder();
            for (var i = random.Next(1, 60); i > 0; i--)
            {
                text.Append(lines[random.Next(lines.Length)]);
                if (random.Next(9) == 0)
                {
                    text.Append(random.Next(2) == 0 ? '\t' : ' ').Append(lines[random.Next(lines.Length)]);
                }

                text.Append(random.Next(12) == 0 ? "\r\n" : "\n");
            }

            if (random.Next(3) == 0 && text.Length > 2)
            {
                text.Remove(random.Next(text.Length - 1), 1);
            }

            var source = DocumentReaders.FromText(round % 2 == 0 ? "r.md" : "r.txt", text.ToString());
            CheckBlocks(source);
            var documents = Samples.Analysis.Analyze(source);
            SpanChecks.AllInside(documents, source.Text);
        }
    }

    [Fact]
    public void RandomCharactersNeverThrow()
    {
        var random = new Random(20170116);
        const string Letters = "aÀđĐ \n\n\t|*_#->[](){}.:;/0123456789SốCTWngàythán\u0301\u0323\uD83D\uDE00\uFEFF\r\f\0<>\"“”";
        for (var round = 0; round < Campaign.Count(500, 1_500); round++)
        {
            var text = string.Create(random.Next(1, 400), random, static (to, r) =>
            {
                for (var i = 0; i < to.Length; i++)
                {
                    to[i] = Letters[r.Next(Letters.Length)];
                }
            });
            var source = DocumentReaders.FromText(round % 2 == 0 ? "r.md" : "r.txt", text);
            CheckBlocks(source);
            SpanChecks.AllInside(Samples.Analysis.Analyze(source), text);
        }
    }

    private static void CheckBlocks(SourceText source)
    {
        var end = 0;
        foreach (var block in source.Blocks)
        {
            Assert.True(block.Span.Start >= end && block.Span.End <= source.Text.Length && block.Span.Length > 0, $"{block.Kind} {block.Span}");
            Assert.True(block.Span.Contains(block.Content), $"{block.Kind} content");
            end = block.Span.End;
        }
    }

    private static string Repeat(string part, int count) =>
        new StringBuilder().Insert(0, part, count < 5_000 ? count : Campaign.Size(count)).ToString();
}
