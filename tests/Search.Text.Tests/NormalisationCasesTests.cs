using Search.Testing;

namespace Search.Text.Tests;

/// <summary>
/// Every row of the shared normalization cases. Which categories are rules of ours, and which are deliberately
/// different and why, is said once, in <see cref="Rules"/>; the README of the project shows the same table.
/// </summary>
public sealed class NormalisationCasesTests
{
    private const double LeastShare = 0.995;

    /// <summary>Category → how an input is brought to what the row expects.</summary>
    private static readonly Dictionary<string, Func<Row, bool>> Rules = new(StringComparer.Ordinal)
    {
        ["tone_misplaced"] = row => Same(row, VietnameseNormalizer.NormalizeText(row.Input)),
        ["lookalike_char"] = row => Same(row, VietnameseNormalizer.NormalizeText(row.Input)),
        ["nfd_nfc"] = row => Same(row, VietnameseNormalizer.NormalizeText(row.Input)),
        ["spelling_letter_change"] = row => Same(row, VietnameseNormalizer.NormalizeText(row.Input)),
        ["underthesea_normalize"] = row => Same(row, VietnameseNormalizer.NormalizeText(row.Input)),
        ["fold_search"] = row => Same(row, VietnameseFolding.Fold(row.Input)),
        ["fold_ascii_lucene"] = row => Same(row, VietnameseFolding.RemoveMarks(row.Input)),
        ["charset_TCVN3"] = row => Same(row, Decoded(row.Input, LegacyEncoding.Tcvn3)),
        ["charset_VNI"] = row => Same(row, Decoded(row.Input, LegacyEncoding.Vni)),
        ["charset_VIQR"] = row => Same(row, TextDecoder.Decode(System.Text.Encoding.ASCII.GetBytes(row.Input)).Text),
        ["letter_TCVN3"] = row => SameLetter(row, LegacyEncoding.Tcvn3),
        ["letter_VNI"] = row => SameLetter(row, LegacyEncoding.Vni),
        ["letter_VPS"] = row => SameLetter(row, LegacyEncoding.Vps),
        ["letter_VISCII"] = row => SameLetter(row, LegacyEncoding.Viscii),
        ["letter_CP1258"] = row => SameLetter(row, LegacyEncoding.Cp1258),
        ["letter_VIQR"] = row => SameLetter(row, LegacyEncoding.Viqr),

        // Written for the new style; the rows that do not name a place where the styles differ are rules of ours too.
        ["tone_rule_new_style"] = row => Same(row with { Expected = OldStyle(row.Expected) }, VietnameseNormalizer.NormalizeText(row.Input)),
    };

    /// <summary>Category → why ours is different.</summary>
    private static readonly Dictionary<string, string> DeliberatelyDifferent = new(StringComparer.Ordinal)
    {
        ["tone_old_to_new_fragment"] = "turns the old style into the new one; our canonical style is the old one",
        ["tone_old_to_new"] = "turns the old style into the new one; our canonical style is the old one",
        ["abbreviation"] = "expands abbreviations; that is a search synonym, not the same text",
        ["letter_BKHCM1"] = "an encoding no Party document is known to use; every table more makes detection less sure",
        ["letter_BKHCM2"] = "an encoding no Party document is known to use; every table more makes detection less sure",
        ["letter_VietwareF"] = "an encoding no Party document is known to use; every table more makes detection less sure",
        ["letter_VietwareX"] = "an encoding no Party document is known to use; every table more makes detection less sure",
        ["known_bug_in_source"] = "the expectation is wrong; see the test that forbids it",
    };

    /// <summary>Single rows of our categories that are different on purpose: the input, and why.</summary>
    private static readonly Dictionary<string, string> DifferentRows = new(StringComparer.Ordinal)
    {
        ["qui"] = "i/y is a search equivalence, not a rewrite",
        ["Qui"] = "i/y is a search equivalence, not a rewrite",
        ["QUI"] = "i/y is a search equivalence, not a rewrite",
        ["a\\tb"] = "a tab separates table cells and stays",
        ["=Ýì"] = "the row's input has a stray equals sign",
        ["lòa"] = "goes from the old style to the new one; our canonical style is the old one",
        ["Lòa"] = "goes from the old style to the new one; our canonical style is the old one",
        ["LÒA"] = "goes from the old style to the new one; our canonical style is the old one",
        ["NÒA"] = "goes from the old style to the new one; our canonical style is the old one",
    };

    [Fact]
    public void AtLeast995PercentOfTheRowsThatAreRulesOfOursPass()
    {
        var rows = Rows().Where(row => Rules.ContainsKey(row.Category) && !DifferentRows.ContainsKey(row.Input)).ToList();

        var failed = rows.Where(row => !Rules[row.Category](row)).ToList();

        Assert.True(rows.Count > 2500, $"only {rows.Count} rows");
        Assert.True(
            rows.Count - failed.Count >= LeastShare * rows.Count,
            $"{failed.Count} of {rows.Count} fail:\n" + string.Join('\n', failed.Take(60).Select(row => $"{row} but {VietnameseNormalizer.NormalizeText(row.Input)}")));
    }

    [Theory]
    [InlineData("letter_TCVN3")]
    [InlineData("letter_VNI")]
    [InlineData("letter_VISCII")]
    [InlineData("letter_VPS")]
    public void EveryLetterOfTheLegacyEncodingsPasses(string category)
    {
        var rows = Rows().Where(row => string.Equals(row.Category, category, StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.True(Rules[category](row), row.ToString()));
    }

    [Fact]
    public void NoKnownBugIsReproduced()
    {
        var rows = Rows().Where(row => string.Equals(row.Category, "known_bug_in_source", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.NotEqual(row.Expected, VietnameseNormalizer.NormalizeText(row.Input)));
    }

    [Fact]
    public void EveryCategoryIsAccountedFor() =>
        Assert.All(Rows(), row => Assert.True(Rules.ContainsKey(row.Category) || DeliberatelyDifferent.ContainsKey(row.Category), row.Category));

    private static bool Same(Row row, string actual) => string.Equals(row.Expected, actual, StringComparison.Ordinal);

    /// <summary>Where the source marks a code as shared by a capital and a small letter, either is right.</summary>
    private static bool SameLetter(Row row, LegacyEncoding encoding)
    {
        var comparison = row.Note.StartsWith("ambiguous", StringComparison.Ordinal) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return string.Equals(row.Expected, Decoded(row.Input, encoding), comparison);
    }

    private static string Decoded(string input, LegacyEncoding encoding)
    {
        var bytes = input.Select(c => (byte)Legacy.Cp1252.ToByte(c)).ToArray();
        Assert.True(TextDecoder.TryDecode(bytes, encoding, out var text, out var error), error?.MessageEn);
        return text.Text;
    }

    /// <summary>The same words with the tone of an open oa, oe, uy on the first letter.</summary>
    private static string OldStyle(string text) => string.Join(' ', text.Split(' ').Select(word =>
    {
        for (var tone = 1; tone < 6; tone++)
        {
            foreach (var (bare, ending) in new[] { ("o", "a"), ("o", "e"), ("u", "y") })
            {
                var marked = Letters.VietnameseLetter.WithTone(ending[0], (Tone)tone);
                var isQu = word.StartsWith("qu", StringComparison.OrdinalIgnoreCase);
                if (!isQu && word.EndsWith(bare + marked, StringComparison.Ordinal))
                {
                    return word[..^2] + Letters.VietnameseLetter.WithTone(bare[0], (Tone)tone) + ending;
                }
            }
        }

        return word;
    }));

    private static List<Row> Rows() =>
        [.. File.ReadLines(SharedData.PathOf("data", "text", "normalisation-cases.tsv")).Skip(1)
            .Select(line => line.Split('\t'))
            .Select(cells => new Row(cells[0], cells[1], cells[2], cells[3], cells.Length > 7 ? cells[7] : ""))];

    private sealed record Row(string Id, string Category, string Input, string Expected, string Note);
}
