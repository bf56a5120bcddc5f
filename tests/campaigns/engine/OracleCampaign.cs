using System.Globalization;
using Search.Engine.LuceneNet;

namespace Search.Engine.Campaign;

/// <summary>Random collections with deletes, replacements, merges and rebuilds against the scorer that knows no index.</summary>
public static class OracleCampaign
{
    private const int Rounds = 4;
    private const int QueriesPerRound = 100;

    /// <summary>Runs it.</summary>
    /// <param name="queries">Random queries in all.</param>
    public static Outcome Run(int queries)
    {
        var folder = Directory.CreateTempSubdirectory("campaign-oracle-").FullName;
        var failures = new List<string>();
        var asked = 0;
        try
        {
            for (var c = 0; asked < queries; c++)
            {
                var collection = new RandomCollection(new Random(7000 + c));
                using var engine = LuceneNetEngine.Open(
                    Path.Combine(folder, c.ToString(CultureInfo.InvariantCulture)),
                    new SearchEngineOptions { IndexingThreads = 1 + (c % 2), Rerank = false },
                    new LuceneNetOptions { SegmentsPerTier = 2 + (c % 4), BackgroundMerges = c % 3 != 0 });
                for (var round = 1; round <= Rounds && asked < queries; round++)
                {
                    collection.Change(engine, round == 1 ? 400 : 120, round);
                    if (round == Rounds)
                    {
                        ((IMaintainable)engine).Compact(CancellationToken.None);
                    }

                    var count = Math.Min(QueriesPerRound, queries - asked);
                    failures.AddRange(new OracleCheck(engine, collection).Problems(count, round));
                    asked += count;
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return new Outcome("agreement with the texts", string.Create(CultureInfo.InvariantCulture, $"{asked} random queries, {failures.Count} differ"), failures);
    }
}
