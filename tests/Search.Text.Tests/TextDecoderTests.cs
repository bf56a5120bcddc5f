using System.Text;
using Search.Testing;

namespace Search.Text.Tests;

public sealed class TextDecoderTests
{
    private const string Sample =
        "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam ban hành Chỉ thị về công tác đối ngoại nhân dân.\n" +
        "Các tỉnh ủy, thành ủy tổ chức quán triệt và thực hiện nghiêm túc những nhiệm vụ nêu trên.\n" +
        "Đồng chí Bí thư kết luận: phải tiếp tục đổi mới, nâng cao chất lượng và hiệu quả.";

    [Theory]
    [InlineData(LegacyEncoding.Tcvn3, "tcvn3")]
    [InlineData(LegacyEncoding.Vni, "vni")]
    [InlineData(LegacyEncoding.Vps, "vps")]
    [InlineData(LegacyEncoding.Viscii, "viscii")]
    [InlineData(LegacyEncoding.Cp1258, "cp1258")]
    [InlineData(LegacyEncoding.Viqr, "viqr")]
    public void LegacyEncodingsAreToldApartByTheirBytes(LegacyEncoding encoding, string name)
    {
        var decoded = TextDecoder.Decode(LegacyEncoder.Encode(Sample, encoding));

        Assert.Equal(name, decoded.Encoding);
        Assert.Equal(Sample, decoded.Text);
        Assert.InRange(decoded.Confidence, 0.5, 1);
    }

    [Theory]
    [InlineData(LegacyEncoding.Tcvn3)]
    [InlineData(LegacyEncoding.Vni)]
    [InlineData(LegacyEncoding.Vps)]
    [InlineData(LegacyEncoding.Viscii)]
    [InlineData(LegacyEncoding.Cp1258)]
    public void ASingleLineIsEnough(LegacyEncoding encoding)
    {
        foreach (var line in Sample.Split('\n'))
        {
            Assert.Equal(line, TextDecoder.Decode(LegacyEncoder.Encode(line, encoding)).Text);
        }
    }

    [Theory]
    [InlineData(LegacyEncoding.Tcvn3)]
    [InlineData(LegacyEncoding.Vni)]
    [InlineData(LegacyEncoding.Vps)]
    [InlineData(LegacyEncoding.Viscii)]
    [InlineData(LegacyEncoding.Cp1258)]
    public void TheSampleDocumentsSurviveALegacyEncoding(LegacyEncoding encoding)
    {
        foreach (var file in SharedData.SampleFiles())
        {
            // What the old encodings can hold: canonical letters and plain punctuation.
            var text = VietnameseNormalizer.NormalizeText(File.ReadAllText(file)).Replace('…', '.');

            var decoded = TextDecoder.Decode(LegacyEncoder.Encode(text, encoding));

            Assert.Equal(text.ToLowerInvariant(), decoded.Text.ToLowerInvariant());
            if (encoding != LegacyEncoding.Tcvn3)
            {
                Assert.Equal(text, decoded.Text);
            }
        }
    }

    [Fact]
    public void CapitalsOfTcvn3ComeFromTheirWord()
    {
        var bytes = LegacyEncoder.Encode("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHồ Chí Minh ở Hà Nội", LegacyEncoding.Tcvn3);

        Assert.Equal("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHồ Chí Minh ở Hà Nội", TextDecoder.Decode(bytes).Text);
    }

    [Fact]
    public void UnicodeIsProvedByItsBytes()
    {
        byte[] utf8Mark = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sample)];
        Assert.Equal(new DecodedText(Sample, "utf-8", 1), TextDecoder.Decode(Encoding.UTF8.GetBytes(Sample)));
        Assert.Equal(new DecodedText(Sample, "utf-8", 1), TextDecoder.Decode(utf8Mark));
        Assert.Equal(new DecodedText(Sample, "utf-16le", 1), TextDecoder.Decode([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Sample)]));
        Assert.Equal(new DecodedText(Sample, "utf-16be", 1), TextDecoder.Decode([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Sample)]));
        Assert.Equal("utf-16le", TextDecoder.Decode(Encoding.Unicode.GetBytes(Sample)).Encoding);
        Assert.Equal("utf-16be", TextDecoder.Decode(Encoding.BigEndianUnicode.GetBytes(Sample)).Encoding);
        Assert.Equal(new DecodedText("", "utf-8", 1), TextDecoder.Decode([]));
    }

    [Fact]
    public void WhatCannotBeReadIsAnErrorWithItsOffset()
    {
        byte[] nul = [.. Encoding.UTF8.GetBytes("Chỉ thị"), 0, (byte)'x'];
        Assert.False(TextDecoder.TryDecode(nul, out var text, out var error));
        Assert.Null(text);
        Assert.Equal(nul.Length - 2, error.Offset);
        Assert.Contains("NUL", error.MessageEn, StringComparison.Ordinal);

        byte[] broken = [.. Encoding.UTF8.GetBytes("Chỉ thị số 04 về công tác đối ngoại nhân dân "), 0xC3, (byte)' '];
        Assert.False(TextDecoder.TryDecode(broken, out _, out error));
        Assert.Equal(broken.Length - 2, error.Offset);

        byte[] surrogate = [0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x42, 0x00];
        Assert.False(TextDecoder.TryDecode(surrogate, out _, out error));
        Assert.Throws<TextDecodingException>(() => TextDecoder.Decode(surrogate));

        byte[] random = new byte[400];
        new Random(7).NextBytes(random);
        Assert.False(TextDecoder.TryDecode(random, out _, out error));
        Assert.InRange(error.Offset, 0, random.Length - 1);
    }

    [Theory]
    [InlineData("What is this? He said 'no' (twice) and left.")]
    [InlineData("f(a) = a^2 + b^2 ~ c; x+y; e.g. a`b`c")]
    [InlineData("See https://example.org/a.b?c=d+e and ~/home.")]
    public void PlainAsciiIsNotTakenForViqr(string text) =>
        Assert.Equal(new DecodedText(text, "utf-8", 1), TextDecoder.Decode(Encoding.ASCII.GetBytes(text)));
}
