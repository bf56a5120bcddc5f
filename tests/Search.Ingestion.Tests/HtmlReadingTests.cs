using System.Text;
using Search.Ingestion.Reading;

namespace Search.Ingestion.Tests;

/// <summary>Pages as portals and office programs write them: nothing of the text is lost, joined or invented.</summary>
public sealed class HtmlReadingTests
{
    static HtmlReadingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("windows-1252", "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\">")]
    [InlineData("utf-8", "<meta charset='utf-8'>")]
    [InlineData("utf-16", "<meta charset=\"utf-16\">")]
    [InlineData("windows-1252", "<?xml version=\"1.0\" encoding=\"windows-1252\"?>")]
    [InlineData("utf-8", "<meta charset=windows-1252>")]
    public void APageKeepsTheCharsetItDeclares(string charset, string declaration)
    {
        // Word writes letters beyond the charset as numeric entities and no-break spaces as bytes.
        var page = $"<html><head>{declaration}</head><body><p>S&#7889;:\u00A0\u00A0\u00A0 61-KH/HU</p><p>Ph\u00F2ng v\u00E0 ch\u1ED1ng</p></body></html>"
            .Replace("\u1ED1", charset is "windows-1252" ? "&#7889;" : "\u1ED1", StringComparison.Ordinal);
        var encoding = Encoding.GetEncoding(charset);

        Assert.Equal("Số: 61-KH/HU\n\nPhòng và chống", Text([.. encoding.GetPreamble(), .. encoding.GetBytes(page)]));
    }

    [Fact]
    public void APageInWindows1258IsComposed()
    {
        var page = "<meta charset=windows-1258><p>Huy\u00EA\u00F2n u\u00D2y</p>";

        Assert.Equal("Huyện ủy", Text(Encoding.Latin1.GetBytes(page)).Normalize(NormalizationForm.FormC));
    }

    [Theory]
    [InlineData("<form id=aspnetForm><div><p>Một</p><p>Hai</p></div></form>", "Một\n\nHai")]
    [InlineData("<table><tr><td>ĐẢNG ỦY XÃ<br>*<br>Số 5-KH/ĐU</td></tr></table>", "ĐẢNG ỦY XÃ\n\n*\n\nSố 5-KH/ĐU")]
    [InlineData("<article>Tin</article><h3>Điều 1. Tên</h3><p>Toàn văn của điều này dài hơn mẩu tin.</p>", "Tin\n\nĐiều 1. Tên\n\nToàn văn của điều này dài hơn mẩu tin.")]
    [InlineData("<p>Thông báo</p><article><h3>Điều 1</h3></article><article><h3>Điều 2</h3></article>", "Thông báo\n\nĐiều 1\n\nĐiều 2")]
    [InlineData("<header>Cổng</header><main>Phần một dài</main><main>Phần hai dài</main>", "Phần một dài\n\nPhần hai dài")]
    [InlineData("<pre>HUYỆN ỦY          ĐẢNG CỘNG SẢN\n\nSố 5-KH/HU</pre>", "HUYỆN ỦY\tĐẢNG CỘNG SẢN\n\nSố 5-KH/HU")]
    [InlineData("<textarea>Dòng một\nDòng hai</textarea>", "Dòng một\nDòng hai")]
    [InlineData("<div style='white-space: pre-line'>Dòng một\nDòng hai</div><p>a\nb</p>", "Dòng một\nDòng hai\n\na b")]
    [InlineData("<h1>THÔNG BÁO<br>kết quả <b>kỳ họp</b></h1>", "THÔNG BÁO\nkết quả kỳ họp")]
    [InlineData("<ul><li><p>Đoạn một</p><p>Đoạn hai</p></li><li>Mục<div>con</div></li></ul>", "- Đoạn một\nĐoạn hai\n\n- Mục\ncon")]
    [InlineData("<p>Số 5-KH/<wbr>HU <acronym>UB</acronym>ND, <st1:date w:st=on>ngày 2/3</st1:date><img src=x> năm</p>", "Số 5-KH/HU UBND, ngày 2/3 năm")]
    [InlineData("<p>còn <del>bỏ</del><s>bỏ</s><span style='display:none'>ẩn</span><span hidden>ẩn</span><span style='mso-hide:all'>ẩn</span>lại</p>", "còn lại")]
    [InlineData("<p>Quyết định 8-QĐ/HU<sup>2</sup>, 10 km<sup>2</sup>, ngày 1/2/2020<sup>*</sup></p>", "Quyết định 8-QĐ/HU[2], 10 km2, ngày 1/2/2020[*]")]
    [InlineData("<p>Kết luận 7-KL/HU&amp;nbsp;ngày 2/3/2020</p>", "Kết luận 7-KL/HU ngày 2/3/2020")]
    public void NothingIsLostOrJoined(string body, string expected) =>
        Assert.Equal(expected, Text(Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{body}</body></html>")));

    [Theory]
    [InlineData("<img src=\"data:image/jpeg;base64,{0}\">", true)]
    [InlineData("<svg><image href='data:image/png;base64,{0}' width=1 /></svg>", true)]
    [InlineData("<p title=\"{0}>", false)]
    [InlineData("<p {0}>", false)]
    public void APictureInAPageIsNoTagThatTakesLong(string tag, bool isRead)
    {
        var page = Encoding.UTF8.GetBytes("<meta charset=utf-8><p>Số 5-KH/HU</p>" + string.Format(System.Globalization.CultureInfo.InvariantCulture, tag, new string('A', 200_000)) + "<p>Nội dung</p>");

        Assert.Equal(isRead, new HtmlReader(100_000).TryRead("a.html", page, out var text, out var error));
        Assert.Equal(isRead ? "Số 5-KH/HU\n\nNội dung" : "too-deep", text?.Text ?? error?.Code);
    }

    [Theory]
    [InlineData("<ol type=I start=3><li>Ba<ol type=a><li>một</li><li value=4>bốn</li><li>năm</li></ol></li><li>Bốn</li></ol>", "III. Ba\n\na. một\n\nd. bốn\n\ne. năm\n\nIV. Bốn")]
    [InlineData("<ol style='list-style-type:lower-roman'><li>x</li><li>y</li></ol>", "i. x\n\nii. y")]
    [InlineData("<ol reversed><li>x</li><li>y</li></ol>", "2. x\n\n1. y")]
    [InlineData("<table><tr><td>Việc<ol><li>Rà soát</li><li>Kiểm tra</li></ol></td><td>Ban</td><td>Quý I</td></tr></table>", "Việc 1. Rà soát 2. Kiểm tra\tBan\tQuý I")]
    [InlineData("<ul style='list-style:none'><li>1.1. Tự đánh số</li></ul>", "1.1. Tự đánh số")]
    public void ItemsHaveTheNumbersThatABrowserShows(string body, string expected) =>
        Assert.Equal(expected, Text(Encoding.UTF8.GetBytes(body)));

    private static string Text(byte[] page)
    {
        Assert.True(new HtmlReader(100_000).TryRead("a.html", page, out var text, out var error), error?.MessageEn);
        Assert.All(text.Blocks, block => Assert.Equal(block.Span.Slice(text.Text).Trim(), block.Span.Slice(text.Text)));
        return text.Text;
    }
}
