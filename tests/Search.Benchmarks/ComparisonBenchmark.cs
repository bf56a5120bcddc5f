using System.Globalization;
using System.Text.Json;
using Search.Engine;

namespace Search.Benchmarks;

/// <summary>
/// Compares two runs of <c>search evaluate --per-query</c>: means, paired bootstrap, and a page with every question that
/// gained or lost. <c>compare BEFORE.jsonl AFTER.jsonl [--page PAGE.md] [--queries QUERIES.jsonl]</c>.
/// </summary>
internal static class ComparisonBenchmark
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static int Run(string[] arguments)
    {
        if (arguments.Length < 2 || !File.Exists(arguments[0]) || !File.Exists(arguments[1]))
        {
            Console.Error.WriteLine("usage: compare BEFORE.jsonl AFTER.jsonl [--page PAGE.md] [--queries QUERIES.jsonl]");
            return 2;
        }

        var before = Read(arguments[0]);
        var after = Read(arguments[1]).ToDictionary(e => e.Id, StringComparer.Ordinal);
        var pairs = before.Where(e => after.ContainsKey(e.Id)).Select(e => (Before: e, After: after[e.Id])).ToList();
        var texts = Option(arguments, "--queries") is { } queries
            ? EvaluationFiles.ReadQuestions(queries).ToDictionary(q => q.Id, q => q.Text, StringComparer.Ordinal)
            : [];
        var lines = new List<string>
        {
            $"# {pairs.Count} questions, before and after",
            "",
            "| measure | before | after | difference [95 %] | zero excluded |",
            "| --- | --- | --- | --- | --- |",
            Row("nDCG@10", pairs, e => e.NdcgAt10),
            Row("R@1", pairs, e => e.RecallAt1),
            Row("MRR@10", pairs, e => e.MrrAt10),
            Row("R@10", pairs, e => e.RecallAt10),
            Row("R@100", pairs, e => e.RecallAt100),
            "",
        };
        var changed = pairs.Where(p => p.Before.NdcgAt10 != p.After.NdcgAt10)
            .OrderBy(p => p.After.NdcgAt10 - p.Before.NdcgAt10).ToList();
        lines.Add(string.Create(CultureInfo.InvariantCulture,
            $"{changed.Count(p => p.After.NdcgAt10 > p.Before.NdcgAt10)} gained, {changed.Count(p => p.After.NdcgAt10 < p.Before.NdcgAt10)} lost."));
        lines.AddRange(["", "| question | before | after | first before | first after |", "| --- | --- | --- | --- | --- |"]);
        lines.AddRange(changed.Select(p => string.Create(CultureInfo.InvariantCulture,
            $"| {p.Before.Id} {texts.GetValueOrDefault(p.Before.Id)} | {p.Before.NdcgAt10:0.000} | {p.After.NdcgAt10:0.000} | {p.Before.Top.FirstOrDefault()} | {p.After.Top.FirstOrDefault()} |")));
        if (Option(arguments, "--page") is { } page)
        {
            File.WriteAllLines(page, lines);
        }

        lines.Take(11).ToList().ForEach(Console.WriteLine);
        return 0;
    }

    private static string Row(
        string name, List<(QueryEvaluation Before, QueryEvaluation After)> pairs, Func<QueryEvaluation, double> figure)
    {
        var interval = PairedBootstrap.Difference([.. pairs.Select(p => figure(p.Before))], [.. pairs.Select(p => figure(p.After))]);
        return string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {pairs.Average(p => figure(p.Before)):0.0000} | {pairs.Average(p => figure(p.After)):0.0000} | {interval} | {(interval.ExcludesZero ? "yes" : "no")} |");
    }

    private static string? Option(string[] arguments, string name)
    {
        var at = Array.IndexOf(arguments, name);
        return at >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;
    }

    private static List<QueryEvaluation> Read(string path) =>
        [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<QueryEvaluation>(line, Web)!)];
}
