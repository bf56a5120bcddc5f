using System.Text;
using Search.Testing;

namespace Search.Text.Tests;

/// <summary>Input made to hurt. A quadratic step would keep these from ending.</summary>
public sealed class HostileInputTests
{
    public static TheoryData<string, string, int> Inputs => new()
    {
        { "one letter with combining marks", "\u0301", Campaign.Size(100_000) },
        { "marks of different classes", "\u0323\u0302\u031B", Campaign.Size(100_000) },
        { "lone surrogates", "\uD800\uDC00\uDC00", Campaign.Size(300_000) },
        { "no space", "ế", Campaign.Size(3_400_000) },
        { "plain letters", "a", Campaign.Size(10_000_000) },
        { "decomposed without a space", "e\u0302\u0301", Campaign.Size(1_000_000) },
        { "glued syllables without a space", "theomẫuđơn", Campaign.Size(300_000) },
        { "slips without a space", "nghànhtruờng", Campaign.Size(300_000) },
        { "zero width", "\u200B", Campaign.Size(1_000_000) },
        { "TCVN3 words", "c¸c ®iÒu ", Campaign.Size(100_000) },
        { "TCVN3 letters without a space", "®iÒu", Campaign.Size(300_000) },
        { "digits", "0988870784", Campaign.Size(300_000) },
        { "dockets", "04-CT/TW", Campaign.Size(100_000) },
        { "addresses", "a.@", Campaign.Size(300_000) },
        { "Cyrillic", "\u0441a", Campaign.Size(500_000) },
        { "half-open dates", "06/7/", Campaign.Size(300_000) },
        { "line breaks", "\r\n", Campaign.Size(1_000_000) },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Ends(string name, string piece, int count)
    {
        var text = "a" + string.Concat(Enumerable.Repeat(piece, count));

        var normalised = VietnameseNormalizer.Normalize(text);

        Assert.True(normalised.Text.Length <= 2 * text.Length, name);
        Assert.All(FieldAnalyzer.Shared.Analyze(text).TakeLast(1), word => Assert.InRange(word.End, 1, text.Length));
        VietnameseFolding.Fold(text);
        PersonalData.Find(text);
        if (normalised.Text.Length < 1_000_000)
        {
            OcrRepairer.FindRepairs(normalised);
        }

        TextDecoder.TryDecode(Encoding.UTF8.GetBytes(text), out _, out _);
    }

    [Fact]
    public void MarksBeyondThirtyAreDroppedFromTheCanonicalTextAlone()
    {
        var text = "a" + new string('\u0301', 100_000);

        var normalised = VietnameseNormalizer.Normalize(text);

        Assert.InRange(normalised.Text.Length, 1, 31);
        Assert.Equal(new TextSpan(0, text.Length), normalised.ToSource(new TextSpan(0, normalised.Text.Length)));
    }

    [Fact]
    public void UnicodeNormalisationWorksInThisProcess() =>
        Assert.Equal("ế", "e\u0302\u0301".Normalize(NormalizationForm.FormC));
}
