using System.Text;

namespace Search.Text.Tests;

/// <summary>Texts whose letters as a whole are not what they seem.</summary>
public sealed class TextRestorationTests
{
    [Theory]
    [InlineData("tcvn3", "UBND huyÖn ®Ò nghÞ c¸c x· b¸o c¸o kÕt qu¶ thùc hiÖn", "UBND huyện đề nghị các xã báo cáo kết quả thực hiện")]
    [InlineData("tcvn3", "TØnh cã sè 12-CV/HU\n®ång chÝ BÝ th­ HuyÖn ñy", "Tỉnh có số 12-CV/HU\nđồng chí Bí thư Huyện ủy")]
    [InlineData("vni", "Soá 12-CV/HU\nñoàng chí Bí thö Huyeän uûy, caùc chi boä", "Số 12-CV/HU\nđồng chí Bí thư Huyện ủy, các chi bộ")]
    [InlineData("utf-8-twice", "Huyá»\u0087n á»§y Ä\u0090á»©c Trá»\u008Dng bÃ¡o cÃ¡o káº¿t quáº£", "Huyện ủy Đức Trọng báo cáo kết quả")]
    [InlineData("eth", "Quyết ñịnh số 9/Qð-UBND về ñất ñai, ðiều 1. Giám ñốc Sở ñược giao", "Quyết định số 9/QĐ-UBND về đất đai, Điều 1. Giám đốc Sở được giao")]
    [InlineData("eth", "Quyết ðịnh số 9/Qð-UBND về ðất ðai của Giám ðốc", "Quyết định số 9/QĐ-UBND về đất đai của Giám đốc")]
    public void ATextIsRestoredAsAWhole(string name, string text, string expected)
    {
        var restoration = TextRestoration.Find(text);

        Assert.NotNull(restoration);
        Assert.Equal(name, restoration.Name);
        Assert.Equal(expected, restoration.Apply(text));
        Assert.Null(TextRestoration.Find(expected));
        Assert.Equal(expected, TextDecoder.Decode(Encoding.UTF8.GetBytes(text)).Text);
    }

    [Theory]
    [InlineData("Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương")]
    [InlineData("Đoàn đại biểu Cộng hòa Pháp: «Liberté, égalité, fraternité», Ñandú, señor Muñoz")]
    [InlineData("La résolution a été adoptée après un débat; l'été, où, déjà, ça")]
    [InlineData("Diện tích 12 m², 30 °C, § 5, ½, ©")]
    [InlineData("Một văn bản có một từ cũ: ®¶ng viªn, còn lại đều là chữ Unicode đúng như mọi văn bản")]
    [InlineData("Hà Nội, ngày 5 tháng 6 năm 2020")]
    [InlineData("")]
    public void AGoodTextStays(string text) => Assert.Null(TextRestoration.Find(text));
}
