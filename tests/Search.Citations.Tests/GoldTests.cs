using Search.Citations.Evaluation;
using Search.Citations.Tests.Support;
using Search.Testing;

namespace Search.Citations.Tests;

public sealed class GoldTests(ITestOutputHelper output)
{
    [Fact]
    public void LabelledFilesReachTheBars()
    {
        var gold = GoldFile.Parse(SharedData.ReadAllText("data", "seeds-gold.json"));
        var predicted = new Dictionary<string, (string, IReadOnlyList<Citation>)>(StringComparer.Ordinal);
        foreach (var file in gold)
        {
            var (source, hosts) = GoldHosts.Read(file.Name);
            var citations = Pipeline.Cite(source, hosts);
            predicted[file.Name] = (source.Text, citations);
            foreach (var citation in citations)
            {
                Assert.Equal(source.Text[citation.Span.Start..citation.Span.End], citation.Text);
                output.WriteLine($"{citation.Span.Start}-{citation.Span.End} {citation.Form} [{citation.Core.Slice(source.Text).ReplaceLineEndings(" ")}] «{citation.Text.ReplaceLineEndings(" ")}» → {citation.Target?.Key.Value ?? "?"} {citation.Relation} ({citation.Trigger}) {citation.Reason}");
            }
        }

        var report = EvaluateCitations.Run(gold, name => predicted[name]);
        foreach (var outcome in report.Outcomes.Where(o => !o.IsRight || !o.RelationRight || !o.SpanExact))
        {
            output.WriteLine("MISS " + outcome);
        }

        foreach (var extra in report.Unmatched)
        {
            output.WriteLine("EXTRA " + extra);
        }

        foreach (var score in report.Scores)
        {
            output.WriteLine($"{score.Group}: P {score.Precision:F3} R {score.Recall:F3} F1 {score.F1:F3}");
        }

        output.WriteLine($"relations {report.RelationAccuracy:F3} spans {report.SpanAccuracy:F3}");
        Assert.Equal(1.0, report.Scores.Single(s => s.Group is "tier 1").Recall);
        Assert.True(report.Scores.Single(s => s.Group is "tier 2").Recall >= 0.97);
        Assert.True(report.Scores.Single(s => s.Group is "tier 3").Recall >= 0.7);
        Assert.True(report.RelationAccuracy >= 0.9);
        Assert.Equal(0, report.WrongTargets);
        Assert.Empty(report.LinkedTraps);
    }
}
