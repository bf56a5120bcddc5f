using System.Globalization;
using Search.Engine.LuceneNet;

namespace Search.Engine.Tests;

/// <summary>
/// The engine against a scorer that knows nothing of segments, blocks or pruning: same first ten, same scores, on
/// random small collections, with deletes, replacements and merges in between.
/// </summary>
public sealed class BruteForceTests : IDisposable
{
    private const int Collections = 6;
    private const int QueriesPerCollection = 400;

    // Few syllables, some of them differing in accents only, so that everything collides.
    private static readonly string[] Syllables =
        ["đối", "doi", "đội", "ngoại", "ngoai", "nhân", "dân", "dan", "dẫn", "ban", "bàn", "bí", "thư", "kế", "hoạch", "x1", "2011"];

    private readonly string _root = Path.Combine(Path.GetTempPath(), "engine-brute-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_root))
        {
            Directory.Delete(_root, recursive: true);
        }
    }

    [Fact]
    public void RandomQueriesAgree()
    {
        for (var c = 0; c < Collections; c++)
        {
            var random = new Random(1000 + c);
            using var engine = LuceneNetEngine.Open(
                Path.Combine(_root, c.ToString(CultureInfo.InvariantCulture)),
                new SearchEngineOptions { IndexingThreads = 1 + (c % 2), Rerank = false },
                new LuceneNetOptions { SegmentsPerTier = 2 + (c % 4), BackgroundMerges = c % 3 != 0 });
            var truth = new Dictionary<string, IndexEntry>(StringComparer.Ordinal);
            for (var round = 0; round < 4; round++)
            {
                Change(engine, truth, random, round);
                if (round == 3)
                {
                    ((IMaintainable)engine).Compact(CancellationToken.None);
                }
                else
                {
                    ((LuceneStorage)((SearchEngine)engine).Storage).WaitForMerges();
                }

                Compare(engine, truth, random);
            }
        }
    }

    private static void Change(ISearchEngine engine, Dictionary<string, IndexEntry> truth, Random random, int round)
    {
        using var writer = engine.OpenWriter();
        for (var i = 0; i < (round == 0 ? 400 : 120); i++)
        {
            var id = $"d{random.Next(40)}#{random.Next(12)}";
            if (random.Next(5) == 0)
            {
                writer.Delete(id);
                truth.Remove(id);
            }
            else if (random.Next(60) == 0)
            {
                var group = id.Split('#')[0];
                writer.DeleteGroup(group);
                foreach (var own in truth.Keys.Where(k => k.StartsWith(group + "#", StringComparison.Ordinal)).ToList())
                {
                    truth.Remove(own);
                }
            }
            else
            {
                var entry = RandomEntry(id, random);
                writer.Put(entry);
                truth[id] = entry;
            }

            if (random.Next(100) == 0)
            {
                writer.Commit(round);
            }
        }

        writer.Commit(round);
    }

    private static IndexEntry RandomEntry(string id, Random random) => new()
    {
        Id = id,
        Group = id.Split('#')[0],
        Text = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [IndexFields.Title] = Text(random, 6),
            [IndexFields.Headings] = Text(random, 4),
            [IndexFields.Body] = Text(random, 40),
        },
    };

    private static string Text(Random random, int most) =>
        string.Join(' ', Enumerable.Range(0, random.Next(most + 1)).Select(_ => Syllables[random.Next(Syllables.Length)]));

    private static void Compare(ISearchEngine engine, Dictionary<string, IndexEntry> truth, Random random)
    {
        using var snapshot = engine.OpenSnapshot();
        Assert.Equal(truth.Count, snapshot.Statistics.Entries);
        var oracle = new BruteForceScorer(truth.Values);
        for (var q = 0; q < QueriesPerCollection / 4; q++)
        {
            var query = RandomQuery(random, 0);
            var request = new SearchRequest { Query = query, Limit = 10, GroupByDocument = false };
            var page = snapshot.Search(request, CancellationToken.None);
            var truths = oracle.Search(query);
            var expected = truths.OrderByDescending(m => m.Value).ThenBy(m => m.Key, StringComparer.Ordinal).Take(10).ToList();
            var grouped = q % 4 == 0 ? snapshot.Search(request with { GroupByDocument = true }, CancellationToken.None) : null;
            Assert.True(expected.Count == page.Hits.Count, $"{query}: {expected.Count} expected, {page.Hits.Count} found");
            for (var i = 0; i < expected.Count; i++)
            {
                var hit = page.Hits[i];
                Assert.True(IsClose(expected[i].Value, hit.Score), $"{query}: hit {i} {hit.Id} {hit.Score}, expected {expected[i]}");
                Assert.True(truths.TryGetValue(hit.Id, out var own) && IsClose(own, hit.Score), $"{query}: {hit.Id}");
            }

            if (grouped is not null)
            {
                // Documents are ranked by evidence of their own; what matches does not depend on order or page.
                var other = snapshot.Search(request with { GroupByDocument = true, Sort = SortOrder.Newest, Limit = 3 }, CancellationToken.None);
                Assert.Equal(grouped.Total, other.Total);
            }
        }
    }

    private static bool IsClose(double expected, double found) => Math.Abs(expected - found) <= 1e-5 * Math.Max(1, expected);

    private static Query RandomQuery(Random random, int depth)
    {
        var kind = random.Next(depth > 1 ? 4 : 10);
        return kind switch
        {
            0 or 1 => new WordsQuery(Words(random, 1 + random.Next(6))),
            2 => new TermQuery(Words(random, 1)),
            3 => new PhraseQuery(Words(random, 2 + random.Next(2))),
            4 => new NearQuery(Words(random, 2), random.Next(4)),
            5 => new AndQuery([RandomQuery(random, depth + 1), RandomQuery(random, depth + 1)]),
            6 => new OrQuery([RandomQuery(random, depth + 1), RandomQuery(random, depth + 1)]),
            7 => new AndQuery([RandomQuery(random, depth + 1), new NotQuery(RandomQuery(random, depth + 1))]),
            8 => new AndQuery([RandomQuery(random, depth + 1), new OptionalQuery(RandomQuery(random, depth + 1))]),
            _ => new BoostQuery(RandomQuery(random, depth + 1), 0.5 + random.NextDouble()),
        };
    }

    private static string Words(Random random, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => Syllables[random.Next(Syllables.Length)]));
}
