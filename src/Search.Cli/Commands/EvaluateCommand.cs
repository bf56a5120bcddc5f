using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Search.Documents.Catalogues;
using Search.Engine;
using Search.Ingestion;

namespace Search.Cli.Commands;

/// <summary><c>search evaluate</c>: ranking figures over a corpus with judged questions.</summary>
internal static class EvaluateCommand
{
    private static readonly Option<string> Corpus = new("--corpus")
    {
        Description = "Các điều: {\"id\",\"document\",\"title\",\"text\"} mỗi dòng. | Articles, one JSON a line, .gz allowed.",
        HelpName = "FILE.jsonl",
        Required = true,
    };

    private static readonly Option<string> Queries = new("--queries")
    {
        Description = "Câu hỏi: {\"id\",\"text\",\"relevant\"} mỗi dòng. | Questions, one JSON a line.",
        HelpName = "FILE.jsonl",
        Required = true,
    };

    private static readonly Option<string> PerQuery = new("--per-query")
    {
        Description = "Ghi kết quả từng câu hỏi, mỗi câu một dòng JSON, để so hai lần đo. | Write each question's figures, one JSON a line, to compare two runs.",
        HelpName = "FILE.jsonl",
    };

    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    public static Command Create() =>
        new Command("evaluate", "Đo chất lượng xếp hạng. | Measure ranking.") { Corpus, Queries, PerQuery }
            .WithExamples("search evaluate --corpus corpus.jsonl.gz --queries queries.jsonl --json")
            .Does(Run);

    private static int Run(CommandRun run)
    {
        foreach (var path in new[] { run.Value(Corpus)!, run.Value(Queries)! })
        {
            Files.RequireFile(path);
        }

        // The index is thrown away: it must not mix with the collection's own.
        var folder = Directory.CreateTempSubdirectory("search-evaluate-").FullName;
        try
        {
            using var engine = FulltextIndex.Open(folder, Catalogue.Default);
            var result = EvaluationRunner.Run(engine, run.Value(Corpus)!, run.Value(Queries)!, options: null, run.Stop);
            if (run.Value(PerQuery) is { } perQuery)
            {
                File.WriteAllLines(perQuery, result.PerQuery.Select(q => JsonSerializer.Serialize(q, CamelCase)));
            }

            if (run.Json)
            {
                run.Output.Json(new
                {
                    result.Documents,
                    result.Queries,
                    result.NdcgAt10,
                    result.MrrAt10,
                    result.RecallAt1,
                    result.RecallAt10,
                    result.RecallAt100,
                    result.LatencyP50Ms,
                    result.LatencyP99Ms,
                    result.IndexSeconds,
                    result.IndexBytes,
                });
                return ExitCodes.Done;
            }

            run.Output.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"{run.Output.Say($"{result.Documents} văn bản, {result.Queries} câu hỏi", $"{result.Documents} documents, {result.Queries} queries")}: nDCG@10 {result.NdcgAt10:0.000}, MRR@10 {result.MrrAt10:0.000}, R@1 {result.RecallAt1:0.000}, "
                + $"R@10 {result.RecallAt10:0.000}, R@100 {result.RecallAt100:0.000}, p50 {result.LatencyP50Ms:0.00} ms, "
                + $"p99 {result.LatencyP99Ms:0.00} ms, {run.Output.Say("chỉ mục", "index")} {result.IndexSeconds:0.0} s, {result.IndexBytes >> 20} MiB"));
            run.Output.Note(
                $"Khoảng tin cậy 95 % của nDCG@10: {PairedBootstrap.Mean([.. result.PerQuery.Select(q => q.NdcgAt10)])}",
                $"95 % interval of nDCG@10: {PairedBootstrap.Mean([.. result.PerQuery.Select(q => q.NdcgAt10)])}");
            return ExitCodes.Done;
        }
        catch (FormatException e)
        {
            throw CommandException.Failed($"Tệp đánh giá hỏng: {e.Message}", $"A broken evaluation file: {e.Message}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
