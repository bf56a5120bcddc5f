using System.Text;
using System.Text.RegularExpressions;
using Search.Text;

namespace Search.Documents.Tests;

/// <summary>The sample files in the shapes a scanner, a word processor or a careless hand would give them.</summary>
public sealed class AlteredCopyTests
{
    private static readonly string[] Files = ["000", "001", "002", "003"];

    public static TheoryData<string, string> Alterations()
    {
        var rows = new TheoryData<string, string>();
        foreach (var file in Files)
        {
            foreach (var name in (string[])["nfd", "crlf", "cr", "old-tone", "new-tone", "nbsp", "tabs", "trailing", "no-markup", "no-blanks", "many-blanks", "form-feed", "bom-inside", "en-dash", "eth"])
            {
                rows.Add(file, name);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Alterations))]
    public void TheSameDocumentsAreFound(string file, string alteration)
    {
        var text = Samples.TextOf(file);
        var altered = Alter(text, alteration);
        var expected = Samples.Fingerprints(text);
        var documents = Samples.Analyze(altered);
        Assert.Equal(expected.Select(Loose), documents.Select(Samples.Fingerprint).Select(Loose));
        SpanChecks.AllInside(documents, altered);
    }

    [Theory]
    [InlineData("000,001,002,003")]
    [InlineData("003,002,001,000")]
    [InlineData("002,000,003,001")]
    [InlineData("001,003,000,002")]
    [InlineData("003,003")]
    [InlineData("002,002")]
    public void MergedFilesComeApartAgain(string order)
    {
        var files = order.Split(',');
        foreach (var glue in (string[])["\n", "\n\n", "\n\n-----\n\n", "\f", "\r\n\r\n"])
        {
            var merged = string.Join(glue, files.Select(file => Samples.TextOf(file).Trim('\n')));
            var expected = files.SelectMany(file => Samples.Fingerprints(Samples.TextOf(file))).ToArray();
            Assert.Equal(expected, Samples.Fingerprints(merged));
        }
    }

    [Theory]
    [InlineData("000", "Số 295-CV/BĐNTW", "Số 1307-CV/BĐNTW", "1307-CV/BĐNTW@2021-03-18")]
    [InlineData("000", "Số 295-CV/BĐNTW", "Số 295-\n\nCV/BĐNTW", "295-CV/BĐNTW@2021-03-18")]
    [InlineData("000", "Số 295-CV/BĐNTW", "Số 295-CV/\n\nBĐNTW", "295-CV/BĐNTW@2021-03-18")]
    [InlineData("000", "Số 295-CV/BĐNTW", "Số: 295 - CV / BĐNTW", "295-CV/BĐNTW@2021-03-18")]
    [InlineData("000", "Số 295-CV/BĐNTW", "Số 295\n\n-CV/BĐNTW", "295-CV/BĐNTW@2021-03-18")]
    [InlineData("000", "ngày 18 tháng 3 năm 2021", "ngày 18 tháng 3\n\nnăm 2021", "295-CV/BĐNTW@2021-03-18")]
    [InlineData("000", "ngày 18 tháng 3 năm 2021", "ngày 02/9/2020", "295-CV/BĐNTW@2020-09-02")]
    [InlineData("000", "ngày 18 tháng 3 năm 2021", "ngày     tháng     năm 2021", "295-CV/BĐNTW@?")]
    [InlineData("000", "ngày 18 tháng 3 năm 2021", "ngày … tháng … năm …", "295-CV/BĐNTW@?")]
    [InlineData("000", "ngày 18 tháng 3 năm 2021", "ngày18 tháng 3 năm2021", "295-CV/BĐNTW@2021-03-18")]
    [InlineData("000", "Số 295-CV/BĐNTW", "SỐ 295-CV/BĐNTW", "295-CV/BĐNTW@2021-03-18")]
    [InlineData("001", "Số 2.8.9 Ngày 18/01/2022", "Số 1145 Ngày 19/02/2022", "12-CT/TW@2022-01-05")]
    [InlineData("001", "139 Ngày 21/1/2022", "76 Ngày 3/2/2022", "12-CT/TW@2022-01-05")]
    [InlineData("001", "Số 12-CT/TW", "Số 47-CT/TW", "47-CT/TW@2022-01-05")]
    [InlineData("003", "Số: 02-HD/BĐNTW", "Số: 02-HD/BÐNTW", "02-HD/BĐNTW@2017-01-16")]
    public void OtherNumbersAndDates(string file, string old, string changed, string key)
    {
        var text = Samples.TextOf(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        var documents = Samples.Analyze(text.Replace(old, changed, StringComparison.Ordinal));
        Assert.Equal(Samples.Analyze(text).Count, documents.Count);
        Assert.Equal(key, documents[0].Key.Value);
    }

    internal static string Alter(string text, string alteration) => alteration switch
    {
        "nfd" => text.Normalize(NormalizationForm.FormD),
        "crlf" => text.ReplaceLineEndings("\r\n"),
        "cr" => text.ReplaceLineEndings("\r"),
        "old-tone" => Tones(text, Pairs),
        "new-tone" => Tones(text, Pairs.Select(pair => (pair.New, pair.Old)).ToArray()),
        "nbsp" => text.Replace(' ', '\u00A0'),
        "tabs" => Regex.Replace(text, "(?m)^(?=.)", "\t"),
        "trailing" => Regex.Replace(text, "(?m)(?<=.)$", "   "),
        "no-markup" => Regex.Replace(Regex.Replace(text, @"(?m)^#+ ", ""), @"\*\*|(?<!\\)\*(?=\S)|(?<=\S)\*", "").Replace("\\*", "*", StringComparison.Ordinal),
        "no-blanks" => Regex.Replace(text, "\n{2,}", "\n"),
        "many-blanks" => text.Replace("\n\n", "\n\n\n \n\n", StringComparison.Ordinal),
        "form-feed" => text.Replace("\n\n", "\n\f\n", StringComparison.Ordinal),
        "bom-inside" => text.Replace(" ngày ", " \u200Bngày\uFEFF ", StringComparison.Ordinal),
        "en-dash" => text.Replace("-CV/", "–CV/", StringComparison.Ordinal).Replace("-CT/", "–CT/", StringComparison.Ordinal).Replace("-HD/", "—HD/", StringComparison.Ordinal).Replace("-BS/", "‑BS/", StringComparison.Ordinal),
        "eth" => text.Replace('Đ', '\u00D0'),
        _ => throw new ArgumentOutOfRangeException(nameof(alteration), alteration, "unknown"),
    };

    /// <summary>Dashes and Ð are letters of the text and stay in a title as printed.</summary>
    private static string Loose(string fingerprint) =>
        VietnameseNormalizer.NormalizeText(fingerprint).Replace('–', '-').Replace('—', '-').Replace('‑', '-').Replace('Ð', 'Đ');

    private static readonly (string Old, string New)[] Pairs = MakePairs();

    private static (string Old, string New)[] MakePairs()
    {
        var pairs = new List<(string, string)>();
        foreach (var (first, second, plain) in new[] { ("òóỏõọ", "àáảãạ", "oa"), ("òóỏõọ", "èéẻẽẹ", "oe"), ("ùúủũụ", "ỳýỷỹỵ", "uy") })
        {
            for (var i = 0; i < 5; i++)
            {
                var modern = $"{plain[0]}{second[i]}";
                var old = $"{first[i]}{plain[1]}";
                pairs.Add((old, modern));
                pairs.Add((old.ToUpperInvariant(), modern.ToUpperInvariant()));
            }
        }

        return [.. pairs];
    }

    private static string Tones(string text, (string From, string To)[] pairs)
    {
        foreach (var (from, to) in pairs)
        {
            text = Regex.Replace(text, $@"(?<![qQ]){from}(?!\p{{L}})", to);
        }

        return text;
    }
}
