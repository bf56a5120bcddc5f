using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Search.Text.Normalizing;
using Search.Text.Repairs;

namespace Search.Text.Tests;

/// <summary>Laws that hold for every string, checked on random and on Vietnamese ones, with a fixed seed.</summary>
public sealed class PropertyTests
{
    /// <summary>Pieces that meet in real documents and in hostile ones.</summary>
    private static readonly string[] Pieces =
    [
        "hoà", "hòa", "quý", "giữ", "Chỉ thị", "số31", "củaĐảng", "theomẫu", "04-CT/TW", "552 -CV/TU", "06/7/2011", "chµo", "c¸c", "b¹n",
        "Toâi", "ñi", "hoïc", "CéNG HßA", "vµ", "cã", "ñy", "Kŕai", "nghành", "truờng", "thuở", "tìến", "Москва", "\u0441ông", "\u0391", "e\u0302\u0301",
        "o\u0301\u0302", "u\u031B\u0323", "\u0301", "\u0323\u0302", "\u200B", "\u00AD", "\u00A0", "\uFEFF", "\uD800", "\uDC00", "😀", "한국", "ﬁ", "…", "“", "”", "–",
        " ", "\n", "\r\n", "\t", "-", "/", ".", ",", "'", "’", "(", "0", "12", "1.000", "a", "Đ", "đ", "Ð", "ngh", "ư", "ơ", "ươ", "q", "gi", "Ｃ", "µ", "×", "°", "ë",
        "0988870784", "a@b.vn", "001085012345", "\0", "\u0007", "ế\u0301", "x\u0303\u0301", "\u1100\u1161", "Ⅷ", "²", "İ", "ẞ",
    ];

    private static readonly Arbitrary<string> Vietnamese =
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    private static readonly Arbitrary<string> Words = Gen.Choose(0, Letters.Length - 1).ArrayOf()
        .Select(indexes => new string(indexes.Select(index => Letters[index]).ToArray())).ToArbitrary();

    private static readonly Arbitrary<string> Random =
        Gen.Choose(0, 0xFFFF).ArrayOf().Select(units => new string(units.Select(unit => (char)unit).ToArray())).ToArbitrary();

    private const string Letters = "aăâeêioôơuưyàáảãạằầấậéèếềểệíìỉịóòọốồộờớợúùủụứừửữựýỳỷỵbcdđghklmnpqrstvxAĂĐÊGHIKNOQTU  \u0301\u0302\u0323-/15.µ¸®ñïø";

    [Fact]
    public void NormalisingTwiceEqualsOnce() => Check(text =>
    {
        var once = VietnameseNormalizer.NormalizeText(text);
        Assert.Equal(once, VietnameseNormalizer.NormalizeText(once));
        Assert.True(VietnameseNormalizer.Normalize(once).IsIdentity);
    });

    /// <summary>The scan may stop too often, never too seldom: what it passes, the rules leave as it is.</summary>
    [Fact]
    public void TheScanPassesOnlyWhatTheRulesLeaveAlone() => Check(text =>
    {
        foreach (var chunk in text.Split([' ', '\t', '\n', '\v', '\f', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (CanonicalScan.Find(chunk, 0) < 0)
            {
                Assert.Equal(chunk, NormalizationRun.Normalize(chunk, 0, []).Text);
            }
        }
    });

    [Fact]
    public void WellFormedTextComesOutComposed() => Check(text =>
    {
        var once = VietnameseNormalizer.NormalizeText(text);
        if (IsWellFormed(once))
        {
            Assert.True(once.IsNormalized(NormalizationForm.FormC));
        }
    });

    [Fact]
    public void EverySpanMapsToTheSourceAndBack() => Check(text =>
    {
        var normalised = VietnameseNormalizer.Normalize(text);
        var lastStart = 0;
        for (var i = 0; i < normalised.Text.Length; i++)
        {
            var span = new TextSpan(i, i + 1);
            var source = normalised.ToSource(span);
            Assert.InRange(source.Start, lastStart, text.Length);
            Assert.InRange(source.End, source.Start, text.Length);
            lastStart = source.Start;
            if (source.Length > 0)
            {
                Assert.True(normalised.FromSource(source).Contains(span));
            }
        }

        var whole = normalised.ToSource(new TextSpan(0, normalised.Text.Length));
        Assert.Equal(new TextSpan(0, normalised.Text.Length), normalised.FromSource(new TextSpan(0, text.Length)));
        Assert.True(new TextSpan(0, text.Length).Contains(whole));
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\r' or '\t')
            {
                Assert.Equal(text[i], normalised.Text[normalised.FromSource(i)]);
            }
        }
    });

    [Fact]
    public void DecomposedTextNormalisesLikeComposedText() => Check(text =>
    {
        var canonical = VietnameseNormalizer.NormalizeText(text);
        if (!IsWellFormed(canonical) || canonical.AsSpan().ContainsAnyInRange('\u0300', '\u036F'))
        {
            return;
        }

        var decomposed = VietnameseNormalizer.Normalize(canonical.Normalize(NormalizationForm.FormD));
        Assert.Equal(canonical, decomposed.Text);
    });

    [Fact]
    public void FoldingIsStableAndIgnoresComposition() => Check(text =>
    {
        var folded = VietnameseFolding.Fold(text);
        Assert.Equal(folded, VietnameseFolding.Fold(folded));
        var buffer = new char[text.Length];
        Assert.Equal(folded, buffer.AsSpan(0, VietnameseFolding.Fold(text, buffer)).ToString());
        Assert.Equal(VietnameseFolding.Fold(VietnameseFolding.RemoveMarks(text)), folded);
    });

    [Fact]
    public void TokensCoverEverythingButWhiteSpace() => Check(text =>
    {
        var at = 0;
        foreach (var token in new SyllableTokenizer(text))
        {
            Assert.True(text.AsSpan(at, token.Start - at).IsWhiteSpace());
            Assert.True(token.End > token.Start);
            Assert.True(token.Text.SequenceEqual(text.AsSpan(token.Start, token.End - token.Start)));
            at = token.End;
        }

        Assert.True(text.AsSpan(at).IsWhiteSpace());
    });

    [Fact]
    public void WordsLieInOrderInsideTheTextAndHaveBothForms() => Check(text =>
    {
        var at = 0;
        foreach (var word in FieldAnalyzer.Shared.Analyze(text))
        {
            Assert.InRange(word.Start, at, text.Length);
            Assert.InRange(word.End, word.Start + 1, text.Length);
            Assert.Equal(VietnameseFolding.Fold(word.Exact), word.Folded);
            Assert.Equal((word.Exact, word.Folded), new FieldAnalyzer().Forms(word.Exact));
            at = word.End;
        }
    });

    [Fact]
    public void RepairsAndMasksLieInOrderInsideTheSource() => Check(text =>
    {
        var normalised = VietnameseNormalizer.Normalize(text);
        foreach (var repair in OcrRepairer.FindRepairs(normalised))
        {
            Assert.Equal(repair.Text, repair.Span.Slice(text));
        }

        var end = 0;
        foreach (var masked in PersonalData.Find(text))
        {
            Assert.InRange(masked.Span.Start, end, text.Length);
            Assert.InRange(masked.Span.End, masked.Span.Start + 1, text.Length);
            end = masked.Span.End;
        }
    });

    [Fact]
    public void NoBytesThrow() => FsCheck.Fluent.Prop.ForAll<byte[]>(bytes =>
    {
        if (TextDecoder.TryDecode(bytes, out var text, out var error))
        {
            Assert.NotNull(text);
        }
        else
        {
            Assert.InRange(error.Offset, 0, Math.Max(0, bytes.Length));
        }
    }).Check(Settings);

    private static Config Settings => Config.QuickThrowOnFailure.WithMaxTest(1500).WithEndSize(60).WithReplay(20110706, 7);

    private static void Check(Action<string> law)
    {
        Prop.ForAll(Vietnamese, law).Check(Settings);
        Prop.ForAll(Words, law).Check(Settings);
        Prop.ForAll(Random, law).Check(Settings);
    }

    private static bool IsWellFormed(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
            {
                return false;
            }
        }

        return !text.Contains('\uFFFF', StringComparison.Ordinal);
    }
}
