using System.Text;

namespace Search.Text.Tests;

/// <summary>Input made to hurt. A quadratic step would keep these from ending.</summary>
public sealed class HostileInputTests
{
    public static TheoryData<string, string, int> Inputs => new()
    {
        { "one letter with 100,000 combining marks", "\u0301", 100_000 },
        { "marks of different classes", "\u0323\u0302\u031B", 100_000 },
        { "lone surrogates", "\uD800\uDC00\uDC00", 300_000 },
        { "10 MB without a space", "ế", 3_400_000 },
        { "10 MB of plain letters", "a", 10_000_000 },
        { "decomposed without a space", "e\u0302\u0301", 1_000_000 },
        { "glued syllables without a space", "theomẫuđơn", 300_000 },
        { "slips without a space", "nghànhtruờng", 300_000 },
        { "zero width", "\u200B", 1_000_000 },
        { "TCVN3 words", "c¸c ®iÒu ", 100_000 },
        { "TCVN3 letters without a space", "®iÒu", 300_000 },
        { "digits", "0988870784", 300_000 },
        { "dockets", "04-CT/TW", 100_000 },
        { "addresses", "a.@", 300_000 },
        { "Cyrillic", "\u0441a", 500_000 },
        { "half-open dates", "06/7/", 300_000 },
        { "line breaks", "\r\n", 1_000_000 },
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
