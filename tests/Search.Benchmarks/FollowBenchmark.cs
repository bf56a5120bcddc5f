using System.Diagnostics;
using System.Globalization;
using Search.Engine;
using Search.Engine.LuceneNet;
using Search.Testing;

namespace Search.Benchmarks;

/// <summary>
/// What a document that arrives costs with many saved searches: laws of the shared corpus, one a document; searches of two to five
/// words that stand side by side in their articles, one in ten as a phrase.
/// </summary>
internal static class FollowBenchmark
{
    private const int Arrivals = 100;

    /// <summary><c>follows [SEARCHES]</c>; 10,000 by default.</summary>
    public static int Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
        var laws = EvaluationFiles.ReadCorpus(SharedData.PathOf("data", "retrieval", "corpus-small.jsonl.gz"))
            .GroupBy(article => article.Document ?? article.Id, StringComparer.Ordinal)
            .Select(law => law.Select(article => article.ToEntry() with { Group = law.Key }).ToList()).ToList();
        var random = new Random(20);
        var searches = Enumerable.Range(0, count).Select(_ => Search(laws[random.Next(laws.Count)], random)).ToList();
        var folder = Directory.CreateTempSubdirectory("follows-").FullName;
        using (var engine = LuceneNetEngine.Open(folder))
        {
            Write(engine, laws.Skip(Arrivals).SelectMany(law => law), revision: 1);
            var watch = Stopwatch.StartNew();
            using var before = engine.OpenSnapshot();
            var waiting = new QueryWatch(before);
            var parsed = searches.ToDictionary(search => search.ToString()!, search => QueryParser.Parse(search.Text), StringComparer.Ordinal);
            foreach (var (name, query) in parsed)
            {
                waiting.Set(name, [query], []);
            }

            var prepared = watch.Elapsed;
            var (times, candidates, matches) = (new List<double>(), 0, 0);
            for (var i = 0; i < Arrivals; i++)
            {
                Write(engine, laws[i], revision: i + 2);
                using var snapshot = engine.OpenSnapshot();
                // What a generation finds out about itself once is paid by the first search of a reader, too.
                snapshot.Search(new SearchRequest { Query = new WordsQuery("điều khoản"), Limit = 1 }, CancellationToken.None);
                watch.Restart();
                var named = waiting.Candidates(laws[i]);
                candidates += named.Count;
                matches += named.Count(name => QueryAnswer.Matching(snapshot, parsed[name], new SearchRequest { Query = parsed[name].Query }, [laws[i][0].Group], CancellationToken.None).Count > 0);
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            times.Sort();
            var table = new BenchmarkTable("searches", "documents", "prepared once, ms", "candidates a document", "alerts a document", "p50 ms a document", "p99 ms");
            table.Add(parsed.Count, laws.Count - Arrivals, prepared.TotalMilliseconds, (double)candidates / Arrivals, (double)matches / Arrivals, times[Arrivals / 2], times[(Arrivals * 99) / 100]);
            table.Print("A document that arrives, with saved searches");
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static (int Number, string Text) Search(List<IndexEntry> law, Random random)
    {
        var words = law[random.Next(law.Count)].Text[IndexFields.Body].Split([' ', '\n', ',', '.', ';', ':', '"'], StringSplitOptions.RemoveEmptyEntries);
        var length = Math.Min(words.Length, random.Next(2, 6));
        var start = random.Next(Math.Max(1, words.Length - length));
        var text = string.Join(' ', words.Skip(start).Take(length));
        return (random.Next(), random.Next(10) == 0 ? $"\"{text}\"" : text);
    }

    private static void Write(ISearchEngine engine, IEnumerable<IndexEntry> entries, long revision)
    {
        using var writer = engine.OpenWriter();
        foreach (var entry in entries)
        {
            writer.Put(entry);
        }

        writer.Commit(revision);
    }
}
