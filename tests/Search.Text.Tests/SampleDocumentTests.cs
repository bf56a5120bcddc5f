using Search.Testing;

namespace Search.Text.Tests;

/// <summary>The sample documents: their known recognition errors are found, nothing else is, and no place gets lost.</summary>
public sealed class SampleDocumentTests
{
    [Fact]
    public void TheirRecognitionErrorsAreFoundAndNothingElse()
    {
        string[][] expected =
        [
            ["Chi thị → Chỉ thị", "Chi thị → Chỉ thị"],
            [
                "QUA MANG → QUA MẠNG", "đầy mạnh → đẩy mạnh", "chuyên biến → chuyển biến", "chuyên đổi số → chuyển đổi số",
                "Chi thị → Chỉ thị", "Chi thị → Chỉ thị", "Chi thị → Chỉ thị", "Chi thị → Chỉ thị",
            ],
            ["BDNTW → BĐNTW"],
            [],
        ];
        var files = SharedData.SampleFiles();

        Assert.Equal(expected.Length, files.Count);
        for (var i = 0; i < files.Count; i++)
        {
            var inspection = TextInspection.Inspect(File.ReadAllBytes(files[i]));
            Assert.Equal(expected[i], inspection.Repairs.Select(repair => $"{repair.Text} → {repair.Reading}"));
            Assert.All(inspection.Repairs, repair => Assert.Equal(repair.Text, repair.Span.Slice(inspection.Source)));
        }
    }

    [Fact]
    public void TheirPhoneNumbersAreMaskedAndNothingElse()
    {
        var masked = SharedData.SampleFiles()
            .Select(file => TextInspection.Inspect(File.ReadAllBytes(file)))
            .SelectMany(inspection => inspection.Masked.Select(span => $"{span.Kind} {span.Span.Slice(inspection.Source)}"));

        Assert.Equal(["phone 0988870784", "phone 0962745204"], masked);
    }

    [Fact]
    public void DecomposedCopiesGiveTheSameCanonicalTextAndTheSameRepairs()
    {
        foreach (var file in SharedData.SampleFiles())
        {
            var text = File.ReadAllText(file);
            var composed = VietnameseNormalizer.Normalize(text);
            var decomposed = VietnameseNormalizer.Normalize(text.Normalize(System.Text.NormalizationForm.FormD));

            Assert.Equal(composed.Text, decomposed.Text);
            Assert.Equal(
                OcrRepairer.FindRepairs(composed).Select(repair => repair.Reading),
                OcrRepairer.FindRepairs(decomposed).Select(repair => repair.Reading));
            for (var i = 0; i < composed.Text.Length; i++)
            {
                var span = decomposed.ToSource(new TextSpan(i, i + 1));
                Assert.Equal(
                    VietnameseFolding.Fold(composed.Text[i].ToString()),
                    VietnameseFolding.Fold(VietnameseNormalizer.NormalizeText(span.Slice(decomposed.Source))));
            }
        }
    }

    [Fact]
    public void LineBreaksStay()
    {
        foreach (var file in SharedData.SampleFiles())
        {
            var text = File.ReadAllText(file).ReplaceLineEndings("\r\n");
            Assert.Equal(text.Count(c => c == '\n'), VietnameseNormalizer.NormalizeText(text).Count(c => c == '\n'));
            Assert.Equal(text.Count(c => c == '\r'), VietnameseNormalizer.NormalizeText(text).Count(c => c == '\r'));
        }
    }

    /// <summary>What a collection knows decides where the list of compounds is silent.</summary>
    [Fact]
    public void TheCollectionDecidesWhereTheListIsSilent()
    {
        var vocabulary = new Vocabulary(("nông nghiệp", 400), ("hồ sơ", 900), ("công tác", 900), ("cộng tác", 300), ("tại khoản", 500), ("tài khoản", 600));
        var text = VietnameseNormalizer.Normalize("phát triển nông nghiêp, hổ sơ, cộng tác, quy định tại khoản 1");

        var repairs = OcrRepairer.FindRepairs(text, vocabulary);

        Assert.Equal(["nông nghiêp → nông nghiệp", "hổ sơ → hồ sơ"], repairs.Select(repair => $"{repair.Text} → {repair.Reading}"));
    }

    private sealed class Vocabulary(params (string Word, long Count)[] words) : IVocabulary
    {
        private readonly Dictionary<string, long> _counts = words.ToDictionary(word => word.Word, word => word.Count, StringComparer.Ordinal);

        public long Count(string word) => _counts.GetValueOrDefault(word);
    }
}
