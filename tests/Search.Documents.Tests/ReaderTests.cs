using System.Text;

namespace Search.Documents.Tests;

public sealed class ReaderTests
{
    [Theory]
    [InlineData("a.txt", "", "empty")]
    [InlineData("a.md", " \r\n\t\u00A0\n", "blank")]
    [InlineData("a.txt", "văn\0bản", "binary")]
    [InlineData("a.exe", "văn bản", "unknown-format")]
    [InlineData("a", "văn bản", "unknown-format")]
    public void SaysWhyAFileCannotBeRead(string name, string content, string code)
    {
        Assert.False(DocumentReaders.TryRead(name, Encoding.UTF8.GetBytes(content), out var text, out var error));
        Assert.Null(text);
        Assert.Equal(code, error.Code);
        Assert.NotEmpty(error.Message);
        Assert.NotEmpty(error.MessageEn);
    }

    [Fact]
    public void DamagedBytesAreAnErrorWithTheirOffset()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("văn bản "), 0xFF, 0xC3];
        if (DocumentReaders.TryRead("a.txt", bytes, out var text, out var error))
        {
            Assert.DoesNotContain('\uFFFD', text.Text);
        }
        else
        {
            Assert.Equal("encoding", error.Code);
        }
    }

    [Fact]
    public void MarkdownBlocksKeepTheirPlaces()
    {
        const string Text = "---\nrecord: tom-tat\nnumber: 04-CT/TW\nempty:\nlist: [a, b]\n---\n\n# Đầu đề\n\nMột đoạn văn\nhai dòng.\n\n- mục một\n- mục hai\n\n| a | b |\n|---|---|\n\n-----\n";
        var source = DocumentReaders.FromText("r.md", Text);
        Assert.Equal("tom-tat", source.Metadata["record"]);
        Assert.Equal("a; b", source.Metadata["list"]);
        Assert.False(source.Metadata.ContainsKey("empty"));
        Assert.Equal(
            ["FrontMatter", "Heading:# Đầu đề", "Paragraph:Một đoạn văn\nhai dòng.", "ListItem:- mục một", "ListItem:- mục hai", "TableRow:| a | b |", "Rule:-----"],
            source.Blocks.Select(block => block.Kind == BlockKind.FrontMatter ? "FrontMatter" : $"{block.Kind}:{block.Span.Slice(Text)}"));
        Assert.Equal("Đầu đề", source.Blocks[1].Content.Slice(Text));
    }

    [Fact]
    public void APlaceKnowsThePageOfItsFile()
    {
        var source = DocumentReaders.FromText("a.txt", "Số 07-KH/TU\n\nĐoạn một.\n\nĐoạn hai.\n\nChú thích.\n");
        var paged = source with { Blocks = [.. source.Blocks.Zip([1, 1, 2, 0], (block, page) => block with { Page = page })] };

        var document = Assert.Single(new DocumentAnalysis(Catalogues.Catalogue.Default).Analyze(paged));

        Assert.Equal([1, 2, 0], document.Pages.Select(page => page.Number));
        int? PageOf(string words) => document.PageAt(source.Text.IndexOf(words, StringComparison.Ordinal));
        Assert.Equal((1, 1, 2, null), (PageOf("07-KH"), PageOf("một."), PageOf("hai."), PageOf("Chú")));
        Assert.Empty(Assert.Single(new DocumentAnalysis(Catalogues.Catalogue.Default).Analyze(source)).Pages);
    }

    [Fact]
    public void ARecordTakesItsFieldsFromItsFrontMatter()
    {
        const string Text = "---\nrecord: tom-tat\nnumber: 07-KH/TU\ntype: ke-hoach\nissuer: Ban Thường vụ Tỉnh ủy Nam Định\nlevel: tinh\nprovince: Nam Định\ndate: 2013-02-04\ntitle: học tập\nsigner:\n---\n\n> Bản tóm tắt.\n\n## Nội dung\n\nHọc tập quý một.\n";
        var document = Assert.Single(Samples.Analyze(Text, "r.md"));
        Assert.Equal("07-KH/TU~nam-dinh@2013-02-04", document.Key.Value);
        Assert.True(document.IsAbstract);
        Assert.Equal("Nam Định", document.Province);
        Assert.Null(document.Signer);
        var passage = Assert.Single(document.Passages);
        Assert.Equal("Học tập quý một.", passage.Span.Slice(Text));
        Assert.Equal(["Nội dung"], passage.HeadingPath);
        Assert.Equal("noi-dung.p1", passage.Anchor);
    }

    [Fact]
    public void MarkdownHeadingsNest()
    {
        var document = Assert.Single(Samples.Analyze("# Tựa\n\n## Phần một\n\nMột câu.\n\n### Mục nhỏ\n\nHai câu.\n\n## Phần hai\n\nBa câu.\n", "r.md"));
        Assert.Equal(
            ["tua", "phan-mot", "phan-mot.muc-nho", "phan-hai"],
            document.Outline.Select(section => section.Anchor));
        Assert.Equal(["Phần một", "Mục nhỏ"], document.Passages.Single(passage => passage.Anchor is "phan-mot.muc-nho.p1").HeadingPath);
    }

    [Fact]
    public void ARecordOfUnknownPlaceSaysSo()
    {
        const string Text = "---\nrecord: tom-tat\nnumber: 15-CT/TU\ntype: chi-thi\nissuer: Ban Thường vụ Tỉnh ủy\ndate: 2012-05-04\n---\nMột câu.\n";
        Assert.Equal("15-CT/TU~?@2012-05-04", Assert.Single(Samples.Analyze(Text, "r.md")).Key.Value);
    }
}
