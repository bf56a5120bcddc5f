using System.Text;
using Search.Citations.Evaluation;
using Search.Citations.Tests.Support;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Testing;

namespace Search.Citations.Tests;

/// <summary>The sample files as they come, through the splitter, and altered in the ways files are altered in life.</summary>
public sealed class WholeFileTests(ITestOutputHelper output)
{
    private static readonly DocumentAnalysis Analysis = new(Catalogue.Default);

    [Fact]
    public void LabelledFilesReachTheBarsThroughTheSplitter()
    {
        var gold = GoldFile.Parse(SharedData.ReadAllText("data", "seeds-gold.json"));
        var report = EvaluateCitations.Run(gold, name => Read(SharedData.ReadAllText("seeds", name)));
        foreach (var outcome in report.Outcomes.Where(o => !o.IsRight || !o.RelationRight || !o.SpanExact))
        {
            output.WriteLine("MISS " + outcome);
        }

        foreach (var extra in report.Unmatched)
        {
            output.WriteLine("EXTRA " + extra);
        }

        Assert.Equal(1.0, report.Scores.Single(s => s.Group is "tier 1").Recall);
        Assert.True(report.Scores.Single(s => s.Group is "tier 2").Recall >= 0.97);
        Assert.True(report.Scores.Single(s => s.Group is "tier 3").Recall >= 0.7);
        Assert.True(report.RelationAccuracy >= 0.9);
        Assert.Equal(0, report.WrongTargets);
        Assert.Empty(report.LinkedTraps);
    }

    /// <summary>What a decision promulgates names it as its carrier; the decision's own words do not.</summary>
    [Fact]
    public void AnAttachmentNamesTheDecisionThatCarriesIt()
    {
        const string text = """
            TỈNH ỦY THÁI BÌNH
            *
            Số 611-QĐ/TU

            ĐẢNG CỘNG SẢN VIỆT NAM
            Thái Bình, ngày 09 tháng 4 năm 2018

            QUYẾT ĐỊNH
            ban hành Quy chế quản lý hồ sơ cán bộ

            Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý hồ sơ cán bộ.

            Điều 2. Quyết định này có hiệu lực từ ngày ký.

            QUY CHẾ
            quản lý hồ sơ cán bộ
            (Ban hành kèm theo Quyết định số 611-QĐ/TU ngày 09/4/2018 của Tỉnh ủy)

            1. Hồ sơ được giữ tại cơ quan tổ chức.
            """;
        var own = Read(text).Citations.Where(citation => citation.IsSelf).ToList();
        Assert.Equal(["tu-dan-chieu", "tu-dan-chieu", "ban-hanh-kem-theo"], own.Select(citation => citation.Relation));
    }

    /// <summary>"của Tỉnh ủy" means the province that the same number and day were named with before or after.</summary>
    [Fact]
    public void APlaceNamedOnceHoldsForTheSameNumberAndDay()
    {
        const string text = """
            Thực hiện Nghị quyết số 47-NQ/TU ngày 12/9/2019 của Tỉnh ủy, các xã đã họp.

            Kế hoạch số 305/KH-UBND ngày 02/10/2019 của Ủy ban nhân dân tỉnh Bình Phước cụ thể hóa Nghị quyết số 47-NQ/TU ngày 12/9/2019 của Tỉnh ủy Bình Phước.

            Theo Kế hoạch số 305/KH-UBND ngày 02/10/2019 của Ủy ban nhân dân tỉnh và Kế hoạch số 305/KH-UBND ngày 07/10/2019, các sở báo cáo.
            """;
        Assert.Equal(
            ["47-NQ/TU~binh-phuoc@2019-09-12", "305/KH-UBND~binh-phuoc@2019-10-02", "47-NQ/TU~binh-phuoc@2019-09-12", "305/KH-UBND~binh-phuoc@2019-10-02", "305/KH-UBND~?@2019-10-07"],
            Read(text).Citations.Select(citation => citation.Target!.Key.Value));
    }

    /// <summary>The number of mentions of a file does not change with the form of its text.</summary>
    [Theory]
    [InlineData("nfd")]
    [InlineData("crlf")]
    [InlineData("nbsp")]
    [InlineData("merged")]
    [InlineData("dashes")]
    public void AlteredCopiesHoldTheSameCitations(string alteration)
    {
        foreach (var path in SharedData.SampleFiles())
        {
            var text = File.ReadAllText(path);
            var altered = alteration switch
            {
                "nfd" => text.Normalize(NormalizationForm.FormD),
                "crlf" => text.ReplaceLineEndings("\r\n"),
                "nbsp" => text.Replace(" số ", "\u00A0số\u00A0", StringComparison.Ordinal),
                "dashes" => text.Replace("-CT/", "–CT/", StringComparison.Ordinal),
                _ => text + "\n\n" + File.ReadAllText(SharedData.PathOf("seeds", "003_94894e7a596e0915.txt")),
            };
            var before = Targets(Read(text).Citations);
            var after = Targets(Read(altered).Citations);
            if (alteration is "merged")
            {
                after = after[..Math.Min(after.Count, before.Count)];
            }

            Assert.Equal(before, after);
        }
    }

    /// <summary>Another number and date, no definition of the short name, numbers broken over pages: the same links.</summary>
    [Fact]
    public void LinksDoNotHangOnTheSampleNumbers()
    {
        foreach (var path in SharedData.SampleFiles())
        {
            var text = File.ReadAllText(path);
            var altered = text
                .Replace("04-CT/TW", "61-\n\nCT/TW", StringComparison.Ordinal)
                .Replace("hị 04", "hị 61", StringComparison.Ordinal).Replace("HỊ 04", "HỊ 61", StringComparison.Ordinal)
                .Replace("06/7/2011", "19/8/2010", StringComparison.Ordinal)
                .Replace("khóa XI ", "khóa X ", StringComparison.Ordinal).Replace("khóa XI,", "khóa X,", StringComparison.Ordinal)
                .Replace("khoá XI,", "khoá X,", StringComparison.Ordinal).Replace("(khóa XI)", "(khóa X)", StringComparison.Ordinal)
                .Replace("KHÓA XI ", "KHÓA X ", StringComparison.Ordinal)
                .Replace(" (Chỉ thị 61)", "", StringComparison.Ordinal)
                .Replace(" (sau đây gọi tắt là *Chỉ thị 61*)", "", StringComparison.Ordinal);
            var before = Targets(Read(text).Citations).Where(line => !line.StartsWith("AliasDefinition", StringComparison.Ordinal))
                .Select(line => line.Replace("04-CT/TW@2011-07-06", "61-CT/TW@2010-08-19", StringComparison.Ordinal));
            Assert.Equal(string.Join("\n", before), string.Join("\n", Targets(Read(altered).Citations)));
        }
    }

    /// <summary>What was right stays right: a change that loses a label shows here, by id.</summary>
    [Fact]
    public void LosesNothingAgainstTheCommittedResult()
    {
        var path = RepositoryFiles.PathOf("tests", "Search.Citations.Tests", "Results", "seeds-gold.json");
        var gold = GoldFile.Parse(SharedData.ReadAllText("data", "seeds-gold.json"));
        var report = EvaluateCitations.Run(gold, name => Read(SharedData.ReadAllText("seeds", name)));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") is "1")
        {
            File.WriteAllText(path, CitationReportFile.Write(report));
        }

        Assert.Empty(report.Losses(CitationReportFile.Read(File.ReadAllText(path))));
    }

    [Fact]
    public void HoldsEveryKnownMention()
    {
        var mentions = 0;
        foreach (var path in SharedData.SampleFiles())
        {
            var (text, citations) = Read(File.ReadAllText(path));
            mentions += citations.Count(c => c.Relation is not "sao-luc"); // what a copy copies is no mention
            output.WriteLine("## " + Path.GetFileName(path));
            foreach (var c in citations)
            {
                output.WriteLine($"{c.Document} {c.Span.Start} {c.Form} [{c.Core.Slice(text).ReplaceLineEndings(" ")}] «{c.Text.ReplaceLineEndings(" ")}» → {c.Target?.Key.Value ?? "?"} {c.Relation} ({c.Trigger})");
            }

            Assert.All(citations, c => Assert.Equal(text[c.Span.Start..c.Span.End], c.Text));
        }

        Assert.Equal(73, mentions); // counted by hand over the four files
    }

    private static List<string> Targets(IEnumerable<Citation> citations) =>
        [.. citations.Select(c => $"{c.Form} {(c.IsSelf ? "self" : c.Target?.Key.Value)} {c.Relation}")];

    private static (string Text, IReadOnlyList<Citation> Citations) Read(string text)
    {
        var source = DocumentReaders.FromText("sample.txt", text);
        return (source.Text, Pipeline.Cite(source, Analysis.Analyze(source)));
    }
}
