namespace Search.Text.Tests;

public sealed class VietnameseNormalizerTests
{
    [Theory]
    [InlineData("hoà bình", "hòa bình")]
    [InlineData("UỶ BAN", "ỦY BAN")]
    [InlineData("quý giữ hoàn", "quý giữ hoàn")]
    [InlineData("Chỉ thị", "Chỉ thị")]
    [InlineData("Ðảng\u00A0uỷ \u2013 \u201Cđổi mới\u201D", "Đảng ủy - \"đổi mới\"")]
    public void CanonicalForm(string source, string expected) =>
        Assert.Equal(expected, VietnameseNormalizer.NormalizeText(source));

    [Fact]
    public void DecomposedWordsLeadBackToAllOfTheirSource()
    {
        const string Source = "Theo Chỉ thị số 04";
        var normalised = VietnameseNormalizer.Normalize(Source);
        var at = normalised.Text.IndexOf("Chỉ thị", StringComparison.Ordinal);

        var span = normalised.ToSource(new TextSpan(at, at + 7));

        Assert.Equal("Chỉ thị", span.Slice(Source));
        Assert.Equal(new TextSpan(at, at + 7), normalised.FromSource(span));
    }
}
