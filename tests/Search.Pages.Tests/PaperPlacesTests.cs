using Search.Application.Layout;
using Search.Documents;
using Search.Text;

namespace Search.Pages.Tests;

/// <summary>Where the lines of a letterhead and of a closing stand on the paper, in whichever order a text gives them.</summary>
public sealed class PaperPlacesTests
{
    private const string Head = "ĐẢNG CỘNG SẢN VIỆT NAM\nTỈNH ỦY LÂM ĐỒNG\nĐà Lạt, ngày 04 tháng 5 năm 2012\nSố 15-CT/TU\nKính gửi: Các huyện ủy\n";
    private const string Foot = "T/M BAN THƯỜNG VỤ\nNơi nhận:\n- Ban Bí thư (để báo cáo),\nvà các ban đảng,\n- Lưu.\nPHÓ BÍ THƯ\nNguyễn Văn An\n";

    [Fact]
    public void LinesOfBothColumnsAreToldApart()
    {
        const string source = Head + Foot;
        var document = new Document
        {
            Key = DocumentKey.Parse("15-CT/TU~lam-dong@2012-05-04"),
            Place = "Đà Lạt",
            SignerTitle = "Phó Bí thư",
            Signer = "Nguyễn Văn An",
            Span = new TextSpan(0, source.Length),
            Parts =
            [
                new DocumentPart(DocumentPartKind.Letterhead, new TextSpan(0, Head.Length)),
                new DocumentPart(DocumentPartKind.Closing, new TextSpan(Head.Length, source.Length)),
            ],
        };
        var places = new PaperPlaces(document, source);
        var found = new List<PaperPlace>();
        for (var at = 0; at < source.Length; at = source.IndexOf('\n', at) + 1)
        {
            found.Add(places.Of(places.Kind(at), at, source.IndexOf('\n', at)));
        }

        Assert.Equal(
            [
                PaperPlace.Motto, PaperPlace.Issuer, PaperPlace.Motto, PaperPlace.Issuer, PaperPlace.Addressees,
                PaperPlace.Signature, PaperPlace.Recipients, PaperPlace.Recipients, PaperPlace.Recipients, PaperPlace.Recipients, PaperPlace.Signature, PaperPlace.Signature,
            ],
            found);
    }
}
