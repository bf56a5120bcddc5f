using System.Text;
using Search.Testing;

namespace Search.Text.Tests;

public sealed class AnalyzerTests
{
    private const string Project = "Search.Text.Tests";

    public static TheoryData<string, string, string> WordCases => CaseTable.Theory(Project, "words");

    public static TheoryData<string, string, string> SyllableCases => CaseTable.Theory(Project, "syllables");

    [Theory]
    [MemberData(nameof(WordCases))]
    public void Words(string input, string expected, string place)
    {
        var printed = string.Join(' ', FieldAnalyzer.Shared.Analyze(input).Select(Print));

        Assert.True(string.Equals(expected, printed, StringComparison.Ordinal), $"{place}: {printed}");
        // Letters typed in two pieces are the same words.
        Assert.Equal(printed, string.Join(' ', FieldAnalyzer.Shared.Analyze(input.Normalize(NormalizationForm.FormD)).Select(Print)));
    }

    /// <summary>What the normalizer makes of a word and what the index makes of it are one word.</summary>
    [Theory]
    [MemberData(nameof(WordCases))]
    public void TheNormalizerAndTheIndexAgree(string input, string expected, string place)
    {
        var normalized = VietnameseNormalizer.NormalizeText(input);

        Assert.Equal(FieldAnalyzer.Shared.Analyze(input).Select(Print), FieldAnalyzer.Shared.Analyze(normalized).Select(Print));
        Assert.All(FieldAnalyzer.Shared.Analyze(normalized), word =>
        {
            Assert.Equal(normalized[word.Start..word.End].ToLowerInvariant(), word.Exact);
            Assert.True(string.Equals(VietnameseFolding.Fold(normalized[word.Start..word.End]), word.Folded, StringComparison.Ordinal), $"{place}: {expected}");
        });
    }

    [Theory]
    [MemberData(nameof(SyllableCases))]
    public void Syllable(string input, string expected, string place)
    {
        var isValid = VietnameseSyllable.TryParse(input, out var parts);

        var printed = parts is null ? "" : $"{input} {Dash(parts.Onset)} {Dash(parts.Glide)} {parts.Nucleus} {Dash(parts.Coda)} {parts.Tone}"[(input.Length + 1)..];
        Assert.True(string.Equals(expected, printed, StringComparison.Ordinal), $"{place}: {printed}");
        Assert.Equal(isValid, VietnameseSyllable.IsValid(input));
    }

    [Fact]
    public void SpansCoverDecomposedWords()
    {
        const string Source = "Theo Chi\u0309 thi\u0323 so\u0302\u0301 04\u201104";

        var tokens = FieldAnalyzer.Shared.Analyze(Source);

        Assert.Equal(["theo", "chỉ", "thị", "số", "04", "04"], tokens.Select(token => token.Exact));
        Assert.Equal(["Theo", "Chi\u0309", "thi\u0323", "so\u0302\u0301", "04", "04"], tokens.Select(token => Source[token.Start..token.End]));
        Assert.Equal(["theo", "chi", "thi", "so", "04", "04"], tokens.Select(token => token.Folded));
    }

    [Fact]
    public void AWordThatWasSeenAllocatesNothing()
    {
        var text = string.Concat(Enumerable.Repeat("Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư. ", 2000));
        var tokens = new List<FieldToken>(50_000);
        FieldAnalyzer.Shared.Analyze(text, tokens);

        // A collection that another test brings about ends the thread's stretch of free memory and counts what was left of it.
        var least = long.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            tokens.Clear();
            var before = GC.GetAllocatedBytesForCurrentThread();
            FieldAnalyzer.Shared.Analyze(text, tokens);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(least, 0, 1024);
        Assert.InRange(tokens.Count, 25_000, 50_000);
    }

    [Fact]
    public void FoldingReadsBothCompositions()
    {
        Assert.Equal("dai viet, uy ban nhan dan", VietnameseFolding.Fold("Đại Việt, Uỷ ban nhân dân"));
        Assert.Equal("dai viet", VietnameseFolding.Fold("Ða\u0323i Vie\u0323\u0302t"));
        Assert.Equal("Dai Viet", VietnameseFolding.RemoveMarks("Ðại Việt"));
        Assert.Equal("naive cafe munchen", VietnameseFolding.Fold("Naïve Café München"));
    }

    private static string Dash(string part) => part.Length == 0 ? "-" : part;

    private static string Print(FieldToken token) =>
        string.Equals(token.Exact, token.Folded, StringComparison.Ordinal) ? token.Exact : token.Exact + "~" + token.Folded;
}
