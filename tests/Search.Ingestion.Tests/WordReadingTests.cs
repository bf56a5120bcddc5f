using Search.Documents;
using Search.Ingestion.Reading;
using Search.Testing.Files;

namespace Search.Ingestion.Tests;

/// <summary>Word files: what the reader of the paper sees is what is read.</summary>
public sealed class WordReadingTests
{
    private const string Space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    [Fact]
    public void ATextBoxFollowsTheParagraphItHangsOn() => Assert.Equal(
        "Số 12-KH/HU\n\nDỰ THẢO\n\nlần hai\n\nKẾ HOẠCH",
        Shown(P("Số 12", Run("<w:pict><w:txbxContent>" + P("DỰ THẢO") + P("lần hai") + "</w:txbxContent></w:pict>"), Text("-KH/HU")) + P("KẾ HOẠCH")));

    [Fact]
    public void ATextBoxInACellStaysInTheCell() => Assert.Equal(
        "HUYỆN ỦY\n\nhộp\n\nSố 3-KH/HU\n\nĐẢNG CỘNG SẢN VIỆT NAM",
        Shown(Table([P("HUYỆN ỦY", Run("<w:txbxContent>" + P("hộp") + "</w:txbxContent>")) + P("Số 3-KH/HU"), P("ĐẢNG CỘNG SẢN VIỆT NAM")])));

    [Fact]
    public void AFrameOfOneCellKeepsItsParagraphsAndTables() => Assert.Equal(
        "I. Mục đích\n\nNăm\tSố\tGhi\n\nHết",
        Shown(Table([P("I. Mục đích") + Table([P("Năm"), P("Số"), P("Ghi")]) + P("Hết")])));

    [Fact]
    public void ADeletedRowIsGone() => Assert.Equal(
        "a\tb\tc",
        Shown("<w:tbl><w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc>" + P("bỏ") + "</w:tc></w:tr><w:tr><w:tc>" + P("a") + "</w:tc><w:tc>" + P("b") + "</w:tc><w:tc>" + P("c") + "</w:tc></w:tr></w:tbl>"));

    [Fact]
    public void ListsRestartWhereWordRestartsThemAndTakeLevelsOfTheirOwn()
    {
        const string Numbering = $"""
            <w:numbering {Space}>
            <w:abstractNum w:abstractNumId="4">{Level0}{Level1}</w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>
            <w:num w:numId="2"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
            <w:num w:numId="3"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride></w:num>
            </w:numbering>
            """;
        var body = Item(1, 0, "một") + Item(1, 1, "con") + Item(1, 0, "hai") + Item(2, 0, "lại từ đầu") + Item(2, 0, "hai") + Item(3, 0, "điểm") + P("<w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>", Text("không số"));

        Assert.Equal("1. một\n\n1.1. con\n\n2. hai\n\n1. lại từ đầu\n\n2. hai\n\nc) điểm\n\nkhông số", Shown(body, ("word/numbering.xml", Numbering)));
    }

    [Fact]
    public void StylesBringNumbersHeadingsCapitalsAndHiddenText()
    {
        const string Numbering = $"""
            <w:numbering {Space}><w:abstractNum w:abstractNumId="1">
            <w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Chuong"/><w:lvlText w:val="Chương %1"/></w:lvl>
            <w:lvl w:ilvl="1"><w:lvlRestart w:val="0"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Dieu"/><w:lvlText w:val="Điều %2."/></w:lvl>
            </w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>
            """;
        const string Styles = $"""
            <w:styles {Space}>
            <w:style w:type="paragraph" w:styleId="Chuong"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="DieuCon"><w:basedOn w:val="Dieu"/></w:style>
            <w:style w:type="paragraph" w:styleId="Hoa"><w:rPr><w:caps/></w:rPr></w:style>
            <w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>
            </w:styles>
            """;
        var text = Read(
            Styled("Chuong", "quy định chung") + Styled("Dieu", "Phạm vi") + Styled("Chuong", "tổ chức") + Styled("DieuCon", "Nguyên tắc") + Styled("Hoa", "kế hoạch số 1")
            + P("thấy", "<w:r><w:rPr><w:rStyle w:val=\"An\"/></w:rPr><w:t>ẩn</w:t></w:r>", "<w:r><w:rPr><w:strike/></w:rPr><w:t>gạch</w:t></w:r>", "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t> rõ</w:t></w:r>"),
            ("word/numbering.xml", Numbering),
            ("word/styles.xml", Styles));

        Assert.Equal("Chương I quy định chung\n\nĐiều 1. Phạm vi\n\nChương II tổ chức\n\nĐiều 2. Nguyên tắc\n\nKẾ HOẠCH SỐ 1\n\nthấy rõ", text.Text);
        Assert.Equal((BlockKind.Heading, 1), (text.Blocks[0].Kind, text.Blocks[0].Level));
    }

    [Fact]
    public void NotesHaveTheNumbersThatWordShows()
    {
        const string Notes = $"<w:footnotes {Space}><w:footnote w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id=\"5\"><w:p><w:r><w:t>năm</w:t></w:r></w:p></w:footnote><w:footnote w:id=\"3\"><w:p><w:r><w:t>ba</w:t></w:r></w:p></w:footnote></w:footnotes>";
        const string EndNotes = $"<w:endnotes {Space}><w:endnote w:id=\"2\"><w:p><w:r><w:t>cuối</w:t></w:r></w:p></w:endnote></w:endnotes>";

        Assert.Equal(
            "Quyết định 5-QĐ/HU[1] và[2] hết[i]\n\n[2] năm\n\n[1] ba\n\n[i] cuối",
            Shown(
                P("Quyết định 5-QĐ/HU", Run("<w:footnoteReference w:id=\"3\"/>"), Text(" và"), Run("<w:footnoteReference w:id=\"5\"/>"), Text(" hết"), Run("<w:endnoteReference w:id=\"2\"/>")),
                ("word/footnotes.xml", Notes),
                ("word/endnotes.xml", EndNotes)));
    }

    [Fact]
    public void ARaisedFigureAfterANumberIsANoteAndNoneAfterAUnit() => Assert.Equal(
        "Quy định 9-QĐ/HU[3] ngày 1/2/2021; 12 m2",
        Shown(P("Quy định 9-QĐ/HU", Raised("3"), Text(" ngày 1/2/2021; 12 m"), Raised("2"))));

    [Fact]
    public void LettersOfAnOldFontAreReadAsTheyAreDrawn() => Assert.Equal(
        "HUYỆN ỦY ĐỨC TRỌNG\n\nKế hoạch thực hiện Chỉ thị của Bộ Chính trị về đảng viên",
        Shown(
            P("<w:r><w:rPr><w:rFonts w:ascii=\".VnTimeH\"/></w:rPr><w:t>huyÖn ñy ®øc träng</w:t></w:r>")
            + P("KÕ ho¹ch thùc hiÖn ChØ thÞ cña Bé ChÝnh trÞ vÒ ®¶ng viªn")));

    private static string Shown(string body, params (string, string)[] parts) => body.StartsWith("<w:", StringComparison.Ordinal)
        ? Read(body, parts).Text
        : throw new ArgumentException("A body is expected.", nameof(body));

    private static SourceText Read(string body, params (string, string)[] parts)
    {
        Assert.True(new DocxReader(100_000).TryRead("a.docx", FileForms.Docx(body, parts), out var text, out var error), error?.MessageEn);
        return text;
    }

    private const string Level0 = "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>";
    private const string Level1 = "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2.\"/></w:lvl>";

    private static string P(string text, params string[] more) =>
        "<w:p>" + (text.StartsWith('<') ? text : Text(text)) + string.Concat(more) + "</w:p>";

    private static string Text(string text) => Run($"<w:t xml:space=\"preserve\">{text}</w:t>");

    private static string Run(string inner) => $"<w:r>{inner}</w:r>";

    private static string Raised(string text) => $"<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>{text}</w:t></w:r>";

    private static string Styled(string style, string text) => P($"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>", Text(text));

    private static string Item(int list, int level, string text) =>
        P($"<w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>", Text(text));

    private static string Table(IEnumerable<string> cells) =>
        "<w:tbl><w:tr>" + string.Concat(cells.Select(cell => $"<w:tc>{cell}</w:tc>")) + "</w:tr></w:tbl>";
}
