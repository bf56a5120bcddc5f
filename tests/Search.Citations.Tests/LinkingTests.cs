using Search.Citations.Tests.Support;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Citations.Tests;

public sealed class LinkingTests
{
    private static readonly StubMatcher Stubs = new(Catalogue.Default);

    [Theory]
    [InlineData("61-CT/TW@2010-08-19", "61-CT/TW@2010-08-19", StubDecision.Same)]
    [InlineData("61-CT/TW@2010-08-19", "61-CT/TW@2015-08-19", StubDecision.Different)]
    [InlineData("61-CT/TW@X", "61-CT/TW@2010-08-19", StubDecision.Same)]
    [InlineData("61-CT/TW@XI", "61-CT/TW@2010-08-19", StubDecision.Different)]
    [InlineData("61-CT/TW@2010", "61-CT/TW@2010-08-19", StubDecision.Same)]
    [InlineData("61-CT/TW@?", "61-CT/TW@2010-08-19", StubDecision.Unsure)]
    [InlineData("61-CT/TW@2010-08-19", "62-CT/TW@2010-08-19", StubDecision.Different)]
    [InlineData("15-CT/TU~lam-dong@2012-05-04", "15-CT/TU~quang-ngai@2012-05-04", StubDecision.Different)]
    [InlineData("15-CT/TU~?@2012-05-04", "15-CT/TU~lam-dong@2012-05-04", StubDecision.Same)]
    [InlineData("15-CT/TU~?@2012", "15-CT/TU~lam-dong@2012-05-04", StubDecision.Unsure)]
    [InlineData("30/2020/NĐ-CP@?", "30/2020/NĐ-CP@2020-03-05", StubDecision.Same)]
    public void DecidesAboutStubs(string stub, string arrived, StubDecision expected) =>
        Assert.Equal(expected, Stubs.Decide(Known(stub, DocumentStatus.Stub), Known(arrived, DocumentStatus.Present)));

    /// <summary>"Này" of an annex is the decision that promulgates it; in an article it is the document the article is about, which
    /// alone does what is said of it.</summary>
    [Theory]
    [InlineData("quyet-dinh", "Về việc ban hành Quy chế quản lý thư viện", "Điều 1. Quy chế này quy định việc quản lý.", "self tu-dan-chieu")]
    [InlineData("quyet-dinh", "Về việc thành lập thư viện", "Điều 1. Quy chế này quy định việc quản lý.", "? dan-chieu")]
    [InlineData(null, null, "Hướng dẫn số 90-HD/BTCTW ngày 02/5/2024 đã có. Hướng dẫn này thay thế Hướng dẫn số 70-HD/BTCTW ngày 03/3/2020.", "90-HD/BTCTW@2024-05-02 dan-chieu, 90-HD/BTCTW@2024-05-02 dan-chieu, 70-HD/BTCTW@2020-03-03 dan-chieu")]
    [InlineData(null, null, "Hướng dẫn này thay thế Hướng dẫn số 70-HD/BTCTW ngày 03/3/2020.", "self tu-dan-chieu, 70-HD/BTCTW@2020-03-03 thay-the")]
    [InlineData("ke-hoach", null, "Chỉ thị số 33-CT/TW ngày 03/01/2014 đã nêu; Chỉ thị số 33-CT/TW (tháng 3/2019) là khác.", "33-CT/TW@2014-01-03 dan-chieu, 33-CT/TW@2019 dan-chieu")]
    public void ThisIsWhatTheTextSpeaksOf(string? type, string? title, string text, string expected)
    {
        var host = new Document { Key = DocumentKey.ForUnnumbered("?", null, "case", null), Header = new DocumentHeader { Type = type, Title = title }, Span = new TextSpan(0, text.Length) };
        var printed = Pipeline.Cite(DocumentReaders.FromText("a.txt", text), host, new MemoryRegistry([]))
            .Select(citation => $"{(citation.IsSelf ? "self" : citation.Target?.Key.Value ?? "?")} {citation.Relation}");
        Assert.Equal(expected, string.Join(", ", printed));
    }

    /// <summary>Words in quotation marks are another document's.</summary>
    [Theory]
    [InlineData("thong-tu", "Điều 1. Sửa đổi Điều 3 Thông tư số 12/2019/TT-BNV ngày 05/5/2019 như sau: “Điều 3. Thông tư này áp dụng với thư viện.”\n\nĐiều 2. Thông tư này có hiệu lực từ ngày ký.", "12/2019/TT-BNV@2019-05-05 sua-doi-bo-sung, 12/2019/TT-BNV@2019-05-05 dan-chieu, self tu-dan-chieu")]
    [InlineData("quy-dinh", "Quy định số 41-QĐ/TW ngày 03/11/2021 nêu: “Quy định này áp dụng với cán bộ.” Các cấp ủy thực hiện.", "41-QĐ/TW@2021-11-03 dan-chieu, 41-QĐ/TW@2021-11-03 dan-chieu")]
    [InlineData("quy-dinh", "“Quy định này áp dụng với cán bộ.”", "self tu-dan-chieu")]
    public void ThisInAQuotationIsTheQuoted(string type, string text, string expected) => ThisIsWhatTheTextSpeaksOf(type, null, text, expected);

    /// <summary>The host's province is that of a body it leaves unnamed, and of none with a name of its own or of a lower level.</summary>
    [Theory]
    [InlineData("12-KH/TU", "Tỉnh ủy Lâm Đồng", "Chương trình số 71-CTr/HU ngày 05/5/2019 của Huyện ủy Định Hóa", "71-CTr/HU~?@2019-05-05")]
    [InlineData("12-KH/TU", "Tỉnh ủy Lâm Đồng", "Quy định số 09-QĐ/HU ngày 05/5/2019", "09-QĐ/HU~?@2019-05-05")]
    [InlineData("12-KH/TU", "Tỉnh ủy Lâm Đồng", "Quy định số 09-QĐ/TU ngày 05/5/2019 của Tỉnh ủy", "09-QĐ/TU~lam-dong@2019-05-05")]
    [InlineData("12-KH/TU", "Tỉnh ủy Lâm Đồng", "Quy định số 09-QĐ/TU ngày 05/5/2019 của Tỉnh ủy Yên Bái", "09-QĐ/TU~yen-bai@2019-05-05")]
    [InlineData("12-KH/HU", "Huyện ủy Đức Trọng", "Quy định số 09-QĐ/HU ngày 05/5/2019 của Huyện ủy", "09-QĐ/HU~lam-dong@2019-05-05")]
    [InlineData("12-KH/HU", "Huyện ủy Đức Trọng", "Quy định số 09-QĐ/HU ngày 05/5/2019 của Huyện ủy Đức Trọng", "09-QĐ/HU~lam-dong@2019-05-05")]
    [InlineData("12-KH/HU", "Huyện ủy Đức Trọng", "Nghị quyết số 09-NQ/TU ngày 05/5/2019 của Tỉnh ủy", "09-NQ/TU~lam-dong@2019-05-05")]
    [InlineData("12/KH-UBND", "Ủy ban nhân dân tỉnh Lâm Đồng", "Quyết định số 19/QĐ-UBND ngày 05/5/2019 của Ủy ban nhân dân xã Tân Thành", "19/QĐ-UBND~?@2019-05-05")]
    [InlineData("12/KH-UBND", "Ủy ban nhân dân tỉnh Lâm Đồng", "Quyết định số 19/QĐ-UBND ngày 05/5/2019 của Ủy ban nhân dân tỉnh", "19/QĐ-UBND~lam-dong@2019-05-05")]
    public void TheProvinceOfTheHostIsThatOfItsOwnBodies(string number, string issuer, string mention, string expected)
    {
        var text = $"Thực hiện {mention}, các cơ quan báo cáo.";
        var header = DocumentHeader.OfNumber(number) with { Type = "ke-hoach", Issuer = issuer, ProvinceId = "lam-dong", Date = new DateOnly(2020, 2, 2) };
        var host = new Document { Key = DocumentKey.ForNumber(number, "lam-dong", header.Date), Header = header, Span = new TextSpan(0, text.Length) };
        var citation = Assert.Single(Pipeline.Cite(DocumentReaders.FromText("a.txt", text), host, new MemoryRegistry([])));
        Assert.Equal(expected, citation.Target?.Key.Value);
    }

    [Fact]
    public void ARivalMakesItUnsure()
    {
        var registry = new MemoryRegistry([Known("15-CT/TU~lam-dong@2012-05-04", DocumentStatus.Present), Known("15-CT/TU~quang-ngai@2012-05-04", DocumentStatus.Present)]);
        var stub = Known("15-CT/TU~?@2012-05-04", DocumentStatus.Stub);
        Assert.Equal(StubDecision.Unsure, Stubs.Decide(stub, registry.Find(DocumentKey.Parse("15-CT/TU~lam-dong@2012-05-04"))!, registry));
    }

    [Fact]
    public void PartsAStubThatIsTwoDocuments()
    {
        var docket = Docket.Parse("61-CT/TW");
        var parts = Stubs.Partition(Known("61-CT/TW@?", DocumentStatus.Stub),
        [
            new CitedDescription { Header = new DocumentHeader { Docket = docket } },
            new CitedDescription { Header = new DocumentHeader { Docket = docket, Term = "XII" } },
            new CitedDescription { Header = new DocumentHeader { Docket = docket, Term = "X" } },
            new CitedDescription { Header = new DocumentHeader { Docket = docket, Date = new DateOnly(2010, 8, 19) } },
        ]);
        Assert.Equal(["61-CT/TW@2010-08-19", "61-CT/TW@XII", null], parts.Select(part => part.Key?.Value));
        Assert.Equal([2, 3], parts[0].Members);
        Assert.Equal([1], parts[1].Members);
        Assert.Equal([0], parts[2].Members);
    }

    [Fact]
    public void AStubThatHoldsTogetherKeepsItsKey()
    {
        var docket = Docket.Parse("61-CT/TW");
        var stub = Known("61-CT/TW@X", DocumentStatus.Stub);
        var part = Assert.Single(Stubs.Partition(stub, [new CitedDescription { Header = new DocumentHeader { Docket = docket } }, new CitedDescription { Header = new DocumentHeader { Docket = docket, Term = "X" } }, new CitedDescription { Header = new DocumentHeader { Docket = docket }, Year = 2007 }]));
        Assert.Equal(stub.Key, part.Key);
        Assert.Equal([0, 1, 2], part.Members);
    }

    [Fact]
    public void ANewDocumentGetsTheMentionsThatWaitedForIt()
    {
        const string Text = "Thực hiện Chỉ thị số 61-CT/TW ngày 19/8/2010 của Ban Bí thư. Quán triệt Chỉ thị 61.";
        var source = new SourceText { Name = "a", Text = Text, Encoding = "utf-8", Blocks = [] };
        var host = new Document { Key = DocumentKey.Parse("1-KH/HU~?@2012-01-02"), Header = new DocumentHeader { Type = "ke-hoach", Date = new DateOnly(2012, 1, 2) }, Span = new TextSpan(0, Text.Length) };
        var empty = new MemoryRegistry();
        var before = Pipeline.Cite(source, host, empty);
        Assert.All(before, citation => Assert.Equal(DocumentStatus.Stub, citation.Target!.Status));
        var known = Known("61-CT/TW@2010-08-19", DocumentStatus.Present);
        var arrived = known with { Header = known.Header with { Title = "về công tác" } };
        var after = new CitationAnalysis(Catalogue.Default).Cite(host, Text, new MemoryRegistry([arrived]));
        Assert.Equal(before.Select(citation => citation.Span), after.Select(citation => citation.Span));
        Assert.All(after, citation => Assert.Equal((DocumentStatus.Present, "về công tác"), (citation.Target!.Status, citation.Target.Title)));
    }

    [Fact]
    public void ANumberAloneIsNeverGuessed()
    {
        const string Text = "theo Chỉ thị số 61-CT/TW";
        var source = new SourceText { Name = "a", Text = Text, Encoding = "utf-8", Blocks = [] };
        var host = new Document { Key = DocumentKey.Parse("1-KH/HU~?@2022-01-02"), Header = new DocumentHeader { Type = "ke-hoach", Date = new DateOnly(2022, 1, 2) }, Span = new TextSpan(0, Text.Length) };
        var registry = new MemoryRegistry([Known("61-CT/TW@2010-08-19", DocumentStatus.Present), Known("61-CT/TW@2000-12-28", DocumentStatus.Present)]);
        var citation = Assert.Single(Pipeline.Cite(source, host, registry));
        Assert.Null(citation.Target);
        Assert.Equal(2, citation.Candidates.Count);
    }

    private static KnownDocument Known(string text, DocumentStatus status)
    {
        var key = DocumentKey.Parse(text);
        return new KnownDocument
        {
            Key = key,
            Header = new DocumentHeader
            {
                Docket = Docket.Parse(key.Number),
                Type = "chi-thi",
                ProvinceId = key.Place is DocumentKey.Unknown ? null : key.Place,
                Date = key.Date,
            },
            Status = status,
        };
    }
}
