using Search.Documents.Catalogues;
using Search.Engine.LuceneNet;
using Search.Testing;

namespace Search.Engine.Tests;

public sealed class EvaluationTests : IDisposable
{
    /// <summary>nDCG@10 on the small corpus as last measured; raise it with the ranking.</summary>
    private const double CommittedNdcg = 0.8400;

    private readonly string _directory = Path.Combine(Path.GetTempPath(), "engine-evaluation-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }
    }

    [Fact]
    public void RankingOnTheSmallCorpusHasNotGotWorse()
    {
        var corpus = SharedData.PathOf("data", "retrieval", "corpus-small.jsonl.gz");
        var queries = SharedData.PathOf("data", "retrieval", "queries-small.jsonl");
        using var engine = LuceneNetEngine.Open(_directory, new SearchEngineOptions { Abbreviations = [.. Catalogue.Default.QueryWords.Select(e => KeyValuePair.Create(e.Word, e.Meanings[0]))] });
        var result = EvaluationRunner.Run(engine, corpus, queries);
        Assert.Equal(12_000, result.Documents);
        Assert.True(result.NdcgAt10 >= CommittedNdcg - 0.005, $"nDCG@10 {result.NdcgAt10:F4}");
        Assert.True(result.RecallAt100 >= 0.975, $"R@100 {result.RecallAt100:F4}");
        Assert.True(result.IndexBytes <= result.TextBytes * 0.8, $"{result.IndexBytes} bytes for {result.TextBytes} of text");
    }
}
