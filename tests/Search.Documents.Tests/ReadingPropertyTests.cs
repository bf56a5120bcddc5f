using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Documents.Tests;

/// <summary>Laws of reading that hold for every text, checked on texts put together at random, with a fixed seed.</summary>
public sealed class ReadingPropertyTests
{
    /// <summary>Pieces that meet in real files: letterheads, prose, marks of Markdown and HTML, rows, and what breaks them.</summary>
    private static readonly string[] Pieces =
    [
        "TỈNH ỦY LAI CHÂU", "ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM", "Số 17-KL/TU", "Số:\n26/KH-UBND", "Lai Châu, ngày 05\ntháng 6 năm 2024",
        "KẾT LUẬN", "về công tác cán bộ", "Căn cứ Nghị quyết số 18-NQ/TW ngày 25/10/2017;", "Điều 1. Phạm vi", "a) Một là", "I. MỤC ĐÍCH", "Nơi nhận:", "T/M BAN THƯỜNG VỤ",
        "Thực hiện chương trình công tác, cơ quan yêu cầu các đơn vị trực thuộc báo cáo trước ngày đã định", "Số hiệu: 17-KL/TU", "Ký bởi: Văn phòng", "**", "*", "_", "`", "```\n",
        "# ", "## ", "> ", "- ", "1. ", "\\*", "\\", "&nbsp;", "&amp;", "&#272;", "<br>", "<b>", "</b>", "<div>", "</div>", "<!-- x -->", "<sup>1</sup>", "[1]", "[lời](http://a.vn)", "![](a.png)",
        "|", "|---|---|\n", "| a | b |\n", "| **Số: 5** | *x* |\n", "---\n", "title: x\n", "---", "\n", "\n", "\n\n", "\r\n", "  \n", "\t", " ", " ", "\u00A0", "\u200B", "\uFEFF", "\u2028", "\f",
        "đ", "Đ", "e\u0302\u0301", "😀", "\uD83D", "\0", "./.", ";", ":", "(", ")", "“", "”", "\"", "0", "12",
    ];

    private static readonly DocumentAnalysis Analysis = new(Catalogue.Default);

    private static readonly Arbitrary<string> Texts =
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    [Theory]
    [InlineData("a.md")]
    [InlineData("a.txt")]
    public void EachPieceOfABlocksTextIsThePieceOfTheSourceItComesFrom(string name) => Check(text =>
    {
        if (Read(name, text) is not { } source)
        {
            return;
        }

        var end = 0;
        foreach (var block in source.Blocks)
        {
            Assert.True(block.Span.Start >= end && block.Span.End <= source.Text.Length, "blocks overlap or leave the source");
            end = block.Span.End;
            Assert.True(block.Span.Contains(block.Content), "content");
            Assert.All(block.Cells, cell => Assert.True(block.Span.Contains(cell), "cell"));
            Assert.All(block.Strong, strong => Assert.True(block.Span.Contains(strong), "strong"));
            var at = block.Span.Start;
            foreach (var edit in block.Edits)
            {
                Assert.True(edit.Start >= at && edit.End <= block.Span.End, "edit");
                at = edit.End;
            }
        }

        var map = NormalizedText.Of(source.Text, [.. source.Blocks.SelectMany(block => block.Edits)]);
        var edited = new bool[source.Text.Length + 1];
        foreach (var edit in source.Blocks.SelectMany(block => block.Edits))
        {
            edited.AsSpan(edit.Start, Math.Max(edit.Length, 1)).Fill(true);
        }

        var last = 0;
        for (var i = 0; i < map.Text.Length; i++)
        {
            var from = map.ToSource(i);
            Assert.True(from >= last && from <= source.Text.Length, "the way back runs backwards");
            last = from;
            Assert.True(from < edited.Length && (edited[from] || map.Text[i] == source.Text[from]), "another character");
        }
    });

    [Theory]
    [InlineData("a.md")]
    [InlineData("a.txt")]
    public void ReadingTwiceEqualsOnce(string name) => Check(text =>
    {
        if (Read(name, text) is not { } once || Read(name, text) is not { } twice)
        {
            return;
        }

        Assert.Equal(once.Text, twice.Text);
        Assert.Equal(once.Blocks, twice.Blocks);
        Assert.Equal(Analysis.Analyze(once).Select(Told), Analysis.Analyze(twice).Select(Told));

        // What was read is the source of the next reading: its bytes give it again.
        if (Read(name, once.Text) is { } again)
        {
            Assert.Equal(once.Text, again.Text);
            Assert.Equal(once.Blocks, again.Blocks);
        }
    });

    [Theory]
    [InlineData("a.md")]
    [InlineData("a.txt")]
    public void SpansOfDocumentsLieInTheSource(string name) => Check(text =>
    {
        if (Read(name, text) is { } source)
        {
            SpanChecks.AllInside(Analysis.Analyze(source), source.Text);
        }
    });

    private static string Told(Document document) =>
        $"{document.Key.Value} {document.Span} {document.TitleSpan} {document.BodySpan} {string.Join(' ', document.Passages.Select(passage => $"{passage.Anchor}{passage.Span}"))}";

    /// <summary>Null for what is refused: blank, or no text by its bytes.</summary>
    private static SourceText? Read(string name, string text) =>
        DocumentReaders.TryRead(name, Encoding.UTF8.GetBytes(text), out var source, out _) ? source : null;

    private static void Check(Action<string> law) =>
        Prop.ForAll(Texts, law).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithStartSize(1).WithEndSize(40).WithReplay(20_261_129, 7));
}
