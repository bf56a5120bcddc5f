using System.Text.Json;
using Search.Testing;

namespace Search.Documents.Tests;

public sealed class SampleTests
{
    [Fact]
    public void HandLabelledDocumentsAreReadExactly()
    {
        using var gold = JsonDocument.Parse(SharedData.ReadAllText("data", "seeds-gold.json"));
        var count = 0;
        foreach (var file in gold.RootElement.GetProperty("files").EnumerateArray())
        {
            var text = Samples.TextOf(file.GetProperty("file").GetString()![..3]);
            var lines = LineStarts(text);
            var documents = Samples.Analyze(text);
            var labels = file.GetProperty("documents").EnumerateArray().ToList();
            Assert.Equal(labels.Count, documents.Count);
            foreach (var (document, label) in documents.Zip(labels))
            {
                count++;
                Assert.Equal(Get(label, "number"), document.Docket?.Canonical);
                Assert.Equal(Get(label, "date"), document.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
                Assert.Equal(Get(label, "type"), Catalogues.Catalogue.Default.Type(document.Type!)!.Name);
                Assert.Equal(Get(label, "issuer"), document.Issuer);
                Assert.Equal(Get(label, "level")!.Replace('_', '-'), document.Level);
                Assert.Equal(Get(label, "province"), document.Province);
                Assert.Equal(Get(label, "place"), document.Place);
                Assert.Equal(Get(label, "title"), document.Title);
                Assert.Equal(Get(label, "term"), document.Term);
                Assert.Equal(Get(label, "signing_authority"), document.SigningAuthority);
                Assert.Equal(Get(label, "signer_title"), document.SignerTitle);
                Assert.Equal(Get(label, "signer"), document.Signer);
                Assert.Equal(List(label, "kinh_gui"), document.Addressees);
                Assert.Equal(List(label, "noi_nhan"), document.Recipients);
                Assert.Equal(lines[label.GetProperty("line_start").GetInt32() - 1], LineOf(text, document.Span.Start, lines));
                Assert.InRange(label.GetProperty("line_end").GetInt32() - LineNumber(lines, document.Span.End - 1), 0, 1);
                foreach (var annex in label.GetProperty("parts").EnumerateArray().Where(part => Get(part, "kind") is "phu_luc"))
                {
                    var part = Assert.Single(document.Parts, part => part.Kind == DocumentPartKind.Annex);
                    Assert.Equal(Get(annex, "title"), part.Title);
                    Assert.Equal(annex.GetProperty("line_start").GetInt32(), LineNumber(lines, part.Span.Start));
                }
            }
        }

        Assert.Equal(3, count);
    }

    [Fact]
    public void ADirectiveUnderTwoStampsAndACopyEndorsement()
    {
        var text = Samples.TextOf("001");
        var documents = Samples.Analyze(text);
        Assert.Equal(["12-CT/TW@2022-01-05", "348-BS/TU~nam-dinh@2022-01-20"], documents.Select(document => document.Key.Value));
        var directive = documents[0];
        Assert.Equal("chi-thi", directive.Type);
        Assert.Equal("Ban Bí thư", directive.Issuer);
        Assert.Equal("trung-uong", directive.Level);
        Assert.Equal("về tăng cường sự lãnh đạo của Đảng, nâng cao hiệu quả đối ngoại nhân dân trong tình hình mới", directive.Title);
        Assert.Equal("Võ Văn Thương", directive.Signer);
        Assert.Equal("T/M BAN BÍ THƯ", directive.SigningAuthority);
        Assert.Equal(6, directive.Recipients.Count);
        Assert.Equal(["VĂN PHÒNG TỈNH ỦY NAM ĐỊNH", "BAN TUYẾN GIÁO TỈNH ỦY ND"], PartsOf(directive, DocumentPartKind.Stamp, text));
        Assert.Equal(["Đang chờ"], PartsOf(directive, DocumentPartKind.Marginalia, text));
        var copy = documents[1];
        Assert.Equal(directive.Key, copy.CopyOf);
        Assert.Equal("ban-sao-luc", copy.Type);
        Assert.Equal("Nam Định", copy.Province);
        Assert.Equal("Nam Định", copy.Place);
        Assert.Equal("Lê Văn Thế", copy.Signer);
        Assert.Equal("CHÁNH VĂN PHÒNG", copy.SignerTitle);
        Assert.Null(copy.Title);
        Assert.Equal(6, copy.Recipients.Count);
    }

    [Fact]
    public void APlanWithoutLetterheadSaysWhatItInfers()
    {
        var document = Assert.Single(Samples.Analyze(Samples.TextOf("002")));
        Assert.Null(document.Docket);
        Assert.Null(document.Date);
        Assert.Equal("ke-hoach", document.Type);
        Assert.Equal("Ban Thường vụ Tỉnh ủy", document.Issuer);
        Assert.Equal("tinh", document.Level);
        Assert.StartsWith("KH/TU~", document.Key.Value, StringComparison.Ordinal);
        Assert.StartsWith("Tiếp tục thực hiện Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư khóa XI “Về", document.Title, StringComparison.Ordinal);
        Assert.Equal("Trần Đức Quận", document.Signer);
        Assert.Equal(10, document.Recipients.Count);
        Assert.InRange(document.Inferences["issuer"].Confidence, 0.5, 0.99);
        Assert.NotEmpty(document.Inferences["issuer"].Reason);
        if (document.Province is not null)
        {
            Assert.True(document.Inferences.ContainsKey("province"));
        }
    }

    [Fact]
    public void ABrokenSentenceIsOnePassage()
    {
        var plan = Samples.TextOf("002");
        var passages = Samples.Analyze(plan)[0].Passages.Select(passage => passage.Span.Slice(plan)).ToList();
        Assert.Single(passages, passage => passage.Contains("Hướng dẫn số 02-\n\nHD/BDNTW ngày 16/01/2017", StringComparison.Ordinal));
        Assert.Single(passages, passage => passage.Contains("ngắn hạn, cập\n\nnhật tình hình", StringComparison.Ordinal));
        Assert.Single(passages, passage => passage.Contains("hoàn thiện các\n\nquy định", StringComparison.Ordinal));
        var directive = Samples.TextOf("001");
        Assert.Single(
            Samples.Analyze(directive)[0].Passages,
            passage => passage.Span.Slice(directive) is var text && text.Contains("Sự phối\n", StringComparison.Ordinal) && text.Contains("hợp giữa các ban", StringComparison.Ordinal));
    }

    private static IEnumerable<string> PartsOf(Document document, DocumentPartKind kind, string text) =>
        document.Parts.Where(part => part.Kind == kind).Select(part => part.Span.Slice(text).Split('\n')[0].Trim());

    private static string? Get(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<string> List(JsonElement element, string name) =>
        element.GetProperty(name).EnumerateArray().Select(item => item.GetString()!);

    private static List<int> LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                starts.Add(i + 1);
            }
        }

        return starts;
    }

    private static int LineNumber(List<int> starts, int offset) => starts.FindLastIndex(start => start <= offset) + 1;

    private static int LineOf(string text, int offset, List<int> starts) =>
        text[starts[LineNumber(starts, offset) - 1]..offset].Trim().Length == 0 ? starts[LineNumber(starts, offset) - 1] : -1;
}
