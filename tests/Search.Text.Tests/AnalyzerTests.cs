using System.Globalization;
using Search.Testing;

namespace Search.Text.Tests;

public sealed class AnalyzerTests
{
    private const string Project = "Search.Text.Tests";

    public static TheoryData<string, string, string> AnalyseCases => CaseTable.Theory(Project, "analyse");

    public static TheoryData<string, string, string> SyllableCases => CaseTable.Theory(Project, "syllables");

    [Theory]
    [MemberData(nameof(AnalyseCases))]
    public void Analyze(string input, string expected, string place)
    {
        var printed = string.Join(' ', VietnameseAnalyzer.Analyze(input).Select(Print));

        Assert.True(string.Equals(expected, printed, StringComparison.Ordinal), $"{place}: {printed}");
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
    public void SourceSpansCoverDecomposedWords()
    {
        const string Source = "Theo Chi\u0309 thi\u0323 s\u00ADô\u0301 04\u201104";

        var tokens = VietnameseAnalyzer.Analyze(Source);

        Assert.Equal(["theo", "chỉ", "thị", "số", "04", "04"], tokens.Select(token => token.Exact));
        Assert.Equal(["Theo", "Chi\u0309", "thi\u0323", "s\u00ADô\u0301", "04", "04"], tokens.Select(token => Source[token.Start..token.End]));
        Assert.Equal(["theo", "chi", "thi", "so", "4", "4"], tokens.Select(token => token.Folded));
    }

    [Fact]
    public void AnalysisAllocatesNothingForAToken()
    {
        var text = VietnameseNormalizer.Normalize(string.Concat(Enumerable.Repeat("Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư. ", 2000)));
        var counter = default(Counter);
        VietnameseAnalyzer.Analyze(text, ref counter);

        var before = GC.GetAllocatedBytesForCurrentThread();
        VietnameseAnalyzer.Analyze(text, ref counter);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024);
        Assert.True(counter.Tokens > 50_000);
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

    private static string Print(AnalyzedToken token)
    {
        var form = token.Kind switch
        {
            TokenKind.Docket => $"{{{token.Exact}}}",
            TokenKind.Date => $"<{token.Exact}>",
            TokenKind.Number => $"[{token.Exact}]",
            _ => token.Exact,
        };
        var sign = token.StartsSentence ? "|" : token.JoinsPrevious ? "+" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{form}@{token.Position}");
    }

    private struct Counter : ITokenVisitor
    {
        public int Tokens { get; private set; }

        public void Visit(scoped ReadOnlySpan<char> exact, scoped ReadOnlySpan<char> folded, scoped in TokenPlace place) => Tokens++;
    }
}
