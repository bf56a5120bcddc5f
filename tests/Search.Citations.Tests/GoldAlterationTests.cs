using System.Globalization;
using System.Text;
using Search.Citations.Evaluation;
using Search.Citations.Tests.Support;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Testing;

namespace Search.Citations.Tests;

/// <summary>
/// The labeled files altered by a seeded hand, each alteration alone and several together, through the splitter, held
/// to the bars of the files as they are.
/// </summary>
public sealed class GoldAlterationTests(ITestOutputHelper output)
{
    private const string Tones = "òaoà óaoá ỏaoả õaoã ọaoạ òeoè óeoé ủyuỷ úyuý ùyuỳ ũyuỹ ụyuỵ";
    private static readonly DocumentAnalysis Analysis = new(Catalogue.Default);

    private static readonly (string Name, Func<AlteredText, Random, AlteredText> Alter, Func<string, string> Rename)[] Alterations =
    [
        ("decomposed letters", (text, _) => text.Characters(c => c.ToString().Normalize(NormalizationForm.FormD)), Same),
        ("CRLF", (text, _) => text.Characters(c => c is '\n' ? "\r\n" : c.ToString()), Same),
        ("old tone style", (text, _) => Tone(text, toOld: true), Same),
        ("new tone style", (text, _) => Tone(text, toOld: false), Same),
        ("no-break spaces", (text, random) => text.Matches("(?<=[ịố]) (?=[0-9s])", _ => Coin(random, 3) ? " " : "\u00A0"), Same),
        ("en dashes", (text, random) => text.Matches("(?<=[0-9])-(?=[A-ZĐ]{2})", _ => Coin(random, 4) ? "-" : "–"), Same),
        ("spaces in numbers", (text, random) => text.Matches("(?<=[0-9])-(?=(CT|HD|CV|QĐ)/)", _ => Pick(random, " - ", "- ", " -", "-")), Same),
        ("page breaks in numbers", (text, random) => text.Matches("(?<=[0-9]-)(?=(CT/TW|QĐ/TW|QĐ/TU|CV/VPTW) )", _ => Pick(random, "\n\n", "\r\n\r\n", "\n", "")), Same),
        ("wrapped lines", (text, random) => text.Matches("(?<=\\w) (?=(số|ngày|của|Ban|Bí) )", _ => Coin(random, 2) ? " " : "\n"), Same),
        ("zero-width signs", (text, random) => text.Matches("(?<=-CT)(?=/)", _ => Pick(random, "\u200B", "\u00AD", "")), Same),
        ("letters for figures in numbers", (text, random) => text.Matches("04(?=-CT)", _ => Pick(random, "O4", "04")), Same),
        ("letters for figures in dates", (text, random) => text.Matches("(?<=ngày )06/7/2011", _ => Pick(random, "06/7/20l1", "O6/7/2011", "06/7/2O11", "06/7/2011")), Same),
        ("damaged type words", (text, random) => text.Matches("Chỉ thị", _ => Pick(random, "Chi thị", "Chí thị", "Chỉ thị")), Same),
        ("Eth for Đ", (text, _) => text.Characters(c => c is 'Đ' ? "Ð" : c.ToString()), Same),
        ("long dates", (text, _) => text.Matches("06/7/2011", _ => "06 tháng 7 năm 2011"), Same),
        ("glued words", (text, random) => text.Matches("(?<=ngày) (?=[0-9])", _ => Coin(random, 2) ? "" : " "), Same),
        ("mentions in capitals", (text, random) => text.Matches("Chỉ thị (số )?04-CT/TW,? ngày 06/7/2011 của Ban Bí thư", words => Coin(random, 2) ? words.ToUpperInvariant() : words), Same),
        ("another number", (text, _) => text.Matches("04(?=-CT/TW)|(?<=[Hh][ịỊ] )04(?![0-9])", _ => "27"), key => key.Replace("04-CT/TW", "27-CT/TW", StringComparison.Ordinal)),
        ("another date", (text, _) => text.Matches("06/7/2011", _ => "14/5/2011"), key => key.Replace("2011-07-06", "2011-05-14", StringComparison.Ordinal)),
        ("no definition of the short name", (text, _) => text.Matches(" \\((sau đây gọi tắt là )?\\*?Chỉ thị 04\\*?\\)", _ => ""), Same),
    ];

    public static TheoryData<string, int> Alone
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var entry in Alterations)
            {
                data.Add(entry.Name, 1);
                data.Add(entry.Name, 2);
            }

            return data;
        }
    }

    public static TheoryData<int> Together => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Alone))]
    public void AnAlteredFileReachesTheBars(string alteration, int seed) => Check([alteration], seed);

    /// <summary>Three alterations at once.</summary>
    [Theory]
    [MemberData(nameof(Together))]
    public void AFileAlteredInSeveralWaysReachesTheBars(int seed)
    {
        var random = new Random(seed);
        var names = Alterations.Select(entry => entry.Name).ToArray();
        random.Shuffle(names);
        // The patterns look for the numbers, letters and spaces of the first text, so what changes these goes first and last.
        Check([.. names.Take(3).OrderBy(name => name switch
        {
            "another number" or "another date" => 0,
            "decomposed letters" or "CRLF" or "old tone style" or "new tone style" or "Eth for Đ" => 2,
            _ => 1,
        })], seed);
    }

    /// <summary>Several files in one: the second one's labels move by the length of the first.</summary>
    [Fact]
    public void FilesPutTogetherReachTheBars()
    {
        var gold = GoldFile.Parse(SharedData.ReadAllText("data", "seeds-gold.json"));
        foreach (var (first, second) in new[] { (gold[0], gold[1]), (gold[1], gold[0]) })
        {
            var before = SharedData.ReadAllText("seeds", first.Name) + "\n\n";
            var text = new AlteredText(SharedData.ReadAllText("seeds", second.Name)).After(before);
            var labels = text.Label(second, Same, _ => true);
            Hold([labels with { Citations = [.. first.Citations, .. labels.Citations] }], _ => text.Text, "put together");
        }
    }

    private void Check(IReadOnlyList<string> names, int seed)
    {
        var gold = GoldFile.Parse(SharedData.ReadAllText("data", "seeds-gold.json"));
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var files = new List<GoldFile>();
        foreach (var file in gold)
        {
            var random = new Random(seed);
            var text = new AlteredText(SharedData.ReadAllText("seeds", file.Name));
            Func<string, string> rename = Same;
            foreach (var (_, alter, renames) in names.Select(name => Alterations.Single(entry => string.Equals(entry.Name, name, StringComparison.Ordinal))))
            {
                text = alter(text, random);
                var before = rename;
                rename = key => renames(before(key));
            }

            files.Add(text.Label(file, rename, label => label.Form is not "alias_definition" || !names.Contains("no definition of the short name", StringComparer.Ordinal)));
            texts[file.Name] = text.Text;
        }

        Hold(files, name => texts[name], string.Join(" + ", names));
    }

    private void Hold(IReadOnlyList<GoldFile> files, Func<string, string> text, string what)
    {
        var report = EvaluateCitations.Run(files, name =>
        {
            var source = DocumentReaders.FromText("sample.txt", text(name));
            var citations = Pipeline.Cite(source, Analysis.Analyze(source));
            Assert.All(citations, citation => Assert.Equal(source.Text[citation.Span.Start..citation.Span.End], citation.Text));
            return (source.Text, citations);
        });
        foreach (var outcome in report.Outcomes.Where(outcome => !outcome.IsRight))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {outcome}"));
        }

        Assert.Equal(1.0, report.Scores.Single(score => score.Group is "tier 1").Recall);
        Assert.True(report.Scores.Single(score => score.Group is "tier 2").Recall >= 0.97);
        Assert.True(report.Scores.Single(score => score.Group is "tier 3").Recall >= 0.7);
        Assert.True(report.RelationAccuracy >= 0.9, $"relations {report.RelationAccuracy}");
        Assert.Equal(0, report.WrongTargets);
    }

    private static AlteredText Tone(AlteredText text, bool toOld)
    {
        var pairs = Tones.Split(' ').SelectMany(pair => new[] { pair, pair.ToUpperInvariant() })
            .ToDictionary(pair => toOld ? pair[..2] : pair[2..], pair => toOld ? pair[2..] : pair[..2], StringComparer.Ordinal);
        return text.Matches($"(?<![qQ])({string.Join('|', pairs.Keys)})(?!\\w)", found => pairs[found]);
    }

    private static string Same(string key) => key;

    private static bool Coin(Random random, int sides) => random.Next(sides) == 0;

    private static string Pick(Random random, params ReadOnlySpan<string> choices) => choices[random.Next(choices.Length)];
}
